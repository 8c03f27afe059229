package dropoutlab.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.frame.Matrix;
import dropoutlab.frame.Method;
import dropoutlab.frame.Quality.Level;
import dropoutlab.frame.Quality.Reliability;
import dropoutlab.frame.Quality.Scores;
import dropoutlab.frame.Quality.Sparsification;
import dropoutlab.math.RandomStream;
import dropoutlab.predict.quality.ClopperPearson;
import dropoutlab.predict.quality.CoverageLevels;
import dropoutlab.predict.quality.Forecast;
import dropoutlab.predict.quality.ReliabilityBins;
import dropoutlab.predict.quality.Scoring;
import dropoutlab.predict.quality.SparsificationCurve;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;

/// Oracles: arithmetic by hand on a few examples, binomial tails term by term, and the chi-square interval of normally
/// distributed errors.
class QualityByHandTest {
  private static Forecast.Classes classes(int[] labels, float... ofFirstClass) {
    return new Forecast.Classes(Method.MC_DROPOUT, labels,
        Matrix.generate(labels.length, 2, (r, c) -> c == 0 ? ofFirstClass[r] : 1 - ofFirstClass[r]));
  }

  private static Forecast.Values values(double[] truth, double[] mean, double[] sd) {
    double[] error = IntStream.range(0, truth.length).mapToDouble(i -> truth[i] - mean[i]).toArray();
    return new Forecast.Values(Method.MC_DROPOUT, error, sd, new double[truth.length], 1, false);
  }

  private static double[] zeros(int n) { return new double[n]; }

  @Test void theExpectedCalibrationErrorByHand() {
    // Bin (13/15, 14/15]: confidence .9 three times, right twice. Bin (9/15, 10/15]: .65 twice, right once.
    // 3/5 |2/3 - .9| + 2/5 |1/2 - .65| = .14 + .06.
    Reliability reliability = ReliabilityBins.of(classes(new int[] {0, 1, 0, 0, 0}, 0.9f, 0.9f, 0.9f, 0.65f, 0.35f));
    assertThat(reliability.expectedCalibrationError()).isCloseTo(0.2, within(1e-6));
    assertThat(reliability.bins()).hasSize(2);
    var low = reliability.bins().get(0);
    var high = reliability.bins().get(1);
    assertThat(low.low()).isEqualTo(9 / 15.0);
    assertThat(low.count()).isEqualTo(2);
    assertThat(low.accuracy()).isEqualTo(0.5);
    assertThat(high.high()).isEqualTo(14 / 15.0);
    assertThat(high.confidence()).isCloseTo(0.9, within(1e-6));
    assertThat(high.accuracy()).isCloseTo(2 / 3.0, within(1e-12));
    assertTails(high.accuracyLow(), high.accuracyHigh(), 2, 3);
  }

  @Test void aConfidenceOnTheEdgeBelongsToTheBinBelow() {
    var bins = ReliabilityBins.of(classes(new int[] {0, 0, 0}, 0.6f, 1f, 0.5f)).bins();
    assertThat(bins).extracting(bin -> bin.high()).containsExactly(8 / 15.0, 9 / 15.0, 1.0);
  }

  /// The limits are where one tail of the binomial distribution contains 2.5 %.
  private static void assertTails(double low, double high, int hits, int trials) {
    double below = 0, above = 0;
    for (int k = 0; k <= trials; k++) {
      if (k >= hits) above += probability(k, trials, low);
      if (k <= hits) below += probability(k, trials, high);
    }
    if (hits > 0) assertThat(above).isCloseTo(0.025, within(1e-6));
    else assertThat(low).isZero();
    if (hits < trials) assertThat(below).isCloseTo(0.025, within(1e-6));
    else assertThat(high).isEqualTo(1);
  }

  private static double probability(int hits, int trials, double share) {
    double ways = 1;
    for (int i = 0; i < hits; i++) ways = ways * (trials - i) / (i + 1);
    return ways * Math.pow(share, hits) * Math.pow(1 - share, trials - hits);
  }

  @Test void sharesHaveTheirExactInterval() {
    for (int[] each : new int[][] {{0, 1}, {1, 1}, {0, 10}, {10, 10}, {8, 10}, {1, 40}, {39, 40}, {20, 40}}) {
      var interval = ClopperPearson.of(each[0], each[1]);
      assertTails(interval.getLowerBound(), interval.getUpperBound(), each[0], each[1]);
    }
  }

  @Test void coverageByHand() {
    // The errors in standard deviations are 0, .6, 1, 1.7 and 2.5; the quantiles are .674, .842, 1.036, 1.282, 1.645,
    // 1.960, 2.576.
    double[] truth = {10, 11.2, 13, 10.85, 17.5}, mean = {10, 10, 11, 10, 10}, sd = {1, 2, 2, 0.5, 3};
    var levels = CoverageLevels.of(values(truth, mean, sd)).levels();
    assertThat(levels).extracting(Level::nominal).containsExactly(0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99);
    assertThat(levels).extracting(Level::observed).containsExactly(0.4, 0.4, 0.6, 0.6, 0.6, 0.8, 1.0);
    assertThat(levels.get(5).meanWidth()).isCloseTo(2 * 1.959964 * 8.5 / 5, within(1e-5));
    assertTails(levels.get(5).low(), levels.get(5).high(), 4, 5);
  }

  @Test void sparsificationOfClassesByHand() {
    // Twenty examples with decreasing certainty of the first class; the two least certain and the most certain are
    // wrong.
    float[] first = new float[20];
    for (int i = 0; i < 20; i++) first[i] = 0.99f - 0.02f * i;
    int[] labels = new int[20];
    labels[0] = labels[18] = labels[19] = 1;
    Sparsification curve = SparsificationCurve.of(classes(labels, first)).orElseThrow();
    double area = 0, before = 0;
    for (int left = 0; left < 20; left++) {
      var point = curve.points().get(left);
      double kept = 20 - left;
      assertThat(point.leftOut()).isEqualTo(left / 20.0);
      assertThat(point.error()).isCloseTo((1 + Math.max(0, 2 - left)) / kept, within(1e-12));
      assertThat(point.oracle()).isCloseTo(Math.max(0, 3 - left) / kept, within(1e-12));
      double gap = left < 3 ? 0 : 1 / kept / (3 / 20.0);
      area += left == 0 ? 0 : 0.05 * (before + gap) / 2;
      before = gap;
    }
    assertThat(curve.area()).isCloseTo(area, within(1e-12));
    assertTails(curve.points().getFirst().low(), curve.points().getFirst().high(), 3, 20);
  }

  @Test void sparsificationOfValuesByHand() {
    // The errors are 1 … 20; the uncertainty sorts them correctly, except that it takes the largest for the smallest.
    double[] truth = new double[20], sd = new double[20];
    for (int i = 0; i < 20; i++) {
      truth[i] = i + 1;
      sd[i] = i == 19 ? 0.5 : i + 1;
    }
    var points = SparsificationCurve.of(values(truth, zeros(20), sd)).orElseThrow().points();
    assertThat(points.get(0).error()).isCloseTo(Math.sqrt(2870 / 20.0), within(1e-12));
    // Ten are left out: 10 … 19 are gone, 1 … 9 and 20 remain; the oracle keeps 1 … 10.
    assertThat(points.get(10).error()).isCloseTo(Math.sqrt((285 + 400) / 10.0), within(1e-12));
    assertThat(points.get(10).oracle()).isCloseTo(Math.sqrt(38.5), within(1e-12));
    assertThat(points.get(19).error()).isEqualTo(20);
    assertThat(points.get(10).low()).isLessThan(points.get(10).error());
    assertThat(points.get(10).high()).isGreaterThan(points.get(10).error()).isLessThanOrEqualTo(20);
  }

  @Test void aPerfectOrderLeavesNoArea() {
    double[] truth = IntStream.range(0, 40).mapToDouble(i -> i % 7 - 3).toArray();
    double[] sd = Arrays.stream(truth).map(Math::abs).toArray();
    assertThat(SparsificationCurve.of(values(truth, zeros(40), sd)).orElseThrow().area()).isCloseTo(0, within(1e-12));
  }

  @Test void aConstantUncertaintySortsNothing() {
    double[] ones = {1, 1, 1};
    assertThat(SparsificationCurve.of(values(new double[] {1, 2, 3}, zeros(3), ones))).isEmpty();
  }

  /// For normally distributed errors n s²/σ² has a chi-square distribution; the limits of the bootstrap are near its
  /// interval.
  @Test void theBootstrapAgreesWithTheChiSquareIntervalOfNormalErrors() {
    RandomStream random = RandomStream.of(2, RandomStream.Purpose.DATA);
    int n = 400;
    double[] truth = new double[n], sd = new double[n];
    for (int i = 0; i < n; i++) {
      truth[i] = 3 * random.nextGaussian();
      sd[i] = random.nextDouble();
    }
    var all = SparsificationCurve.of(values(truth, zeros(n), sd)).orElseThrow().points().getFirst();
    var chi = new ChiSquaredDistribution(n);
    double squares = n * all.error() * all.error(), near = 0.04 * all.error();
    assertThat(all.low()).isCloseTo(Math.sqrt(squares / chi.inverseCumulativeProbability(0.975)), within(near));
    assertThat(all.high()).isCloseTo(Math.sqrt(squares / chi.inverseCumulativeProbability(0.025)), within(near));
  }

  @Test void scoresOfClassesByHand() {
    Scores scores = Scoring.of(new Forecast.Classes(Method.DETERMINISTIC, new int[] {0, 2},
        Matrix.copyOf(new float[] {0.5f, 0.25f, 0.25f, 0.5f, 0.25f, 0.25f}, 2, 3)));
    assertThat(scores.accuracy()).isEqualTo(0.5);
    assertThat(scores.logLoss()).isCloseTo((Math.log(2) + Math.log(4)) / 2, within(1e-12));
    // (.25 + .0625 + .0625 + .25 + .0625 + .5625) / 2.
    assertThat(scores.brier()).isCloseTo(0.625, within(1e-12));
    // Both in the bin of .5, half of them right.
    assertThat(scores.ece()).isCloseTo(0, within(1e-12));
    assertThat(scores.rmse()).isNaN();
  }

  @Test void aFloatThatHasRoundedToZeroDoesNotCostInfinitely() {
    assertThat(Scoring.of(classes(new int[] {1}, 1f)).logLoss()).isCloseTo(24 * Math.log(2), within(1e-9));
  }

  @Test void scoresOfValuesByHand() {
    Scores scores = Scoring.of(new Forecast.Values(Method.MC_DROPOUT, new double[] {-3, 4}, new double[] {1, 1},
        new double[] {-2, -5}, 0.5, true));
    assertThat(scores.rmse()).isCloseTo(Math.sqrt(12.5), within(1e-12));
    assertThat(scores.logLikelihood()).isEqualTo(-3.5);
    assertThat(scores.noiseSd()).isEqualTo(0.5);
    assertThat(scores.noiseAtBound()).isTrue();
    assertThat(scores.accuracy()).isNaN();
  }
}
