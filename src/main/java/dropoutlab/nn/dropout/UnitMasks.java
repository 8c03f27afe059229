package dropoutlab.nn.dropout;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.Pin;
import java.util.Arrays;

/// The masks of a layer of units: fresh masks, one per example, or one held mask that serves all passes until a new one
/// is drawn. It also holds the pins, by which the user decides about single units instead of chance.
final class UnitMasks {
  private final int units;
  private final RandomStream stream;
  private final Tensor y;
  private final Tensor dx;
  private final Pin[] pins;
  private final Factors fresh;
  private Factors held;
  private Factors scale;
  private boolean pinned;

  /// A layer's way to draw the masks of `rows` examples. They are drawn one after the other, so that they do not depend
  /// on how the examples are split into batches.
  interface Drawing {
    void draw(RandomStream stream, float[] mask, int rows);
  }

  UnitMasks(int units, RandomStream stream) {
    this.units = units;
    this.stream = stream;
    y = new Tensor(0, units);
    dx = new Tensor(0, units);
    pins = new Pin[units];
    Arrays.fill(pins, Pin.RANDOM);
    fresh = Factors.ofEach(new Tensor(0, units), y, dx);
    Tensor ones = new Tensor(1, units);
    ones.fill(1);
    held = Factors.ofAll(ones, y, dx);
  }

  Pin pin(int unit) { return pins[unit]; }

  boolean arePinned() { return pinned; }

  void setPin(int unit, Pin pin) {
    pins[unit] = pin;
    pinned = Arrays.stream(pins).anyMatch(each -> each != Pin.RANDOM);
  }

  /// Returns the masks of the last pass with fresh masks, (batch x units).
  Tensor fresh() { return fresh.tensor(); }

  /// Returns the mask of `HELD` passes, (1 x units).
  Tensor held() { return held.tensor(); }

  /// Returns the factors of a pass over `rows` examples, and draws them if the mode asks for fresh masks.
  Factors factors(Mode mode, int rows, Drawing drawing, float kept) {
    if (!mode.drawsFreshMasks()) return held;
    draw(fresh().resize(rows), rows, drawing, kept);
    return fresh;
  }

  /// Returns `row`, (1 x units), as the factors of all examples at inference.
  Factors scale(Tensor row) {
    if (scale == null || scale.tensor() != row) scale = Factors.ofAll(row, y, dx);
    return scale;
  }

  /// Draws a new mask for `HELD` passes. It gets a tensor of its own, because the backward pass of an earlier forward
  /// pass may still need the old mask.
  void hold(Drawing drawing, float kept) {
    Tensor mask = new Tensor(1, units);
    draw(mask, 1, drawing, kept);
    held = Factors.ofAll(mask, y, dx);
  }

  /// A pinned unit draws its number as all others do, so that their masks stay as they were.
  private void draw(Tensor target, int rows, Drawing drawing, float kept) {
    float[] m = target.data();
    drawing.draw(stream, m, rows);
    if (pinned) for (int r = 0; r < rows; r++) applyPins(m, r * units, kept);
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
