package dropoutlab.nn.dropout;

import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.LayerView.Kind;
import dropoutlab.frame.LayerView;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Passage;
import dropoutlab.spec.Pin;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A method that acts on the units of a layer. Each method states, in this order, how it draws the mask m of an
/// example, its forward pass in training, its backward pass and, where inference is not the identity, its factors at
/// inference. This class holds what they share: it chooses the mask of a pass, and the backward pass uses the same
/// mask.
///
/// Start reading at [InvertedDropout].
public abstract sealed class UnitDropout implements DropoutLayer
    permits InvertedDropout, StandardDropout, GaussianDropout, UniformDropout, AlphaDropout, TargetedUnits, LearntNoise,
    SpatialDropout, DropBlock {
  private final DropRate rate;
  private final int units;
  private final UnitMasks masks;
  /// The factors of the last forward pass; null if it multiplied by nothing.
  private Factors factors;
  private boolean fresh;
  /// The gradient that the last backward pass returned; a view may ask for it later.
  private Tensor dx;

  UnitDropout(double p, int units, RandomStream stream) { this(new DropRate(p), units, stream); }

  /// @param units the number of columns of the input
  UnitDropout(DropRate rate, int units, RandomStream stream) {
    this.rate = rate;
    this.units = units;
    masks = new UnitMasks(units, stream);
  }

  /// Draws the mask of one example: overwrites `units` values of `mask` from `offset` on. Called only if p > 0.
  abstract void drawRow(RandomStream stream, float[] mask, int offset);

  /// Draws the masks of `rows` examples, one after the other.
  void drawRows(RandomStream stream, float[] mask, int rows) {
    for (int r = 0; r < rows; r++) drawRow(stream, mask, r * units);
  }

  /// The forward pass in training: `m` holds the masks of the examples.
  abstract Tensor forward(Tensor x, Factors m);

  /// The backward pass, with the `m` of the forward pass.
  abstract Tensor backward(Tensor dOut, Factors m);

  /// Returns the factors at inference, (1 x units); null for none. Called only if p > 0.
  Tensor inferenceFactors() { return null; }

  /// Returns whether the forward pass is `y = m x` and nothing else: then a unit with m = 0 need not be computed at
  /// all.
  public abstract boolean onlyMultiplies();

  /// Returns the factor of a unit that is pinned as kept.
  public abstract float keptScale();

  @Override public Tensor forward(Tensor x, Mode mode) {
    if (x.cols() != units)
      throw new IllegalArgumentException("Dropout expects " + units + " units, the batch has " + x.cols() + " columns");
    factors = factors(mode, x.rows());
    return factors == null ? x : forward(x, factors);
  }

  @Override public Tensor backward(Tensor dOut) { return dx = factors == null ? dOut : backward(dOut, factors); }

  private Factors factors(Mode mode, int rows) {
    fresh = isActive() && mode.drawsFreshMasks();
    if (mode != Mode.INFERENCE) return isActive() ? masks.factors(mode, rows, this::draw, keptScale()) : null;
    Tensor scale = p() > 0 ? inferenceFactors() : null;
    return scale == null ? null : masks.scale(scale);
  }

  /// Pins act even if p = 0.
  private boolean isActive() { return p() > 0 || masks.arePinned(); }

  private void draw(RandomStream stream, float[] mask, int rows) {
    if (p() > 0) drawRows(stream, mask, rows);
    else Arrays.fill(mask, 0, rows * units, 1);
  }

  /// Returns the drop rate, which the copies of this layer for inference share.
  final DropRate rate() { return rate; }

  final int units() { return units; }

  /// Returns the factors of the last forward pass; null if it multiplied by nothing.
  final Factors factors() { return factors; }

  @Override public double p() { return rate.p(); }

  @Override public void setP(double p) { rate.set(p); }

  @Override public List<DropRate> dropRates() { return List.of(rate); }

  @Override public Pin pin(int unit) { return masks.pin(unit); }

  @Override public boolean hasPins() { return masks.arePinned(); }

  @Override public void setPin(int unit, Pin pin) { masks.setPin(unit, pin); }

  @Override public Tensor mask() { return fresh ? masks.fresh() : new Tensor(0, units); }

  /// Returns the mask of `HELD` passes, (1 x units); must not be modified.
  public final Tensor heldMask() { return masks.held(); }

  /// Returns the factors of a pass with the held mask, (1 x units); null if the layer is off.
  public final Tensor heldFactors() { return isActive() ? masks.held() : null; }

  @Override public boolean isRandom() { return isActive(); }

  /// Returns the kind of layer that the view shows.
  Kind kind() { return Kind.DROPOUT; }

  @Override public Dropped dropped(Passage passed) { return passed.dropped(p(), mask(), dx); }

  @Override public LayerView view(Passage passed) {
    Dropped dropped = dropped(passed);
    return LayerView.of(kind(), passed.shape(), dropped.after(), Optional.of(dropped));
  }

  @Override public void holdNewMask() { masks.hold(this::draw, keptScale()); }
}
