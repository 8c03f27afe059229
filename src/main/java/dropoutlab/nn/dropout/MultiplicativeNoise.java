package dropoutlab.nn.dropout;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.Pin;
import java.util.Arrays;

/// Dropout that multiplies: `y = m x` in training, with a mask m drawn anew for every example; `dx = m dOut` with the same
/// m. In inference `y = s x` with a constant s, and `dx = s dOut`. A method says how one example's mask is drawn, and s.
///
/// Each row of a batch takes the same number of words from the stream, so that the masks do not depend on how the
/// examples are split into batches.
public abstract sealed class MultiplicativeNoise implements DropoutLayer
    permits DropBlock, InvertedDropout, SpatialDropout {
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
  MultiplicativeNoise(double p, int units, RandomStream stream) {
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

  @Override public double p() { return p; }

  @Override public void setP(double p) {
    if (!(p >= 0 && p < 1)) throw new IllegalArgumentException("A drop rate must be in [0, 1), but is " + p);
    this.p = p;
  }

  @Override public Pin pin(int unit) { return pins[unit]; }

  @Override public boolean hasPins() { return pinned; }

  @Override public void setPin(int unit, Pin pin) {
    pins[unit] = pin;
    pinned = Arrays.stream(pins).anyMatch(each -> each != Pin.RANDOM);
  }

  /// Draws the mask of one example: `units` values from `offset` on.
  abstract void drawRow(RandomStream stream, float[] mask, int offset);

  /// What a unit that is pinned kept is multiplied by.
  public abstract float keptScale();

  /// What inference multiplies by.
  float inferenceScale() { return 1; }

  final int units() { return units; }

  /// Whether a forward pass in training changes anything.
  boolean active() { return p > 0 || pinned; }

  @Override public Tensor mask() { return maskMode.drawsFreshMasks() ? mask : new Tensor(0, units); }

  /// The new mask gets a tensor of its own, because the backward pass of an earlier forward pass may still need the old.
  @Override public void holdNewMask() {
    heldMask = new Tensor(1, units);
    draw(heldMask, 1);
  }

  @Override public Tensor forward(Tensor x, Mode mode) {
    if (x.cols() != units)
      throw new IllegalArgumentException("Dropout expects " + units + " units, the batch has " + x.cols() + " columns");
    maskMode = active() ? mode : Mode.INFERENCE;
    if (maskMode.drawsFreshMasks()) draw(mask.resize(x.rows()), x.rows());
    passMask = maskMode == Mode.HELD ? heldMask : mask;
    return times(x, y);
  }

  @Override public Tensor backward(Tensor dOut) {
    return times(dOut, dx);
  }

  /// `to = from * m` with the mask of the last forward pass; `from` itself when nothing was dropped or scaled.
  private Tensor times(Tensor from, Tensor to) {
    switch (maskMode) {
      case INFERENCE -> {
        if (inferenceScale() == 1) return from;
        scale(from.data(), inferenceScale(), to.resize(from.rows()).data(), from.size());
      }
      case TRAIN, FRESH -> multiply(from.data(), passMask.data(), to.resize(from.rows()).data(), from.size());
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

  private static void scale(float[] a, float factor, float[] out, int n) {
    for (int i = 0; i < n; i++) out[i] = a[i] * factor;
  }

  private void draw(Tensor target, int rows) {
    float kept = keptScale();
    float[] m = target.data();
    for (int r = 0; r < rows; r++) {
      if (p > 0) drawRow(stream, m, r * units);
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
}
