package dropoutlab.nn.recurrent;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Mode;
import java.util.Arrays;

/// Random factors for a batch of sequences: 0 with probability p, else `kept`. There is either one row of factors for
/// the whole sequence or one for each step. Without masks (inference, or p = 0) every factor is `resting`.
///
/// - inverted dropout: kept = 1 / (1 - p), resting = 1
/// - a choice between two values (zoneout): kept = 1, resting = 1 - p, which is the expectation
///
/// An example takes the same number of words from the stream however the examples are split into batches. After a pass,
/// the factors are `values()[at(example, step) + column]`.
final class SequenceMask {
  private final DropRate rate;
  private final int width;
  private final int masks;
  private final boolean inverted;
  private final RandomStream stream;
  private final float[] resting;
  private final Tensor fresh;
  private Tensor held;
  private float[] values;
  private int exampleStep;
  private int timeStep;
  private boolean idle;
  private boolean random;

  private SequenceMask(DropRate rate, int width, int masks, boolean inverted, RandomStream stream) {
    this.rate = rate;
    this.width = width;
    this.masks = masks;
    this.inverted = inverted;
    this.stream = stream;
    resting = new float[width];
    fresh = new Tensor(0, width * masks);
    values = resting;
  }

  /// Makes inverted dropout of `width` columns, with `masks` masks per sequence: 1, or one per step.
  static SequenceMask inverted(DropRate rate, int width, int masks, RandomStream stream) {
    return new SequenceMask(rate, width, masks, true, stream);
  }

  /// Makes factors 0 or 1, resting at 1 - p.
  static SequenceMask choice(DropRate rate, int width, int masks, RandomStream stream) {
    return new SequenceMask(rate, width, masks, false, stream);
  }

  /// Returns a mask of the same form without a stream, for inference.
  SequenceMask sharing() { return new SequenceMask(rate, width, masks, inverted, null); }

  /// Returns whether every factor of the last pass is 1.
  boolean idle() { return idle; }

  DropRate rate() { return rate; }

  /// Prepares the factors of a pass over `rows` examples.
  void use(Mode mode, int rows) {
    random = rate.p() > 0 && mode != Mode.INFERENCE && !(mode == Mode.HELD && held == null);
    Mode effective = random ? mode : Mode.INFERENCE;
    idle = rate.p() == 0 || !random && inverted;
    switch (effective) {
      case INFERENCE -> {
        Arrays.fill(resting, inverted ? 1 : (float) (1 - rate.p()));
        set(resting, 0, 0);
      }
      case TRAIN, FRESH -> set(draw(fresh.resize(rows)).data(), width * masks, masks > 1 ? width : 0);
      case HELD -> set(held.data(), 0, masks > 1 ? width : 0);
    }
  }

  private void set(float[] values, int exampleStep, int timeStep) {
    this.values = values;
    this.exampleStep = exampleStep;
    this.timeStep = timeStep;
  }

  /// Draws new held factors. They get a tensor of their own, because the backward pass of an earlier pass may still
  /// need the old ones.
  void hold() {
    if (rate.p() > 0) held = draw(new Tensor(1, width * masks));
  }

  private Tensor draw(Tensor target) {
    int count = target.cols();
    double p = rate.p();
    float kept = inverted ? (float) (1 / (1 - p)) : 1;
    for (int r = 0; r < target.rows(); r++) stream.fillMask(target.data(), r * count, count, p, kept);
    return target;
  }

  /// Returns the number of columns per step.
  int width() { return width; }

  /// Returns whether the last pass used factors that were drawn, fresh or held.
  boolean random() { return random; }

  float factor(int example, int step, int column) { return values[at(example, step) + column]; }

  float[] values() { return values; }

  int at(int example, int step) { return example * exampleStep + step * timeStep; }
}
