package dropoutlab.nn.sequence;

import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.math.Kernels;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.dropout.InvertedDropout;
import dropoutlab.nn.layer.Activate;
import dropoutlab.nn.layer.Chain;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.LayerNorm;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.nn.layer.Passage;
import dropoutlab.nn.layer.StepDense;
import dropoutlab.spec.Activation;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.LayerSpec.Encoder.Norm;
import dropoutlab.spec.LayerSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A transformer encoder block (Vaswani et al. 2017, sections 3.1 to 3.3 and 5.4). The output of each sub-layer is
/// added to its input. With f(a) = W₂ drop(relu(a W₁ + b₁)) + b₂, the same for every step:
///
/// - post-norm, as in the paper: the sums are normalised. `a = LayerNorm(x + drop(attention(x)))`,
///   `y = LayerNorm(a + drop(f(a)))`
/// - pre-norm (Xiong et al. 2020, "On Layer Normalization in the Transformer Architecture"): what enters a sub-layer is
///   normalised, and the sums are not. `a = x + drop(attention(LayerNorm(x)))`, `y = a + drop(f(LayerNorm(a)))`. After
///   the last block, a layer norm of its own usually follows
///
/// Training has four dropouts, each an [InvertedDropout] with its own masks: on the attention weights, inside the
/// feed-forward part after its ReLU, and on both branches before they are added. Inference has none. The paper names
/// the branches; the other two places are those of the authors' code and of PyTorch. The backward pass takes the same
/// paths in reverse: at each sum, the gradient of the branch is added to that of the path past it.
public final class Encoder implements Layer {
  private static final double EPSILON = 1e-5;

  private final Chain attend;
  private final Chain attendNorm;
  private final Chain feed;
  private final Chain feedNorm;
  private final Norm norm;
  private final Tensor attended;
  private final Tensor fed;
  private final Tensor dMiddle;
  private final Tensor dx;

  /// The drop rates of the three kinds of places.
  ///
  /// @param attention   the rate of the attention weights
  /// @param feedForward the rate inside the feed-forward part
  /// @param residual    the rate of both branches
  public record Rates(DropRate attention, DropRate feedForward, DropRate residual) {}

  /// @param steps   the number of steps of a sequence, each of `width` features
  /// @param streams returns a new random stream for each place of dropout
  public Encoder(LayerSpec.Encoder spec, Rates rates, int steps, int width, Supplier<RandomStream> streams) {
    this(Chain.of(Shape.sequence(steps, width),
            new Attention(steps, width, spec.heads(), rates.attention, streams.get()),
            new InvertedDropout(rates.residual, steps * width, streams.get())),
        norm(steps, width), feed(spec.feedForward(), rates, steps, width, streams), norm(steps, width), spec.norm(),
        steps * width);
  }

  private static Chain norm(int steps, int width) {
    Shape shape = Shape.sequence(steps, width);
    return Chain.of(shape, new LayerNorm(shape, EPSILON));
  }

  private static Chain feed(int inside, Rates rates, int steps, int width, Supplier<RandomStream> streams) {
    Shape wide = Shape.sequence(steps, inside), out = Shape.sequence(steps, width);
    return new Chain(List.of(new StepDense(new Dense(width, inside), steps),
        new Activate(Activation.RELU, steps * inside),
        new InvertedDropout(rates.feedForward, steps * inside, streams.get()),
        new StepDense(new Dense(inside, width), steps),
        new InvertedDropout(rates.residual, steps * width, streams.get())), List.of(wide, wide, wide, out, out));
  }

  private Encoder(Chain attend, Chain attendNorm, Chain feed, Chain feedNorm, Norm norm, int size) {
    this.attend = attend;
    this.attendNorm = attendNorm;
    this.feed = feed;
    this.feedNorm = feedNorm;
    this.norm = norm;
    attended = new Tensor(0, size);
    fed = new Tensor(0, size);
    dMiddle = new Tensor(0, size);
    dx = new Tensor(0, size);
  }

  @Override public Encoder sharing() {
    return new Encoder(attend.sharing(), attendNorm.sharing(), feed.sharing(), feedNorm.sharing(), norm, dx.cols());
  }

  @Override public Tensor forward(Tensor x, Mode mode) {
    return switch (norm) {
      case POST -> {
        Tensor middle = attendNorm.forward(Kernels.add(x, attend.forward(x, mode), attended), mode);
        yield feedNorm.forward(Kernels.add(middle, feed.forward(middle, mode), fed), mode);
      }
      case PRE -> {
        Tensor middle = Kernels.add(x, attend.forward(attendNorm.forward(x, mode), mode), attended);
        yield Kernels.add(middle, feed.forward(feedNorm.forward(middle, mode), mode), fed);
      }
    };
  }

  @Override public Tensor backward(Tensor dOut) {
    return switch (norm) {
      case POST -> {
        Tensor d = feedNorm.backward(dOut);
        d = attendNorm.backward(Kernels.add(d, feed.backward(d), dMiddle));
        yield Kernels.add(d, attend.backward(d), dx);
      }
      case PRE -> {
        Tensor d = Kernels.add(dOut, feedNorm.backward(feed.backward(dOut)), dMiddle);
        yield Kernels.add(d, attendNorm.backward(attend.backward(d)), dx);
      }
    };
  }

  private Stream<Chain> chains() { return Stream.of(attend, attendNorm, feed, feedNorm); }

  private Stream<Chain> chainsInOrder() {
    return norm == Norm.POST ? chains() : Stream.of(attendNorm, attend, feedNorm, feed);
  }

  private Stream<Layer> layers() { return chains().flatMap(chain -> chain.layers().stream()); }

  @Override public void initialise(Initialisation initialisation, RandomStream stream) {
    layers().forEach(layer -> layer.initialise(initialisation, stream));
  }

  /// Returns the rates in the order attention, first branch, feed-forward part, second branch.
  @Override public List<DropRate> dropRates() { return layers().flatMap(layer -> layer.dropRates().stream()).toList(); }

  @Override public void holdNewMask() { layers().forEach(Layer::holdNewMask); }

  /// Returns the parameters of the attention, of the first norm, of the two dense layers and of the second norm,
  /// wherever the norms act.
  @Override public List<Parameter> parameters() {
    return layers().flatMap(layer -> layer.parameters().stream()).toList();
  }

  @Override public boolean isRandom() { return true; }

  /// Shows the layers of both sub-layers, each with its norm, in their order.
  @Override public LayerView view(Passage passed) {
    boolean backward = passed.dOut() != null;
    List<LayerView> inside = chainsInOrder().flatMap(chain -> chain.views(passed.examples(), backward).stream()).toList();
    return new LayerView.Block(LayerView.Kind.ENCODER, 0, Matrix.EMPTY, inside, Optional.empty(),
        passed.values());
  }
}
