package dropoutlab.nn.depth;

import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Passes;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.nn.layer.Passage;
import dropoutlab.spec.Initialisation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// LayerDrop (Fan, Grave and Joulin 2020): a whole block f that keeps the shape is skipped with probability p:
///
/// - training: `y = x` with probability p, else `y = f(x)`; one decision serves the batch, and nothing is scaled
/// - inference: `y = f(x)`
///
/// Backward: if the block was skipped, `dx = dOut` and all gradients of f are 0; else the backward pass of f.
/// Stochastic depth ([Residual]) drops the part that a block adds to its input and scales what it keeps. LayerDrop
/// leaves the whole block out, because a block that normalises its sum has no untouched path past it.
///
/// The authors' code makes one decision per batch, and so does this layer in training: this is the one mask that
/// belongs to the batch and not to its examples. A skipped block is not computed and draws no masks. Passes with fresh
/// masks (MC dropout) decide anew for each example, so that their samples are independent; passes with a held mask make
/// one decision for all examples.
public final class LayerDrop implements Layer {
  private final Layer block;
  private final DropRate rate;
  private final RandomStream stream;
  private final Tensor y;
  private final Tensor dx;
  private final Tensor dBlock;
  /// The decisions of the last pass, (batch x 1): 1 for an example that went through the block, 0 for one that did not.
  private final Tensor kept = new Tensor(0, 1);
  private float heldKept = 1;
  private boolean skipped;
  /// The last output of the block.
  private Tensor last;
  private boolean mixed;

  /// @param block the layer to skip; its output has the shape of its input
  /// @param size  the number of columns of its input
  /// @param rate  the probability to skip it
  public LayerDrop(Layer block, int size, DropRate rate, RandomStream stream) {
    this.block = block;
    this.rate = rate;
    this.stream = stream;
    y = new Tensor(0, size);
    dx = new Tensor(0, size);
    dBlock = new Tensor(0, size);
  }

  @Override public LayerDrop sharing() { return new LayerDrop(block.sharing(), y.cols(), rate, null); }

  @Override public void initialise(Initialisation initialisation, RandomStream stream) {
    block.initialise(initialisation, stream);
  }

  @Override public void holdNewMask() {
    heldKept = draw();
    block.holdNewMask();
  }

  private float draw() { return rate.p() == 0 || stream.nextDouble() >= rate.p() ? 1 : 0; }

  @Override public Tensor forward(Tensor x, Mode mode) {
    mixed = mode == Mode.FRESH && rate.p() > 0;
    skipped = switch (mode) {
      case INFERENCE, FRESH -> false;
      case TRAIN -> draw() == 0;
      case HELD -> heldKept == 0;
    };
    if (skipped) return x;
    Tensor through = last = block.forward(x, mode);
    if (!mixed) return through;
    kept.resize(x.rows());
    for (int r = 0; r < x.rows(); r++) kept.set(r, 0, draw());
    return choose(through, x, y);
  }

  @Override public Tensor backward(Tensor dOut) {
    if (skipped) {
      parameters().forEach(parameter -> parameter.gradient().fill(0));
      return dOut;
    }
    if (!mixed) return block.backward(dOut);
    return choose(block.backward(choose(dOut, null, dBlock)), dOut, dx);
  }

  /// Copies the rows of `through` where the block was kept, and those of `past` elsewhere, or 0 if `past` is null.
  private Tensor choose(Tensor through, Tensor past, Tensor to) {
    to.resize(through.rows()).fill(0);
    for (int r = 0; r < to.rows(); r++) {
      Tensor from = kept.at(r, 0) == 1 ? through : past;
      if (from != null) to.copyRow(r, from, r);
    }
    return to;
  }

  @Override public List<Parameter> parameters() { return block.parameters(); }

  /// Returns the rate of this layer first, then those inside the block.
  @Override public List<DropRate> dropRates() {
    return Stream.concat(Stream.of(rate), block.dropRates().stream()).toList();
  }

  @Override public void checkBuffers() { block.checkBuffers(); }

  @Override public List<Tensor> buffers() { return block.buffers(); }

  @Override public boolean isRandom() { return true; }

  @Override public LayerView view(Passage passed) {
    Tensor dOut = passed.dOut() == null || skipped ? null : mixed ? dBlock : passed.dOut();
    Passage through = new Passage(passed.shape(), passed.x(), skipped ? passed.x() : last, dOut, passed.examples());
    int rows = passed.y() == null ? 0 : Math.min(passed.examples(), passed.y().rows());
    Matrix kept = Matrix.generate(rows, 1, (r, _) -> skipped ? 0 : mixed ? this.kept.at(r, 0) : 1);
    Matrix f = skipped ? Matrix.EMPTY : passed.table(last);
    return new LayerView.Block(LayerView.Kind.LAYER_DROP, rate.p(), kept, List.of(block.view(through)),
        Optional.of(passed.branch(rate.p(), f, kept, passed.table(passed.x()))), passed.values());
  }
}
