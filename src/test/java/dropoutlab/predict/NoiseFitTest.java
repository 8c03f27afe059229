package dropoutlab.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.data.Examples;
import dropoutlab.data.TargetUnit;
import dropoutlab.frame.Noise;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.predict.quality.Evaluation;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Oracles: closed forms, eq. 8 of Gal and Ghahramani (2016) summed in double precision over a fine grid of τ, and sets
/// with known noise.
class NoiseFitTest {
  private static final TargetUnit TENS = new TargetUnit(1e6, 10);
  private static final double LN_2_PI = Math.log(2 * Math.PI);

  /// Makes targets of 0 whose components have these `errors`, (rows x components).
  private static NoiseLikelihood missing(double[][] errors, double... variances) {
    int rows = errors.length, components = errors[0].length;
    NoiseLikelihood likelihood = new NoiseLikelihood(new Examples(new Tensor(rows, 1), new Tensor(rows, 1)), rows,
        components, variances.length > 0);
    for (int t = 0; t < components; t++) {
      Tensor answer = new Tensor(rows, 1);
      for (int row = 0; row < rows; row++) answer.set(row, 0, (float) errors[row][t]);
      double variance = variances.length > 0 ? variances[t] : 1;
      likelihood.add(answer, _ -> variance);
    }
    return likelihood;
  }

  /// Computes eq. 8 by its definition, in the unit of the errors.
  private static double logLikelihood(double[][] errors, double tau) {
    double sum = 0;
    for (double[] row : errors) {
      double least = Double.POSITIVE_INFINITY, densities = 0;
      for (double e : row) least = Math.min(least, e * e);
      for (double e : row) densities += Math.exp(-tau / 2 * (e * e - least)) / row.length;
      sum += Math.log(densities) - tau / 2 * least + (Math.log(tau) - LN_2_PI) / 2;
    }
    return sum / errors.length;
  }

  /// Returns ln τ and ln L at the maximum: on a grid of 0.02, then around its best point on one of 0.001.
  private static double[] onGrid(DoubleUnaryOperator logLikelihood) {
    double[] coarse = best(logLikelihood, -8, 27, 0.02);
    return best(logLikelihood, coarse[0] - 0.02, coarse[0] + 0.02, 1e-3);
  }

  private static double[] onGrid(double[][] errors) {
    return onGrid(logTau -> logLikelihood(errors, Math.exp(logTau)));
  }

  private static double[] best(DoubleUnaryOperator logLikelihood, double from, double to, double step) {
    double[] best = {0, Double.NEGATIVE_INFINITY};
    for (double at = from; at < to; at += step) {
      double value = logLikelihood.applyAsDouble(at);
      if (value > best[1]) best = new double[] {at, value};
    }
    return best;
  }

  /// A normal distribution is most likely with the mean squared error as its variance, and then ln L = -(ln 2π v +
  /// 1)/2.
  @Test void maskOffTheNoiseIsTheRootMeanSquaredError() {
    Noise noise = NoiseFit.of(missing(new double[][] {{1}, {-2}, {3}, {0.5}}), TENS, false);
    double square = (1 + 4 + 9 + 0.25) / 4;
    assertThat(noise.sd()).isCloseTo(10 * Math.sqrt(square), within(1e-6));
    assertThat(noise.tau()).isCloseTo(1 / (100 * square), within(1e-9));
    assertThat(noise.fit().orElseThrow().logLikelihood())
        .isCloseTo(-(LN_2_PI + Math.log(100 * square) + 1) / 2, within(1e-7));
    assertThat(noise.fit().orElseThrow().passes()).isEqualTo(1);
    assertThat(noise.fit().orElseThrow().rows()).isEqualTo(4);
    assertThat(noise.atBound()).isFalse();
  }

  /// Normally distributed passes around targets with noise of their own, and passes that are far off on some rows.
  private static double[][] drawn(long seed, int rows, int components, double spread, double noise) {
    RandomStream random = RandomStream.of(seed, RandomStream.Purpose.DATA);
    double[][] errors = new double[rows][components];
    for (double[] row : errors) {
      double truth = noise * random.nextGaussian();
      for (int t = 0; t < components; t++) row[t] = spread * random.nextGaussian() - truth;
    }
    return errors;
  }

  @ParameterizedTest @ValueSource(doubles = {0, 0.01, 0.1, 0.3, 1, 3})
  void aMixtureIsFittedAsAFineGridFindsIt(double spread) {
    for (int seed = 1; seed <= 3; seed++) {
      double[][] errors = drawn(seed, 60, 30, spread, 0.3);
      Noise noise = NoiseFit.of(missing(errors), new TargetUnit(0, 1), false);
      double[] grid = onGrid(errors);
      assertThat(Math.log(noise.tau())).isCloseTo(grid[0], within(2e-3));
      assertThat(noise.fit().orElseThrow().logLikelihood()).isCloseTo(grid[1], within(2e-6));
    }
  }

  /// On half of the rows one pass in twenty is within .001 of the target; on the others all miss by 1. A narrow and a
  /// wide noise are both likely, and the number of passes that are near decides which is likelier.
  @Test void ofSeveralMaximaTheHighestIsFound() {
    int wide = 0, narrow = 0;
    for (int met = 1; met <= 20; met++) {
      double[][] errors = new double[40][20];
      for (int row = 0; row < 40; row++)
        for (int t = 0; t < 20; t++) errors[row][t] = t < met && row % 20 != 0 ? 1e-3 * (1 + row % 3) : 0.02 * (1 + t % 4);
      double[] grid = onGrid(errors);
      Noise noise = NoiseFit.of(missing(errors), new TargetUnit(0, 1), false);
      assertThat(noise.fit().orElseThrow().logLikelihood()).isCloseTo(grid[1], within(2e-6));
      assertThat(Math.log(noise.tau())).isCloseTo(grid[0], within(2e-3));
      if (noise.sd() > 0.01) wide++;
      else narrow++;
    }
    assertThat(wide).isPositive();
    assertThat(narrow).isPositive();
  }

  /// If one pass meets every target exactly, a narrower noise is always likelier: the fit stops at the precision of
  /// floats and reports it.
  @Test void aBoundThatIsReachedIsSaid() {
    for (double[][] errors : List.of(new double[][] {{0}, {0}}, new double[][] {{0, 1}, {2, 0}})) {
      Noise noise = NoiseFit.of(missing(errors), TENS, false);
      assertThat(noise.atBound()).isTrue();
      assertThat(noise.sd()).isCloseTo(10 * 1e-6, within(1e-12));
      assertThat(NoiseFit.isAtBound(noise.sd(), TENS)).isTrue();
    }
    assertThat(NoiseFit.isAtBound(NoiseFit.of(missing(new double[][] {{1e-4}}), TENS, false).sd(), TENS)).isFalse();
  }

  @Test void predictionsThatOverflowHaveNoNoise() {
    assertThat(NoiseFit.of(missing(new double[][] {{1, 1e30}, {1, 2}}), TENS, false).sd()).isNaN();
  }

  /// Laves et al. (2021): the factor of one normal is the mean of (y - ŷ)² / v.
  @Test void learntVariancesAreRescaledByTheirMeanSquaredError() {
    NoiseLikelihood likelihood = missing(new double[][] {{3}, {-1}, {2}}, 4);
    Noise noise = NoiseFit.of(likelihood, TENS, true);
    assertThat(noise.factor()).isCloseTo((9 + 1 + 4) / 3.0 / 4, within(1e-6));
    // As learnt: a standard deviation of 2, in tens.
    assertThat(noise.sd()).isCloseTo(20, within(1e-9));
    assertThat(noise.asLearnt().factor()).isEqualTo(1);
  }

  /// Passes with variances of their own, against eq. 8 with these.
  @Test void theFactorOfAMixtureIsWhatAFineGridFinds() {
    double[][] errors = drawn(4, 50, 3, 0.5, 0.4);
    double[] variances = {1, 4, 0.25};
    double[] grid = onGrid(logTau -> {
      double sum = 0, factor = Math.exp(-logTau);
      for (double[] row : errors) {
        double density = 0;
        for (int t = 0; t < 3; t++)
          density += Math.exp(-row[t] * row[t] / (2 * factor * variances[t]) - Math.log(factor * variances[t]) / 2) / 3;
        sum += (Math.log(density) - LN_2_PI / 2) / errors.length;
      }
      return sum;
    });
    Noise noise = NoiseFit.of(missing(errors, variances), new TargetUnit(0, 1), true);
    assertThat(-Math.log(noise.factor())).isCloseTo(grid[0], within(2e-3));
    assertThat(noise.fit().orElseThrow().logLikelihood()).isCloseTo(grid[1], within(2e-6));
  }

  private record Trained(DataSet data, Experiment experiment, TrainingSession session) {
    static Trained of(String json) {
      Experiment experiment = ExperimentJson.read(json, "trained.json");
      DataSet data = DataSets.load(experiment, Path.of(""));
      TrainingSession session = new TrainingSession(experiment, data);
      while (session.progress().epoch() < experiment.training().epochs()) session.step();
      return new Trained(data, experiment, session);
    }

    Predictor predictor(long seed) {
      return new Predictor(data.schema(), experiment.network(), session.weights(), seed);
    }
  }

  private static final String LINEAR = """
      {"data": {"set": "linear-five", "training": 300, "validation": 400, "noise": 0.5},
       "network": {"inputDrop": 0.1, "hidden": []}, "optimiser": {"learningRate": 0.01},
       "training": {"epochs": 60, "batch": 50, "twin": false}}""";
  private static final String NOISELESS = """
      {"data": {"set": "noisy-line", "training": 64, "validation": 400, "noise": 0},
       "network": {"hidden": [{"units": 50, "drop": 0.1}]}, "training": {"epochs": 200, "twin": false}}""";

  /// The likelihood that the fit reports is the one reported for the same passes under its τ, whatever the masks are,
  /// and any other τ is less likely.
  @ParameterizedTest @ValueSource(booleans = {true, false})
  void theLikelihoodOfTheFitIsTheOneThatIsReported(boolean held) {
    Trained linear = Trained.of(LINEAR);
    Examples examples = linear.data().validation();
    MethodNoise fitted = MethodNoise.fitted(linear.predictor(3), examples, held);
    List<MethodNoise> noises = IntStream.rangeClosed(-2, 2)
        .mapToObj(k -> fitted.each(noise -> Noise.of(noise.sd() * Math.pow(1.1, k)))).toList();
    List<Evaluation.Pair> reported =
        Evaluation.of(linear.predictor(3), examples, noises, NoiseFit.PASSES, held, () -> {});
    Evaluation.Pair best = reported.get(2);
    assertThat(best.mcDropout().scores().logLikelihood())
        .isCloseTo(fitted.mcDropout().fit().orElseThrow().logLikelihood(), within(1e-6));
    assertThat(best.deterministic().scores().logLikelihood())
        .isCloseTo(fitted.deterministic().fit().orElseThrow().logLikelihood(), within(1e-6));
    for (int k : new int[] {0, 1, 3, 4}) {
      assertThat(reported.get(k).mcDropout().scores().logLikelihood())
          .isLessThan(best.mcDropout().scores().logLikelihood());
      assertThat(reported.get(k).deterministic().scores().logLikelihood())
          .isLessThan(best.deterministic().scores().logLikelihood());
    }
  }

  /// Computes the standard error of ln τ from the curvature of the likelihood (Fisher): n rows, L'' by differences.
  private static double standardError(Predictor predictor, Examples examples, int passes, double sd) {
    List<MethodNoise> noises = IntStream.rangeClosed(-1, 1)
        .mapToObj(k -> MethodNoise.same(sd * Math.exp(0.1 * k))).toList();
    double[] logs = Evaluation.of(predictor, examples, noises, passes, true, () -> {}).stream()
        .mapToDouble(pair -> pair.mcDropout().scores().logLikelihood()).toArray();
    // The curvature is by ln sd, which is -1/2 ln τ.
    double curvature = (2 * logs[1] - logs[0] - logs[2]) / 0.01;
    return 2 / Math.sqrt(examples.size() * curvature);
  }

  /// The number of passes suffices: four times as many find the same ln τ within two standard errors (of the rows and
  /// of the masks), on a set with known noise and on one without noise, where masks spread more than the errors. On the
  /// first set the draw of the masks matters less than that of the rows.
  @Test void fourTimesAsManyPassesFindTheSameNoise() {
    for (String experiment : List.of(LINEAR, NOISELESS)) {
      Trained trained = Trained.of(experiment);
      Examples examples = trained.data().validation();
      SummaryStatistics few = new SummaryStatistics(), many = new SummaryStatistics(), ofRows = new SummaryStatistics();
      for (int seed = 1; seed <= 6; seed++) {
        few.addValue(Math.log(NoiseFit.passes(trained.predictor(seed), examples, true, NoiseFit.PASSES).tau()));
        Noise more = NoiseFit.passes(trained.predictor(seed + 100), examples, true, 4 * NoiseFit.PASSES);
        many.addValue(Math.log(more.tau()));
        ofRows.addValue(standardError(trained.predictor(seed), examples, 4 * NoiseFit.PASSES, more.sd()));
      }
      double error = Math.sqrt(Math.pow(ofRows.getMean(), 2) + (few.getVariance() + many.getVariance()) / 6);
      assertThat(Math.abs(few.getMean() - many.getMean())).as(experiment).isLessThan(2 * error);
      if (experiment.equals(LINEAR)) assertThat(few.getStandardDeviation()).isLessThan(ofRows.getMean());
    }
  }

  /// If masks spread more than the errors, the fit of a single normal distribution with added variances diverges; that
  /// of the mixture does not, and is at least as likely as τ = 1000.
  @Test void withoutNoiseTheFitIsAtLeastAsLikelyAsAGuess() {
    Trained line = Trained.of(NOISELESS);
    Examples examples = line.data().validation();
    MethodNoise fitted = MethodNoise.fitted(line.predictor(7), examples, true);
    List<Evaluation.Pair> reported = Evaluation.of(line.predictor(7), examples,
        List.of(fitted, MethodNoise.same(1 / Math.sqrt(1000))), 100, true, () -> {});
    Evaluation.Pair fit = reported.get(0), guess = reported.get(1);
    assertThat(fit.mcDropout().scores().logLikelihood()).isGreaterThan(guess.mcDropout().scores().logLikelihood());
    assertThat(fit.deterministic().scores().logLikelihood())
        .isGreaterThan(guess.deterministic().scores().logLikelihood());
    assertThat(fitted.mcDropout().tau()).isBetween(1e2, 1e6);
    assertThat(fitted.mcDropout().atBound()).isFalse();
  }
}
