package dropoutlab.claim.moments;

import dropoutlab.claim.Bench;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Passes;
import dropoutlab.nn.layer.Mode;
import dropoutlab.predict.ProgressMonitor;
import java.util.Arrays;

/// What a norm learns from batch to batch: its running statistics, and the variance of every batch in both modes. A
/// running variance is a mean whose weights fall by the factor 1 - momentum a batch, and begins at 1.
final class NormTrail {
  static final double MOMENTUM = .02;
  /// Of where it began less than this is left when it has settled.
  static final double REST = 1e-4;
  private static final int ROWS = 800, LEAST_ROWS = 100;

  private final NormTrial.Plan plan;
  private final double correlation;
  private final long seed;
  private final double[] means;
  private final double[] variances;
  private final double[] met;

  NormTrail(NormTrial.Plan plan, double correlation, long seed, int batches, ProgressMonitor watch) {
    this.plan = plan;
    this.correlation = correlation;
    this.seed = seed;
    means = new double[batches + 1];
    variances = new double[batches + 1];
    met = new double[batches + 1];
    variances[0] = 1;
    NormTrial trial = new NormTrial(plan, seed);
    RandomStream data = RandomStream.of(seed, Purpose.DATA);
    Tensor z = new Tensor(rows(), plan.width());
    for (int t = 1; t <= batches; t++) {
      Bench.check(watch);
      watch.done((double) t / batches);
      NormTrial.draw(data, correlation, z);
      trial.learn(z);
      means[t] = trial.statistics()[0];
      variances[t] = trial.statistics()[1];
      met[t] = trial.met(z);
    }
  }

  /// Returns how much of where it began is left.
  static double rest(int batches) { return StrictMath.pow(1 - MOMENTUM, batches); }

  static boolean settled(int batches) { return rest(batches) < REST; }

  /// Returns how many examples a batch has.
  int rows() { return Math.max(LEAST_ROWS, ROWS / plan.width()); }

  /// Returns the running variance after each batch, from 0 on.
  double[] variances(int batches) { return Arrays.copyOf(variances, batches + 1); }

  double learnt(int batches) { return variances[batches]; }

  /// Returns the variance met at inference, averaged as the norm averages that of training.
  double met(int batches) {
    double sum = 0, weights = 0;
    for (int t = 1; t <= batches; t++) {
      sum = (1 - MOMENTUM) * sum + MOMENTUM * met[t];
      weights = (1 - MOMENTUM) * weights + MOMENTUM;
    }
    return sum / weights;
  }

  /// Returns the standard error of the running mean of met - ratio x learnt, from its scatter over the batches.
  double error(int batches, double ratio) { return error(batches, 1, ratio); }

  /// The same of the running variance alone.
  double error(int batches) { return error(batches, 0, 1); }

  private double error(int batches, double ofMet, double ofLearnt) {
    double[] each = new double[batches];
    for (int t = 1; t <= batches; t++) each[t - 1] = ofMet * met[t] - ofLearnt * batch(t);
    double mean = Arrays.stream(each).sum() / batches;
    double squares = Arrays.stream(each).map(e -> (e - mean) * (e - mean)).sum();
    return Math.sqrt(squares / Math.max(1, batches - 1) * MOMENTUM / (2 - MOMENTUM));
  }

  /// Returns the variance of a batch in training, from the step that the running one took.
  private double batch(int t) { return (variances[t] - (1 - MOMENTUM) * variances[t - 1]) / MOMENTUM; }

  /// Makes passes of MC dropout, in both of their modes in turn, with the norm as it was after some batches. Returns
  /// how far its statistics moved away, and its running variance after each pass in `after`.
  double moved(int batches, int passes, double[] after) {
    NormTrial trial = new NormTrial(plan, seed);
    trial.setStatistics(means[batches], variances[batches]);
    double[] before = trial.statistics();
    Tensor z = new Tensor(LEAST_ROWS, plan.width()), out = new Tensor(0, 1);
    NormTrial.draw(RandomStream.of(seed, Purpose.DATA, 1), correlation, z);
    Passes held = trial.passes(z, Mode.HELD), fresh = trial.passes(z, Mode.FRESH);
    double moved = 0;
    for (int pass = 0; pass < passes; pass++) {
      (pass % 2 == 0 ? held : fresh).next(out);
      double[] now = trial.statistics();
      after[pass] = now[1];
      moved = Math.max(moved, Math.max(Math.abs(now[0] - before[0]), Math.abs(now[1] - before[1])));
    }
    return moved;
  }
}
