package dropoutlab.claim.scaling;

import static dropoutlab.claim.scaling.MicroscopeNumbers.CELLS;
import static dropoutlab.claim.scaling.MicroscopeNumbers.ROWS;
import static dropoutlab.claim.scaling.MicroscopeNumbers.UNITS;

import dropoutlab.claim.Bench;
import dropoutlab.claim.Settings;
import dropoutlab.frame.Matrix;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.dropout.InvertedDropout;
import dropoutlab.nn.dropout.StandardDropout;
import dropoutlab.nn.dropout.UnitDropout;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.Mode;
import dropoutlab.predict.ProgressMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The engine's side of the microscope: its layers, under NumPy's random numbers. All layers read the same numbers, so
/// that they draw the same masks.
final class MicroscopeEngine {
  /// Masks that a layer draws at a time.
  private static final int BATCH = 500;
  /// Points of a trail lie at most so much of their place apart.
  private static final double GROWTH = 1.035;

  private final long[] words;
  private final int masks;
  private final ProgressMonitor watch;

  MicroscopeEngine(Settings settings, ProgressMonitor watch) {
    this.watch = watch;
    masks = settings.count("masks");
    words = new long[masks * CELLS / 2];
    RandomStream stream = MicroscopeNumbers.numpy(settings).masks(CELLS, MicroscopeNumbers.ties(settings));
    for (int i = 0; i < words.length; i++) {
      if (i % (BATCH * CELLS) == 0) Bench.check(watch);
      words[i] = stream.nextLong();
    }
  }

  private RandomStream stream() {
    int[] next = {0};
    return new RandomStream(() -> words[next[0]++]);
  }

  InvertedDropout inverted(double p) { return new InvertedDropout(p, CELLS, stream()); }

  StandardDropout standard(double p) { return new StandardDropout(p, CELLS, stream()); }

  /// What one pass there and back gave.
  ///
  /// @param toggled the gradient that a layer returns whose mode was toggled to inference before the way back
  record Pass(Matrix mask, Tensor y, Tensor back, Tensor toggled) {
    /// How far off the toggled gradient is, as a share of the norm of the right one; NaN where that is 0.
    double wrongShare() {
      double off = 0, right = 0;
      for (int i = 0; i < back.size(); i++) {
        off += Math.pow(toggled.at(0, i) - (double) back.at(0, i), 2);
        right += Math.pow(back.at(0, i), 2);
      }
      return right > 0 ? Math.sqrt(off / right) : Double.NaN;
    }
  }

  Pass pass(double p, MicroscopeNumbers numbers) {
    InvertedDropout layer = inverted(p), other = inverted(p);
    Tensor y = layer.forward(numbers.x(), Mode.TRAIN).copy();
    Tensor back = layer.backward(numbers.gradient()).copy();
    Tensor mask = layer.mask().copy();
    if (mask.rows() == 0) mask.resize(1).fill(1);
    other.forward(numbers.x(), Mode.INFERENCE);
    return new Pass(Matrix.copyOf(mask.data(), ROWS, UNITS), y, back, other.backward(numbers.gradient()).copy());
  }

  /// Returns the weighted sum of each row, for cells as a layer put them out.
  Tensor sums(Tensor cells, List<Double> weights) {
    Dense sum = new Dense(UNITS, 1);
    for (int i = 0; i < UNITS; i++) sum.weights().value().data()[i] = weights.get(i).floatValue();
    return sum.forward(new Tensor(0, UNITS).share(cells), Mode.INFERENCE).copy();
  }

  /// Returns what a layer makes of x at inference.
  Tensor off(double p, Tensor x) { return inverted(p).forward(x, Mode.INFERENCE).copy(); }

  /// The mean of one cell over the first masks, for some numbers of masks.
  double[] means(Function<MicroscopeEngine, UnitDropout> made, float x, int cell, List<Integer> at) {
    UnitDropout layer = made.apply(this);
    Tensor batch = new Tensor(BATCH, CELLS);
    batch.fill(x);
    double[] means = new double[at.size()];
    double sum = 0;
    for (int from = 0, point = 0; from < masks; from += BATCH) {
      Bench.check(watch);
      Tensor out = layer.forward(batch.resize(Math.min(BATCH, masks - from)), Mode.TRAIN);
      for (int r = 0; r < out.rows(); r++) {
        sum += out.at(r, cell);
        if (from + r + 1 == at.get(point)) means[point++] = sum / (from + r + 1);
      }
    }
    return means;
  }

  double mean(Function<MicroscopeEngine, UnitDropout> made, float x, int cell) {
    return means(made, x, cell, List.of(masks))[0];
  }

  /// Returns 1, 2, 3, ... and farther apart later, up to the number of masks.
  List<Integer> points() {
    List<Integer> points = new ArrayList<>();
    for (int at = 1; at < masks; at = Math.max(at + 1, (int) (GROWTH * at))) points.add(at);
    points.add(masks);
    return points;
  }
}
