package dropoutlab.train;

import static dropoutlab.nn.Parity.TOLERANCE;
import static dropoutlab.nn.Parity.assertClose;
import static dropoutlab.nn.Parity.relative;
import static dropoutlab.nn.Parity.tensor;
import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import dropoutlab.nn.Optimiser;
import dropoutlab.nn.Regulariser;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.RegulariserSpec;
import dropoutlab.spec.ScheduleSpec;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// Optimisers under schedules, label smoothing and the Gaussian likelihood against PyTorch 1.13 in double precision.
/// The numbers were written by `src/test/python/parity_training.py`.
class TrainingParityTest {
  private static final JsonMapper JSON = new JsonMapper();

  record Scheduled(OptimiserSpec optimiser, ScheduleSpec schedule, float[][] before, List<float[][]> gradients,
                   List<float[][]> after) {
    @Override public String toString() { return optimiser + " " + schedule; }
  }

  record Smoothed(double smoothing, float[][] output, float[][] labels, double value, float[][] gradient) {
    @Override public String toString() { return labels[0].length + " columns, " + smoothing; }
  }

  record Likelihood(float[][] output, float[][] target, double value, float[][] gradient) {}

  static Scheduled[] optimisersFollowTheSchedules() throws IOException {
    return read("training-schedules.json", Scheduled[].class);
  }

  static Smoothed[] smoothedLabelsGiveLossAndGradient() throws IOException {
    return read("training-smoothing.json", Smoothed[].class);
  }

  static Likelihood[] theLikelihoodGivesLossAndGradient() throws IOException {
    return read("training-likelihood.json", Likelihood[].class);
  }

  private static <T> T read(String name, Class<T> type) throws IOException {
    try (InputStream in = TrainingParityTest.class.getResourceAsStream("/parity/" + name)) {
      return JSON.readValue(in, type);
    }
  }

  @ParameterizedTest
  @MethodSource
  void optimisersFollowTheSchedules(Scheduled run) {
    Tensor gradient = tensor(run.before());
    Parameter weight = new Parameter(tensor(run.before()), gradient, true);
    Optimiser optimiser = new Optimiser(run.optimiser(), List.of(weight));
    for (int step = 0; step < run.after().size(); step++) {
      gradient.copyFrom(tensor(run.gradients().get(step)));
      optimiser.update(Schedule.factor(run.schedule(), step, 1000), 1);
      assertClose("after step " + step, weight.value(), run.after().get(step));
    }
  }

  @ParameterizedTest
  @MethodSource
  void smoothedLabelsGiveLossAndGradient(Smoothed run) {
    Tensor labels = tensor(run.labels());
    new Regulariser(new RegulariserSpec(0, 0, 0, run.smoothing())).smooth(labels);
    Loss loss = labels.cols() == 1 ? Loss.BINARY_CROSS_ENTROPY : Loss.SOFTMAX_CROSS_ENTROPY;
    assertLoss(loss, tensor(run.output()), labels, run.value(), run.gradient());
  }

  @ParameterizedTest
  @MethodSource
  void theLikelihoodGivesLossAndGradient(Likelihood run) {
    assertLoss(Loss.GAUSSIAN_NLL, tensor(run.output()), tensor(run.target()), run.value(), run.gradient());
  }

  private static void assertLoss(Loss loss, Tensor output, Tensor target, double value, float[][] gradient) {
    assertThat(relative(loss.value(output, target), value, 0)).isLessThan(TOLERANCE);
    Tensor dOut = new Tensor(0, output.cols());
    loss.gradient(output, target, dOut);
    assertClose("gradient", dOut, gradient);
  }
}
