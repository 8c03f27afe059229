package dropoutlab.predict.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.data.TargetUnit;
import dropoutlab.frame.BareFrame;
import dropoutlab.frame.Ensemble;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Method;
import dropoutlab.frame.NoiseSource;
import dropoutlab.frame.Quality.Coverage;
import dropoutlab.frame.Quality.Reliability;
import dropoutlab.frame.Quality.Scores;
import dropoutlab.frame.Quality.Sparsification;
import dropoutlab.frame.Query;
import dropoutlab.frame.Result.QualityReport;
import dropoutlab.frame.Sampling;
import dropoutlab.frame.Weights;
import dropoutlab.math.Tensor;
import dropoutlab.predict.EnsemblePrediction;
import dropoutlab.predict.Predictive;
import dropoutlab.predict.Predictor;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.NetworkSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Oracles: the same numbers by arithmetic on single predictions, and cases in which all methods must agree.
class QualitiesTest {
  private static final NetworkSpec PLAIN = new NetworkSpec(0, List.of(), Initialisation.HE);

  private final Experiment experiment = ExperimentJson.read("""
      {"data": {"set": "linear-five", "training": 200, "validation": 150, "noise": 0.5},
       "network": {"inputDrop": 0.1, "hidden": []}}""", "five.json");
  private final DataSet data = DataSets.load(experiment, Path.of(""));

  private static Frame frame(Experiment experiment, Weights weights) {
    return BareFrame.of(experiment, 1, weights);
  }

  /// Weights near the truth, in standardised units.
  private Weights weights(double factor) {
    double[] truth = {1, -1, 0.5, 0, 2};
    double sd = data.schema().targetScaling().sd().getFirst();
    return new Weights(List.of(Matrix.generate(5, 1,
        (j, _) -> (float) (factor * truth[j] * data.schema().inputScaling().sd().get(j) / sd))), List.of(Matrix.row(0)));
  }

  private QualityReport report(Sampling sampling, NoiseSource noise, Optional<Ensemble> ensemble) {
    return Qualities.report(frame(experiment, weights(1)), data, new Query.Quality(sampling, noise, ensemble, true));
  }

  private static Sampling passes(int passes, OptionalDouble p) { return new Sampling(passes, true, p); }

  @Test void allMethodsAreMeasuredInTheirOrder() {
    Ensemble ensemble = new Ensemble(PLAIN, List.of(weights(0.9), weights(1.1)));
    QualityReport report = report(passes(200, OptionalDouble.empty()), new NoiseSource.Fitted(), Optional.of(ensemble));
    assertThat(report.examples()).isEqualTo(150);
    assertThat(report.passes()).isEqualTo(200);
    assertThat(report.scores()).extracting(Scores::method).containsExactly(Method.values());
    assertThat(report.coverage()).extracting(Coverage::method).containsExactly(Method.values());
    // With masks off, the standard deviation is the same everywhere and cannot sort anything.
    assertThat(report.sparsification()).extracting(Sparsification::method)
        .containsExactly(Method.MC_DROPOUT, Method.ENSEMBLE, Method.EXACT_BAYES);
    assertThat(report.reliability()).isEmpty();
    // The mean of .9 and 1.1 times the weights is the network itself.
    assertThat(report.scores().get(2).rmse()).isCloseTo(report.scores().get(0).rmse(), within(1e-5));
    // The exact posterior finds the noise, .5; the standard error of the estimate is .5 / √(2 · 195), that of the RMSE
    // .5 / √300.
    assertThat(report.scores().get(3).rmse()).isCloseTo(0.5, within(0.12));
  }

  @Test void aFittedNoiseIsEachMethodsOwn() {
    QualityReport report = report(passes(200, OptionalDouble.empty()), new NoiseSource.Fitted(), Optional.empty());
    // For the deterministic network the noise is its root mean squared error, so that the width of 95 % is 3.92 times
    // that.
    assertThat(report.coverage().get(0).levels().get(5).meanWidth())
        .isCloseTo(2 * 1.959964 * report.scores().get(0).rmse(), within(1e-3));
    // Its log-likelihood is then that of a normal distribution with that variance.
    double rmse = report.scores().get(0).rmse();
    assertThat(report.scores().get(0).logLikelihood())
        .isCloseTo(-0.5 * Math.log(2 * Math.PI * rmse * rmse) - 0.5, within(1e-5));
  }

  @Test void aGivenTauIsTheSameForAll() {
    QualityReport report = report(passes(50, OptionalDouble.empty()), new NoiseSource.Given(4), Optional.empty());
    assertThat(report.coverage().get(0).levels().get(5).meanWidth()).isCloseTo(2 * 1.959964 * 0.5, within(1e-5));
    // Exact Bayes adds little to the noise with 200 examples: σ² (1 + 6/200) on average over the training data.
    assertThat(report.coverage().get(2).levels().get(5).meanWidth())
        .isCloseTo(2 * 1.959964 * 0.5 * Math.sqrt(1 + 6 / 200.0), within(0.02));
  }

  /// The total standard deviation of MC dropout is known: its square is p/(1-p) Σ w² x² + 1/τ.
  @Test void theRateAtPredictionTimeIsTheOneAskedFor() {
    double p = 0.4;
    QualityReport report = report(passes(5000, OptionalDouble.of(p)), new NoiseSource.Given(4), Optional.empty());
    Weights weights = weights(1);
    double targetSd = data.schema().targetScaling().sd().getFirst(), width = 0;
    for (int row = 0; row < 150; row++) {
      double variance = 0;
      for (int j = 0; j < 5; j++) {
        double term = weights.weights().getFirst().get(j) * data.validation().x().at(row, j) * targetSd;
        variance += p / (1 - p) * term * term;
      }
      width += 2 * 1.959964 * Math.sqrt(variance + 0.25) / 150;
    }
    assertThat(report.coverage().get(1).levels().get(5).meanWidth()).isCloseTo(width, within(0.03 * width));
  }

  @Test void withoutDropoutThePassesAreTheDeterministicNetwork() {
    QualityReport report = report(passes(20, OptionalDouble.of(0)), new NoiseSource.Given(4), Optional.empty());
    Scores off = report.scores().get(0), mc = report.scores().get(1);
    assertThat(mc.rmse()).isCloseTo(off.rmse(), within(1e-6));
    assertThat(mc.logLikelihood()).isCloseTo(off.logLikelihood(), within(1e-6));
    assertThat(report.sparsification()).extracting(Sparsification::method).containsExactly(Method.EXACT_BAYES);
  }

  @Test void classesAreMeasuredByReliabilityAndHaveNoCoverage() {
    Experiment moons = ExperimentJson.read("""
        {"data": {"set": "two-moons", "training": 50, "validation": 120},
         "network": {"inputDrop": 0.3, "hidden": []}}""", "moons.json");
    DataSet data = DataSets.load(moons, Path.of(""));
    Weights weights = new Weights(List.of(Matrix.copyOf(new float[] {0.5f, -2}, 2, 1)), List.of(Matrix.row(0.1f)));
    QualityReport report = Qualities.report(frame(moons, weights), data, new Query.Quality(
        passes(50, OptionalDouble.empty()), new NoiseSource.Fitted(),
        Optional.of(new Ensemble(PLAIN, List.of(weights))), true));
    List<Method> methods = List.of(Method.DETERMINISTIC, Method.MC_DROPOUT, Method.ENSEMBLE);
    assertThat(report.reliability()).extracting(Reliability::method).isEqualTo(methods);
    assertThat(report.sparsification()).extracting(Sparsification::method).isEqualTo(methods);
    assertThat(report.coverage()).isEmpty();
    // An ensemble whose only member is the network is the network.
    assertThat(report.scores().get(2).logLoss()).isEqualTo(report.scores().get(0).logLoss());
    Tensor answer = new Predictor(data.schema(), PLAIN, weights, 0).deterministic(data.validation().x());
    double right = 0, loss = 0;
    for (int row = 0; row < 120; row++) {
      int label = data.validation().label(row);
      if (answer.at(row, label) > 0.5) right++;
      loss -= Math.log(answer.at(row, label)) / 120;
    }
    assertThat(report.scores().get(0).accuracy()).isCloseTo(right / 120, within(1e-12));
    assertThat(report.scores().get(0).logLoss()).isCloseTo(loss, within(1e-9));
  }

  @Test void anEnsembleIsAMixtureOfItsMembers() {
    EnsemblePrediction ensemble = EnsemblePrediction.of(new Ensemble(PLAIN, List.of(weights(0.5), weights(1.5))),
        data.schema());
    Tensor row = new Tensor(1, 5);
    row.copyRow(0, data.validation().x(), 0);
    Matrix members = ensemble.answersAt(row);
    Predictive predictive = ensemble.predict(row);
    double half = (members.get(0) - members.get(1)) / 2;
    TargetUnit unit = TargetUnit.of(data.schema());
    assertThat(members.rows()).isEqualTo(2);
    assertThat(unit.values(predictive.mean()).get(0)).isCloseTo((members.get(0) + members.get(1)) / 2, within(1e-5));
    assertThat(unit.variances(predictive.variance()).get(0)).isCloseTo(half * half, within(1e-5));
  }
}
