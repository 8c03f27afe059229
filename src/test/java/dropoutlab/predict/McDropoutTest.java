package dropoutlab.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.Scaling;
import dropoutlab.data.Schema;
import dropoutlab.data.TargetUnit;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Activation;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.NetworkSpec.HiddenLayer;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McDropoutTest {
  private static Schema regression(double mean, double sd) {
    return new Schema(Task.REGRESSION, List.of("x"), "y", List.of(), new Scaling(List.of(0.0), List.of(1.0)),
        new Scaling(List.of(mean), List.of(sd)), Optional.empty());
  }

  /// One weight w on one input with dropout: the passes are 0 or w x / (1-p).
  private static Predictor oneWeight(double p, float w, Schema schema) {
    return new Predictor(schema, new NetworkSpec(p, List.of(), Initialisation.HE),
        new Weights(List.of(Matrix.row(w)), List.of(Matrix.row(0))), 1);
  }

  @Test void oneWeightHasTheVarianceOfTheClosedForm() {
    // The variance is p/(1-p) w² x²: 0.4444, 1 and 4 for w = 2, x = 1 and p = .1, .2, .5.
    double[][] cases = {{0.1, 0.4444}, {0.2, 1}, {0.5, 4}};
    for (double[] each : cases) {
      Predictive predictive =
          McDropout.predict(oneWeight(each[0], 2, regression(0, 1)), Tensor.of(1, 1, 1f), 200_000, true);
      assertThat(predictive.mean().get(0)).isCloseTo(2, within(0.02));
      assertThat((double) predictive.variance().get(0)).isCloseTo(each[1], within(0.02 * each[1]));
    }
  }

  @Test void predictionsAreStandardisedAndTheUnitBringsThemIntoTheTargets() {
    Predictor predictor = oneWeight(0, 2, regression(100, 10));
    Tensor answer = predictor.deterministic(Tensor.of(1, 1, 1f));
    assertThat(answer.at(0, 0)).isEqualTo(2f);
    assertThat(predictor.unit().values(answer).at(0, 0)).isEqualTo(120);
  }

  @Test void withoutDropoutEveryPassIsTheDeterministicPrediction() {
    Predictor predictor = oneWeight(0, 3, regression(0, 1));
    Predictive predictive = McDropout.predict(predictor, Tensor.of(2, 1, 1f, -2f), 25, false);
    assertThat(predictive.mean().toArray()).containsExactly(3f, -6f);
    assertThat(predictive.variance().toArray()).containsExactly(0f, 0f);
  }

  @Test void aHeldMaskIsOneFunctionAndAFreshMaskIsNot() {
    Tensor x = Tensor.of(4, 1, 1f, 1f, 1f, 1f);
    int[] mixed = new int[2];
    for (boolean held : new boolean[] {true, false}) {
      McDropout.predict(oneWeight(0.5, 1, regression(0, 1)), x, 50, held, (answer, _) -> {
        for (int r = 1; r < 4; r++) if (answer.at(r, 0) != answer.at(0, 0)) { mixed[held ? 0 : 1]++; break; }
      });
    }
    assertThat(mixed[0]).isZero();
    assertThat(mixed[1]).isGreaterThan(25);
  }

  @Test void aRowsPassesDoNotDependOnTheRowsBesideIt() {
    Tensor many = Tensor.of(3, 1, 1f, 2f, 3f), one = Tensor.of(1, 1, 2f);
    Predictive together = McDropout.predict(oneWeight(0.3, 1, regression(0, 1)), many, 40, true);
    Predictive alone = McDropout.predict(oneWeight(0.3, 1, regression(0, 1)), one, 40, true);
    assertThat(together.mean().at(1, 0)).isEqualTo(alone.mean().at(0, 0));
    assertThat(together.variance().at(1, 0)).isEqualTo(alone.variance().at(0, 0));
  }

  @Test void entropyAndInformationMatchTheAnchors() {
    // Computed by hand in nats for the passes (.9,.1),(.5,.5),(.1,.9) and (.9,.1),(.8,.2),(.7,.3).
    Predictive disagreeing = classes(new float[][] {{.9f, .1f}, {.5f, .5f}, {.1f, .9f}});
    assertThat((double) disagreeing.entropy().get(0)).isCloseTo(0.693147, within(1e-6));
    assertThat((double) disagreeing.information().get(0)).isCloseTo(0.245376, within(1e-6));
    Predictive agreeing = classes(new float[][] {{.9f, .1f}, {.8f, .2f}, {.7f, .3f}});
    assertThat((double) agreeing.entropy().get(0)).isCloseTo(0.500402, within(1e-6));
    assertThat((double) agreeing.information().get(0)).isCloseTo(0.021619, within(1e-6));
    assertThat(agreeing.variation().get(0)).isZero();
    // The tie of the middle pass counts for the first class: the votes are 2 to 1.
    assertThat((double) disagreeing.variation().get(0)).isCloseTo(1 / 3.0, within(1e-6));
  }

  private static Predictive classes(float[][] passes) {
    PassMoments moments = new PassMoments(1, 2, true);
    for (float[] pass : passes) moments.add(Tensor.of(1, 2, pass));
    return moments.result();
  }

  /// Oracle: single passes, gathered one by one. 70 inputs are more than one block of the faster way, and not a whole
  /// number of blocks.
  @ParameterizedTest
  @CsvSource({"CLASSIFICATION, 1, true", "CLASSIFICATION, 3, true", "REGRESSION, 1, true", "REGRESSION, 2, true",
      "CLASSIFICATION, 1, false", "REGRESSION, 2, false"})
  void allPassesTogetherAreTheSinglePasses(Task task, int outputs, boolean held) {
    Schema schema = task == Task.REGRESSION ? regression(5, 10)
        : new Schema(task, List.of("x"), "y", outputs == 1 ? List.of("a", "b") : List.of("a", "b", "c"),
            new Scaling(List.of(0.0), List.of(1.0)), new Scaling(List.of(), List.of()), Optional.empty());
    Tensor x = new Tensor(70, 1);
    for (int r = 0; r < 70; r++) x.set(r, 0, r / 35f - 1);
    Predictor single = twoLayers(schema, outputs);
    PassMoments moments = new PassMoments(70, single.columns(), task == Task.CLASSIFICATION);
    List<float[]> answers = new ArrayList<>();
    for (int t = 0; t < 20; t++) {
      Tensor answer = single.pass(x, held);
      answers.add(answer.copy().data());
      moments.add(answer);
      if (single.learnsVariance()) moments.addVariances(single::learntVariance);
    }
    assertThat(McDropout.predict(twoLayers(schema, outputs), x, 20, held,
        (answer, t) -> assertThat(answer.copy().data()).containsExactly(answers.get(t)))).isEqualTo(moments.result());
  }

  private static Predictor twoLayers(Schema schema, int outputs) {
    HiddenLayer tanh = new HiddenLayer(12, Activation.TANH, 0.5), relu = new HiddenLayer(11, Activation.RELU, 0.3);
    return new Predictor(schema, new NetworkSpec(0, List.of(tanh, relu), Initialisation.HE),
        new Weights(List.of(waves(1, 12), waves(12, 11), waves(11, outputs)),
            List.of(waves(1, 12), waves(1, 11), waves(1, outputs))), 3);
  }

  private static Matrix waves(int rows, int cols) {
    return Matrix.generate(rows, cols, (r, c) -> (float) Math.sin(1 + 3 * r + 5 * c));
  }

  /// By hand, with p = 1/2 on one input of 1: the mask is 0 or 2, so that the mean is 0 or 4 and the variance is 2 or 2
  /// · 3² = 18. The variance of the means is 4, and the mean of the variances is 10.
  @Test void theLearntVarianceIsToldApartFromThatOfThePasses() {
    float log2 = (float) Math.log(2), log3 = (float) Math.log(3);
    Predictor predictor = new Predictor(regression(5, 10), new NetworkSpec(0.5, List.of(), Initialisation.HE),
        new Weights(List.of(Matrix.row(2, log3)), List.of(Matrix.row(0, log2))), 1);
    Predictive predictive = McDropout.predict(predictor, Tensor.of(2, 1, 1f, 0f), 100_000, false);
    assertThat(predictor.columns()).isEqualTo(1);
    assertThat(predictive.mean().get(0)).isCloseTo(2, within(0.02));
    assertThat(predictive.variance().get(0)).isCloseTo(4, within(0.04));
    assertThat(predictive.aleatoric().get(0)).isCloseTo(10, within(0.1));
    assertThat(predictive.aleatoric().get(1)).isCloseTo(2, within(1e-4));
    TargetUnit unit = predictor.unit();
    assertThat(unit.values(predictive.mean()).get(0)).isCloseTo(25, within(0.2));
    assertThat(unit.variances(predictive.aleatoric()).get(1)).isCloseTo(200, within(0.01));
    assertThat(predictive.entropy().isEmpty()).isTrue();
  }

  @Test void withoutALearntVarianceThereIsNoneToShow() {
    assertThat(McDropout.predict(oneWeight(0, 3, regression(0, 1)), Tensor.of(1, 1, 1f), 2, true).aleatoric().isEmpty())
        .isTrue();
  }

  @Test void tMustBePositive() {
    assertThatThrownBy(() -> McDropout.predict(oneWeight(0, 1, regression(0, 1)), Tensor.of(1, 1, 1f), 0, true))
        .hasMessage("T must be at least 1, but is 0");
  }
}
