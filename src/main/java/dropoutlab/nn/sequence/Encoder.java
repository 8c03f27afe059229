package dropoutlab.nn.sequence;

import dropoutlab.math.Kernels;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.dropout.InvertedDropout;
import dropoutlab.nn.layer.Activate;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.LayerNorm;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.nn.layer.StepDense;
import dropoutlab.spec.Activation;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.LayerSpec;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A transformer encoder block (Vaswani et al. 2017, sections 3.1 to 3.3 and 5.4), each sub-layer added and then
/// normalised:
///
/// - `a = LayerNorm(x + drop(attention(x)))`
/// - `y = LayerNorm(a + drop(W₂ drop(relu(a W₁ + b₁)) + b₂))`, the same for every step
///
/// In training the four dropouts (on the attention weights, inside the feed-forward part after its ReLU, on both
/// branches before they are added) are [InvertedDropout] with masks of their own; in inference there are none. The
/// paper names the branches; the other two places are its authors' code and PyTorch's. Backward goes the same ways in
/// reverse: where a branch was added, its gradient is added to that of the way past it.
public final class Encoder implements Layer {
  private static final double EPSILON = 1e-5;

  private final List<Layer> attend;
  private final Layer attendNorm;
  private final List<Layer> feed;
  private final Layer feedNorm;
  private final Tensor attended;
  private final Tensor fed;
  private final Tensor dMiddle;
  private final Tensor dx;

  /// @param steps   of a sequence, each of `width` features
  /// @param streams a new stream for each place of dropout
  public Encoder(LayerSpec.Encoder spec, int steps, int width, Supplier<RandomStream> streams) {
    this(List.of(new Attention(steps, width, spec.heads(), spec.attentionDrop(), streams.get()),
            new InvertedDropout(spec.residualDrop(), steps * width, streams.get())),
        new LayerNorm(Shape.sequence(steps, width), EPSILON),
        List.of(new StepDense(new Dense(width, spec.feedForward()), steps),
            new Activate(Activation.RELU, steps * spec.feedForward()),
            new InvertedDropout(spec.feedForwardDrop(), steps * spec.feedForward(), streams.get()),
            new StepDense(new Dense(spec.feedForward(), width), steps),
            new InvertedDropout(spec.residualDrop(), steps * width, streams.get())),
        new LayerNorm(Shape.sequence(steps, width), EPSILON), steps * width);
  }

  private Encoder(List<Layer> attend, Layer attendNorm, List<Layer> feed, Layer feedNorm, int size) {
    this.attend = attend;
    this.attendNorm = attendNorm;
    this.feed = feed;
    this.feedNorm = feedNorm;
    attended = new Tensor(0, size);
    fed = new Tensor(0, size);
    dMiddle = new Tensor(0, size);
    dx = new Tensor(0, size);
  }

  @Override public Encoder sharing() {
    return new Encoder(attend.stream().map(Layer::sharing).toList(), attendNorm.sharing(),
        feed.stream().map(Layer::sharing).toList(), feedNorm.sharing(), dx.cols());
  }

  @Override public Tensor forward(Tensor x, Mode mode) {
    Tensor middle = attendNorm.forward(Kernels.add(x, through(attend, x, mode), attended), mode);
    return feedNorm.forward(Kernels.add(middle, through(feed, middle, mode), fed), mode);
  }

  @Override public Tensor backward(Tensor dOut) {
    Tensor d = feedNorm.backward(dOut);
    d = attendNorm.backward(Kernels.add(d, back(feed, d), dMiddle));
    return Kernels.add(d, back(attend, d), dx);
  }

  private static Tensor through(List<Layer> branch, Tensor x, Mode mode) {
    Tensor value = x;
    for (int i = 0; i < branch.size(); i++) value = branch.get(i).forward(value, mode);
    return value;
  }

  private static Tensor back(List<Layer> branch, Tensor dOut) {
    Tensor d = dOut;
    for (int i = branch.size() - 1; i >= 0; i--) d = branch.get(i).backward(d);
    return d;
  }

  private Stream<Layer> layers() {
    return Stream.of(attend.stream(), Stream.of(attendNorm), feed.stream(), Stream.of(feedNorm)).flatMap(each -> each);
  }

  @Override public void initialise(Initialisation initialisation, RandomStream stream) {
    layers().forEach(layer -> layer.initialise(initialisation, stream));
  }

  /// Attention's, the feed-forward part's between those of the two branches.
  @Override public List<DropRate> dropRates() { return layers().flatMap(layer -> layer.dropRates().stream()).toList(); }

  @Override public void holdNewMask() { layers().forEach(Layer::holdNewMask); }

  /// Attention's, the first norm's, those of the two dense layers, the second norm's.
  @Override public List<Parameter> parameters() {
    return layers().flatMap(layer -> layer.parameters().stream()).toList();
  }
}
