package dropoutlab.nn;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Pin;
import java.util.Arrays;
import java.util.List;

/// Inverted dropout (Srivastava et al. 2014, section 10), p being the probability to drop:
///
/// - training: `y = m x`, with `m = 0` with probability p, else `1 / (1 - p)`, drawn for every unit of every example;
///   backward `dx = m dOut` with the same m
/// - inference, and p = 0: `y = x`; backward `dx = dOut`
///
/// E[m] = 1 and Var[m] = p / (1 - p). Each row of a batch takes the same number of words from the stream, so that the
/// masks do not depend on how the examples are split into batches.
public final class Dropout implements Layer {
  private final RandomStream stream;
  private final int units;
  private final Tensor y;
  private final Tensor dx;
  private final Tensor mask;
  private final Pin[] pins;
  private Tensor heldMask;
  private Tensor passMask;
  private boolean pinned;
  private double p;
  private Mode maskMode = Mode.INFERENCE;

  /// @param units how many columns the input has
  public Dropout(double p, int units, RandomStream stream) {
    this.stream = stream;
    this.units = units;
    y = new Tensor(0, units);
    dx = new Tensor(0, units);
    mask = new Tensor(0, units);
    pins = new Pin[units];
    Arrays.fill(pins, Pin.RANDOM);
    setP(p);
    heldMask = new Tensor(1, units);
    heldMask.fill(1);
  }

  public double p() { return p; }

  /// Changes the drop rate; takes effect with the next forward pass.
  public void setP(double p) {
    if (!(p >= 0 && p < 1)) throw new IllegalArgumentException("A drop rate must be in [0, 1), but is " + p);
    this.p = p;
  }

  public Pin pin(int unit) { return pins[unit]; }

  public boolean hasPins() { return pinned; }

  public void setPin(int unit, Pin pin) {
    pins[unit] = pin;
    pinned = Arrays.stream(pins).anyMatch(each -> each != Pin.RANDOM);
  }

  /// The factor of a kept unit, 1 / (1 - p).
  public float keptScale() { return (float) (1 / (1 - p)); }

  /// Whether a forward pass in training changes anything.
  public boolean active() { return p > 0 || pinned; }

  /// The mask of the last forward pass with fresh masks, (batch x units) of 0 or 1/(1-p); empty after any other pass.
  Tensor mask() { return maskMode == Mode.TRAIN ? mask : new Tensor(0, units); }

  /// Draws the one mask that `HELD` passes use from now on. It gets a tensor of its own, because the backward pass of
  /// an earlier forward pass may still need the old one.
  void holdNewMask() {
    heldMask = new Tensor(1, units);
    draw(heldMask, 1);
  }

  @Override public Tensor forward(Tensor x, Mode mode) {
    if (x.cols() != units)
      throw new IllegalArgumentException("Dropout expects " + units + " units, the batch has " + x.cols() + " columns");
    maskMode = active() ? mode : Mode.INFERENCE;
    if (maskMode == Mode.TRAIN) draw(mask.resize(x.rows()), x.rows());
    passMask = maskMode == Mode.HELD ? heldMask : mask;
    return times(x, y);
  }

  @Override public Tensor backward(Tensor dOut) {
    return times(dOut, dx);
  }

  /// `to = from * m` with the mask of the last forward pass; `from` itself when nothing was dropped.
  private Tensor times(Tensor from, Tensor to) {
    switch (maskMode) {
      case INFERENCE -> { return from; }
      case TRAIN -> multiply(from.data(), passMask.data(), to.resize(from.rows()).data(), from.size());
      case HELD -> {
        float[] in = from.data(), m = passMask.data(), out = to.resize(from.rows()).data();
        for (int r = 0; r < from.rows(); r++)
          for (int c = 0; c < units; c++) out[r * units + c] = in[r * units + c] * m[c];
      }
    }
    return to;
  }

  private static void multiply(float[] a, float[] b, float[] out, int n) {
    for (int i = 0; i < n; i++) out[i] = a[i] * b[i];
  }

  private void draw(Tensor target, int rows) {
    float kept = keptScale();
    float[] m = target.data();
    for (int r = 0; r < rows; r++) {
      if (p > 0) stream.fillMask(m, r * units, units, p, kept);
      else Arrays.fill(m, r * units, (r + 1) * units, 1f);
      if (pinned) applyPins(m, r * units, kept);
    }
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

  @Override public List<Parameter> parameters() { return List.of(); }
}
