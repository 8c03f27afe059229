package dropoutlab.claim.features;

import dropoutlab.claim.Bench;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.dropout.InvertedDropout;
import dropoutlab.nn.layer.Mode;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.UnitCode;

/// Sends messages through the engine's dropout layer and estimates what passes from the shares among the outcomes. All
/// settings of the units are sent in turn, so that each comes equally often.
final class SampledBits {
  /// Masks that the layer draws at a time.
  private static final int BATCH = 512;
  /// How far from the end the message is that is shown: there the signs alternate.
  private static final int SHOWN = 11;

  private final UnitCode code;
  private final int units;
  private final InvertedDropout layer;
  private final Tensor last;
  private int[] pairs;
  private int sent;

  SampledBits(UnitCode code, double p, int units, RandomStream masks) {
    this.code = code;
    this.units = units;
    layer = new InvertedDropout(p, units, masks);
    last = new Tensor(2, units);
  }

  /// The smallest number of samples from `masks` on of which each setting of the units has equally many.
  static int whole(int masks, int units) { return ((masks - 1 >> units) + 1) << units; }

  /// Estimates the bits that pass from fresh samples; of [UnitCode#OWN] those of one unit.
  double estimate(int samples, ProgressMonitor watch) {
    pairs = new int[code.messages(units) * outcomes()];
    for (sent = 0; sent < samples; ) {
      Bench.check(watch);
      send(Math.min(BATCH, samples - sent));
    }
    return bits(samples);
  }

  private int outcomes() { return (int) Math.pow(3, units); }

  private void send(int rows) {
    Tensor x = new Tensor(rows, units);
    for (int r = 0; r < rows; r++) for (int u = 0; u < units; u++) x.set(r, u, sign(sent + r, u));
    Tensor y = layer.forward(x, Mode.TRAIN);
    for (int r = 0; r < rows; r++) pairs[message(sent + r) * outcomes() + outcome(y, r)]++;
    int shown = Math.max(0, rows - SHOWN);
    last.copyRow(0, x, shown);
    last.copyRow(1, y, shown);
    sent += rows;
  }

  private float sign(int sample, int unit) { return (sample >> (code == UnitCode.COPY ? 0 : unit) & 1) == 0 ? -1 : 1; }

  private int message(int sample) {
    return switch (code) {
      case COPY -> sample & 1;
      case PARITY -> Integer.bitCount(sample & (1 << units) - 1) & 1;
      case OWN -> sample & (1 << units) - 1;
    };
  }

  /// Each unit is missing, -1 or +1.
  private int outcome(Tensor y, int row) {
    int outcome = 0;
    for (int u = 0; u < units; u++) outcome = 3 * outcome + (int) Math.signum(y.at(row, u)) + 1;
    return outcome;
  }

  /// H(message) + H(outcome) - H(both), in bits.
  private double bits(int samples) {
    int[] messages = new int[code.messages(units)], outcomes = new int[outcomes()];
    for (int i = 0; i < pairs.length; i++) {
      messages[i / outcomes.length] += pairs[i];
      outcomes[i % outcomes.length] += pairs[i];
    }
    double bits = entropy(messages, samples) + entropy(outcomes, samples) - entropy(pairs, samples);
    return code == UnitCode.OWN ? bits / units : bits;
  }

  private static double entropy(int[] counts, int samples) {
    double sum = 0;
    for (int count : counts) if (count > 0) sum -= (double) count / samples * StrictMath.log((double) count / samples);
    return sum / StrictMath.log(2);
  }

  /// One of the last settings of the units, +1 or -1, and what the layer made of it.
  Tensor last() { return last; }
}
