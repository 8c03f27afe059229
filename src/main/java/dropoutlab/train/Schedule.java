package dropoutlab.train;

import dropoutlab.spec.Experiment;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.ScheduleSpec;
import dropoutlab.spec.TrainingSpec;
import java.util.ArrayList;
import java.util.List;

/// A [ScheduleSpec] as a function of time t, in epochs with their fractions, T being the schedule's last epoch:
///
/// | schedule | factor |
/// |---|---|
/// | constant | 1 |
/// | step | f^⌊t / every⌋ |
/// | exponential | f^t |
/// | cosine | b + (1 - b) (1 + cos(π t / T)) / 2, b beyond T |
/// | linear | a + (b - a) t / T, b beyond T |
/// | warm-up | a + (1 - a) t / W up to W, then 1 + (b - 1) (t - W) / (T - W), b beyond T |
///
/// At whole epochs these are PyTorch's StepLR, ExponentialLR, CosineAnnealingLR and LinearLR.
public final class Schedule {
  private Schedule() {}

  /// @param planned the epochs of the training, T where the schedule names none
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

  /// The network with the drop rates that training step `step` (the first is 0) of an experiment uses where `set` are
  /// set: the input's first, then each hidden layer's. What is learnt stays as it is set.
  public static NetworkSpec inForce(Experiment experiment, List<Double> set, long step, int batches) {
    TrainingSpec training = experiment.training();
    double factor = factor(training.dropSchedule(), (double) step / batches, training.epochs());
    List<Double> p = new ArrayList<>();
    for (int i = 0; i < set.size(); i++) {
      boolean learnt = i > 0 && experiment.network().hidden().get(i - 1).method().learnsRate();
      p.add(learnt ? set.get(i) : factor * set.get(i));
    }
    return experiment.network().withDropRates(p).withBodyDropTimes(factor);
  }

  private static double along(double from, double to, double share) {
    return share >= 1 ? to : from + (to - from) * share;
  }
}
