package dropoutlab.nn.dropout;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.Pin;
import java.util.Arrays;
import java.util.List;

/// Dropout that multiplies: `y = m x` in training, with a mask m drawn anew for every example; `dx = m dOut` with the
/// same m. In inference `y = s x`, and `dx = s dOut`, with a factor s a unit, mostly 1. A method says how one example's
/// mask is drawn, and s.
///
/// Examples take their numbers from the stream one after the other, so that the masks do not depend on how they are
/// split into batches.
public abstract sealed class MultiplicativeNoise implements DropoutLayer
    permits InvertedDropout, StandardDropout, GaussianDropout, UniformDropout, AlphaDropout, TargetedUnits, LearntNoise,
    SpatialDropout, DropBlock {
  private final DropRate rate;
  private final RandomStream stream;
  private final int units;
  private final Tensor y;
  private final Tensor dx;
  private final Tensor mask;
  private final Pin[] pins;
  private Tensor heldMask;
  private boolean pinned;
  private boolean fresh;
  /// What the last forward pass multiplied by, a row an example or one row for all; null for nothing.
  private Tensor factors;

  MultiplicativeNoise(double p, int units, RandomStream stream) { this(new DropRate(p), units, stream); }

  /// @param units how many columns the input has
  MultiplicativeNoise(DropRate rate, int units, RandomStream stream) {
    this.rate = rate;
    this.stream = stream;
    this.units = units;
    y = new Tensor(0, units);
    dx = new Tensor(0, units);
    mask = new Tensor(0, units);
    pins = new Pin[units];
    Arrays.fill(pins, Pin.RANDOM);
    heldMask = new Tensor(1, units);
    heldMask.fill(1);
  }

  @Override public double p() { return rate.p(); }

  @Override public void setP(double p) { rate.set(p); }

  @Override public List<DropRate> dropRates() { return List.of(rate); }

  @Override public Pin pin(int unit) { return pins[unit]; }

  @Override public boolean hasPins() { return pinned; }

  @Override public void setPin(int unit, Pin pin) {
    pins[unit] = pin;
    pinned = Arrays.stream(pins).anyMatch(each -> each != Pin.RANDOM);
  }

  /// Draws the mask of one example: `units` values from `offset` on.
  abstract void drawRow(RandomStream stream, float[] mask, int offset);

  /// Draws the masks of so many examples, one after the other.
  void drawRows(RandomStream stream, float[] mask, int rows) {
    for (int r = 0; r < rows; r++) drawRow(stream, mask, r * units);
  }

  /// What a unit that is pinned kept is multiplied by.
  public abstract float keptScale();

  /// What inference multiplies by, (1 x units); null for nothing. Asked for only when something is dropped.
  Tensor inferenceFactors() { return null; }

  /// To be held together with copies for inference.
  final DropRate rate() { return rate; }

  final int units() { return units; }

  /// What the last forward pass multiplied by, a row an example or one row for all; null for nothing.
  final Tensor factors() { return factors; }

  @Override public Tensor mask() { return fresh ? mask : new Tensor(0, units); }

  /// The mask of `HELD` passes, (1 x units); not to be modified.
  public Tensor heldMask() { return heldMask; }

  /// The new mask gets a tensor of its own, because the backward pass of an earlier forward pass may still need the
  /// old.
  @Override public void holdNewMask() {
    heldMask = new Tensor(1, units);
    draw(heldMask, 1);
  }

  private boolean isActive() { return p() > 0 || pinned; }

  /// What a pass with the held mask multiplies by, (1 x units); null for nothing.
  public final Tensor heldFactors() { return isActive() ? heldMask : null; }

  @Override public Tensor forward(Tensor x, Mode mode) {
    if (x.cols() != units)
      throw new IllegalArgumentException("Dropout expects " + units + " units, the batch has " + x.cols() + " columns");
    boolean active = isActive();
    fresh = active && mode.drawsFreshMasks();
    if (fresh) draw(mask.resize(x.rows()), x.rows());
    factors = !active ? null : switch (mode) {
      case TRAIN, FRESH -> mask;
      case HELD -> heldMask;
      case INFERENCE -> p() > 0 ? inferenceFactors() : null;
    };
    return times(x, y);
  }

  @Override public Tensor backward(Tensor dOut) { return times(dOut, dx); }

  /// `to = from * factors` as the last forward pass had them; `from` itself when there are none.
  private Tensor times(Tensor from, Tensor to) {
    if (factors == null) return from;
    float[] in = from.data(), m = factors.data(), out = to.resize(from.rows()).data();
    if (fresh) multiply(in, m, out, from.size());
    else
      for (int r = 0; r < from.rows(); r++)
        for (int c = 0; c < units; c++) out[r * units + c] = in[r * units + c] * m[c];
    return to;
  }

  private static void multiply(float[] a, float[] b, float[] out, int n) {
    for (int i = 0; i < n; i++) out[i] = a[i] * b[i];
  }

  private void draw(Tensor target, int rows) {
    float[] m = target.data();
    if (p() > 0) drawRows(stream, m, rows);
    else Arrays.fill(m, 0, rows * units, 1);
    if (pinned) for (int r = 0; r < rows; r++) applyPins(m, r * units, keptScale());
  }

  private void applyPins(float[] m, int offset, float kept) {
    for (int c = 0; c < units; c++) {
      switch (pins[c]) {
        case RANDOM -> {}
        case DROPPED -> m[offset + c] = 0;
        case KEPT -> m[offset + c] = kept;
      }
    }
  }
}
