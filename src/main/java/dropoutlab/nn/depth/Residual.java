package dropoutlab.nn.depth;

import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Chain;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.nn.layer.Passage;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.LayerSpec.Residual.DepthMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A residual block (He et al. 2016) with stochastic depth (Huang et al. 2016), where p is the probability to drop the
/// block:
///
/// - training: `y = x + m f(x)`, where m is 0 with probability p and k otherwise; backward `dx = dOut` plus the
///   backward pass of f for `m dOut`
/// - inference: `y = x + s f(x)`
///
/// Inverted scaling has k = 1 / (1 - p) and s = 1; the scaling of the paper has k = 1 and s = 1 - p. m is one number
/// for the batch (as in the paper) or one for each example. Passes with fresh masks (MC dropout) draw one for each
/// example in both cases; passes with a held mask have one for all examples. A block that is dropped for the whole
/// batch is not computed in either direction: its gradients are 0, and normalisation inside it gathers nothing from
/// that batch.
public final class Residual implements Layer {
  private final Chain chain;
  private final List<Parameter> parameters;
  private final DropRate rate;
  private final DepthMode depth;
  private final boolean inverted;
  private final RandomStream stream;
  private final Tensor y;
  private final Tensor scaled;
  private final Tensor dx;
  /// The factors of f in the last forward pass, one entry per example.
  private final Tensor factors = new Tensor(0, 1);
  private Tensor held = Tensor.of(1, 1, 1);
  private boolean skipped;

  /// @param size the number of columns of the input, which `layers` keep
  public Residual(Chain layers, int size, double p, DepthMode depth, boolean inverted, RandomStream stream) {
    this(layers, size, new DropRate(p), depth, inverted, stream);
  }

  public Residual(Chain chain, int size, DropRate rate, DepthMode depth, boolean inverted, RandomStream stream) {
    this.chain = chain;
    parameters = layers().stream().flatMap(layer -> layer.parameters().stream()).toList();
    this.rate = rate;
    this.depth = depth;
    this.inverted = inverted;
    this.stream = stream;
    y = new Tensor(0, size);
    scaled = new Tensor(0, size);
    dx = new Tensor(0, size);
  }

  private List<Layer> layers() { return chain.layers(); }

  /// Returns the drop rates of `blocks` blocks by linear decay (Huang et al. 2016, section 3): `l/L p_L` for l = 1 to
  /// L, where p_L is the drop rate of the last block. (The paper writes the survival probability: 1 - l/L (1 - p_L),
  /// where p_L is that of the last block.)
  public static List<Double> linearDecay(int blocks, double last) {
    return IntStream.rangeClosed(1, blocks).mapToObj(l -> l * last / blocks).toList();
  }

  /// Returns how many blocks are active on average in training, from the drop rates of all blocks.
  public static double expectedDepth(List<Double> dropRates) {
    return dropRates.stream().mapToDouble(rate -> 1 - rate).sum();
  }

  @Override public Residual sharing() {
    return new Residual(chain.sharing(), y.cols(), rate, depth, inverted, null);
  }

  @Override public void initialise(Initialisation initialisation, RandomStream stream) {
    layers().forEach(layer -> layer.initialise(initialisation, stream));
  }

  @Override public void holdNewMask() {
    held = new Tensor(1, 1);
    draw(held);
    layers().forEach(Layer::holdNewMask);
  }

  @Override public Tensor forward(Tensor x, Mode mode) {
    decide(x.rows(), mode);
    if (skipped) return x;
    return addRows(x, times(chain.forward(x, mode)), y.resize(x.rows()));
  }

  @Override public Tensor backward(Tensor dOut) {
    if (skipped) {
      for (Parameter parameter : parameters) parameter.gradient().fill(0);
      return dOut;
    }
    return addRows(dOut, chain.backward(times(dOut)), dx.resize(dOut.rows()));
  }

  /// Fills `factors` for a batch of `rows` examples, and decides whether all of f is skipped.
  private void decide(int rows, Mode mode) {
    factors.resize(rows);
    switch (mode) {
      case INFERENCE -> factors.fill(inverted ? 1 : (float) (1 - rate.p()));
      case HELD -> factors.fill(held.at(0, 0));
      case FRESH -> draw(factors);
      case TRAIN -> {
        switch (depth) {
          case EXAMPLE -> draw(factors);
          case BATCH -> {
            draw(factors.resize(1));
            float one = factors.at(0, 0);
            factors.resize(rows).fill(one);
          }
        }
      }
    }
    boolean oneForAll = mode == Mode.HELD || mode == Mode.TRAIN && depth == DepthMode.BATCH;
    skipped = oneForAll && rows > 0 && factors.at(0, 0) == 0;
  }

  /// Takes one word of the stream per row, so that the draws do not depend on how examples are split into batches.
  private void draw(Tensor to) {
    double p = rate.p();
    float kept = inverted ? (float) (1 / (1 - p)) : 1;
    for (int r = 0; r < to.rows(); r++) {
      if (p > 0) stream.fillMask(to.data(), r, 1, p, kept);
      else to.set(r, 0, 1);
    }
  }

  private Tensor times(Tensor a) {
    float[] to = scaled.resize(a.rows()).data();
    for (int r = 0, at = 0; r < a.rows(); r++)
      for (int end = at + a.cols(); at < end; at++) to[at] = factors.at(r, 0) * a.data()[at];
    return scaled;
  }

  private static Tensor addRows(Tensor a, Tensor b, Tensor to) {
    for (int i = 0; i < a.size(); i++) to.data()[i] = a.data()[i] + b.data()[i];
    return to;
  }

  @Override public List<Parameter> parameters() { return parameters; }

  @Override public List<Parameter> learntRates() {
    return layers().stream().flatMap(layer -> layer.learntRates().stream()).toList();
  }

  /// Returns the rate of this block first, then those of its layers.
  @Override public List<DropRate> dropRates() {
    return Stream.concat(Stream.of(rate), layers().stream().flatMap(layer -> layer.dropRates().stream())).toList();
  }

  @Override public void checkBuffers() { layers().forEach(Layer::checkBuffers); }

  @Override public List<Tensor> buffers() {
    return layers().stream().flatMap(layer -> layer.buffers().stream()).toList();
  }

  @Override public boolean isRandom() { return true; }

  @Override public LayerView view(Passage passed) {
    Matrix kept = passed.y() == null ? Matrix.EMPTY : passed.table(factors);
    Matrix f = skipped ? Matrix.EMPTY : passed.table(chain.output());
    return new LayerView.Block(LayerView.Kind.RESIDUAL, rate.p(), kept,
        chain.views(passed.examples(), passed.dOut() != null && !skipped),
        Optional.of(passed.branch(rate.p(), f, kept, null)), passed.values());
  }
}
