package dropoutlab.nn.dropout;

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

/// The methods that act on the units of a layer. Each says, in this order, how it draws the mask m of an example, what
/// it does on the way forward in training and on the way back, and, where that is not the identity, what it does at
/// inference. What they share is here: which mask a pass uses, and that the way back uses the same.
///
/// Start reading at [InvertedDropout].
public abstract sealed class UnitDropout implements DropoutLayer
    permits InvertedDropout, StandardDropout, GaussianDropout, UniformDropout, AlphaDropout, TargetedUnits, LearntNoise,
    SpatialDropout, DropBlock {
  private final DropRate rate;
  private final int units;
  private final UnitMasks masks;
  /// Of the last forward pass; null where it multiplied by nothing.
  private Factors factors;
  private boolean fresh;
  /// What the last way back gave, also where nobody asked for it.
  private Tensor dx;

  UnitDropout(double p, int units, RandomStream stream) { this(new DropRate(p), units, stream); }

  /// @param units how many columns the input has
  UnitDropout(DropRate rate, int units, RandomStream stream) {
    this.rate = rate;
    this.units = units;
    masks = new UnitMasks(units, stream);
  }

  /// Draws the mask of one example: `units` values from `offset` on. Called only where p > 0.
  abstract void drawRow(RandomStream stream, float[] mask, int offset);

  /// Draws the masks of so many examples, one after the other.
  void drawRows(RandomStream stream, float[] mask, int rows) {
    for (int r = 0; r < rows; r++) drawRow(stream, mask, r * units);
  }

  /// The way forward in training, m being the masks of the examples.
  abstract Tensor forward(Tensor x, Factors m);

  /// The way back, with the same m.
  abstract Tensor backward(Tensor dOut, Factors m);

  /// What inference multiplies by, (1 x units); null for nothing. Asked for only where p > 0.
  Tensor inferenceFactors() { return null; }

  /// Whether the way forward is `y = m x` and nothing else: then a unit with m = 0 need not be computed at all.
  public abstract boolean onlyMultiplies();

  /// What a unit that is pinned kept is multiplied by.
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

  /// A pin acts where p = 0 as well.
  private boolean isActive() { return p() > 0 || masks.arePinned(); }

  private void draw(RandomStream stream, float[] mask, int rows) {
    if (p() > 0) drawRows(stream, mask, rows);
    else Arrays.fill(mask, 0, rows * units, 1);
  }

  /// To be held together with copies for inference.
  final DropRate rate() { return rate; }

  final int units() { return units; }

  /// Of the last forward pass; null where it multiplied by nothing.
  final Factors factors() { return factors; }

  @Override public double p() { return rate.p(); }

  @Override public void setP(double p) { rate.set(p); }

  @Override public List<DropRate> dropRates() { return List.of(rate); }

  @Override public Pin pin(int unit) { return masks.pin(unit); }

  @Override public boolean hasPins() { return masks.arePinned(); }

  @Override public void setPin(int unit, Pin pin) { masks.setPin(unit, pin); }

  @Override public Tensor mask() { return fresh ? masks.fresh() : new Tensor(0, units); }

  /// The mask of `HELD` passes, (1 x units); not to be modified.
  public final Tensor heldMask() { return masks.held(); }

  /// What a pass with the held mask multiplies by, (1 x units); null for nothing.
  public final Tensor heldFactors() { return isActive() ? masks.held() : null; }

  @Override public boolean isRandom() { return isActive(); }

  /// What kind of layer the view shows.
  Kind kind() { return Kind.DROPOUT; }

  @Override public LayerView view(Passage passed) {
    return LayerView.of(kind(), passed.shape(), passed.values(), Optional.of(passed.dropped(p(), mask(), dx)));
  }

  @Override public void holdNewMask() { masks.hold(this::draw, keptScale()); }
}
