package dropoutlab.train;

import dropoutlab.spec.Experiment;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.ScheduleSpec;
import dropoutlab.spec.TrainingSpec;
import java.util.ArrayList;
import java.util.List;

/// A [ScheduleSpec] as a function of time t, in epochs and fractions of them; T is the schedule's last epoch:
/// | schedule | factor |
/// |---|---|
/// | constant | 1 |
/// | step | f^⌊t / every⌋ |
/// | exponential | f^t |
/// | cosine | b + (1 - b) (1 + cos(π t / T)) / 2, b beyond T |
/// | linear | a + (b - a) t / T, b beyond T |
/// | warm-up | a + (1 - a) t / W up to W, then 1 + (b - 1) (t - W) / (T - W), b beyond T |
///
/// At whole epochs these are StepLR, ExponentialLR, CosineAnnealingLR and LinearLR of PyTorch.
public final class Schedule {
  private Schedule() {}

  /// @param planned the epochs of the training, which are T if the schedule names none
  static double factor(ScheduleSpec spec, double t, int planned) {
    return switch (spec.endingAt(Math.max(1, planned))) {
      case ScheduleSpec.Constant _ -> 1;
      case ScheduleSpec.Step(int every, double factor) -> StrictMath.pow(factor, Math.floor(t / every));
      case ScheduleSpec.Exponential(double factor) -> StrictMath.pow(factor, t);
      case ScheduleSpec.Cosine(double to, int end) ->
          to + (1 - to) * (1 + StrictMath.cos(Math.PI * Math.min(1, t / end))) / 2;
      case ScheduleSpec.Linear(double from, double to, int end) -> along(from, to, t / end);
      case ScheduleSpec.WarmUp(double from, double warmUp, double to, int end) ->
          t < warmUp ? along(from, 1, t / warmUp) : along(1, to, warmUp == end ? 1 : (t - warmUp) / (end - warmUp));
    };
  }

  /// Returns the network with the drop rates that are in force at training step `step` (the first is 0) if the rates
  /// `set` were set, in the order of [NetworkSpec#dropRates]. Rates that are learnt stay as they were set.
  public static NetworkSpec inForce(Experiment experiment, List<Double> set, long step, int batches) {
    TrainingSpec training = experiment.training();
    double factor = factor(training.dropSchedule(), (double) step / batches, training.epochs());
    NetworkSpec network = experiment.network().withDropRates(set);
    List<Double> p = new ArrayList<>(network.dropRates());
    for (int i = 0; i < p.size(); i++) {
      boolean hidden = i > 0 && i < network.denseRates();
      if (!hidden || !network.hidden().get(i - 1).method().learnsRate()) p.set(i, factor * p.get(i));
    }
    return network.withDropRates(p);
  }

  private static double along(double from, double to, double share) {
    return share >= 1 ? to : from + (to - from) * share;
  }
}
