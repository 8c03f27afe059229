package dropoutlab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.spec.DataSpec;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.spec.Task;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Oracles: the formulas in the Javadoc of each set, checked by hand against the raw (unscaled) coordinates.
class GeneratedSetsTest {
  private static DataSet load(GeneratedSet set, int training, int validation, double noise, long seed) {
    return DataSets.load(new DataSpec.Generated(set, training, validation, noise, null), seed, Path.of("."));
  }

  private static double raw(DataSet set, Examples examples, int row, int column) {
    return set.schema().inputScaling().toRaw(column, examples.x().at(row, column));
  }

  private static double rawTarget(DataSet set, Examples examples, int row) {
    return set.schema().targetScaling().toRaw(0, examples.y().at(row, 0));
  }

  @ParameterizedTest @EnumSource(GeneratedSet.class)
  void sizesAndColumnsAreAsAskedFor(GeneratedSet set) {
    DataSet data = load(set, 60, 40, 0.2, 1);
    assertThat(data.train().size()).isEqualTo(60);
    assertThat(data.validation().size()).isEqualTo(40);
    assertThat(data.schema().task()).isEqualTo(set.task());
    assertThat(data.train().x().cols()).isEqualTo(data.schema().inputs().size());
    assertThat(data.train().y().cols()).isEqualTo(data.schema().outputs());
    assertThat(data.train().x().allFinite()).isTrue();
  }

  @ParameterizedTest @EnumSource(GeneratedSet.class)
  void theSameSeedGivesTheSameBitsAndAnotherSeedOthers(GeneratedSet set) {
    DataSet once = load(set, 50, 30, 0.1, 5);
    DataSet again = load(set, 50, 30, 0.1, 5);
    DataSet other = load(set, 50, 30, 0.1, 6);
    assertThat(again.train().x().data()).isEqualTo(once.train().x().data());
    assertThat(again.train().y().data()).isEqualTo(once.train().y().data());
    assertThat(again.validation().x().data()).isEqualTo(once.validation().x().data());
    assertThat(again.schema()).isEqualTo(once.schema());
    assertThat(other.train().x().data()).isNotEqualTo(once.train().x().data());
  }

  @ParameterizedTest @EnumSource(GeneratedSet.class)
  void trainingDoesNotChangeWithTheSizeOfValidation(GeneratedSet set) {
    assertThat(load(set, 50, 90, 0.1, 5).train().x().data())
        .isEqualTo(load(set, 50, 30, 0.1, 5).train().x().data());
  }

  @ParameterizedTest @EnumSource(GeneratedSet.class)
  void validationDoesNotChangeWithTheSizeOfTraining(GeneratedSet set) {
    DataSet small = load(set, 50, 20, 0.1, 5);
    DataSet large = load(set, 120, 20, 0.1, 5);
    for (int row = 0; row < 20; row++)
      assertThat(raw(large, large.validation(), row, 0))
          .isCloseTo(raw(small, small.validation(), row, 0), within(1e-5));
  }

  @ParameterizedTest @EnumSource(GeneratedSet.class)
  void aLargerTrainingSetBeginsWithTheSmallerOne(GeneratedSet set) {
    DataSet small = load(set, 40, 10, 0.1, 5);
    DataSet large = load(set, 95, 10, 0.1, 5);
    for (int row = 0; row < 40; row++)
      assertThat(raw(large, large.train(), row, 0)).isCloseTo(raw(small, small.train(), row, 0), within(1e-5));
  }

  @ParameterizedTest @EnumSource(value = GeneratedSet.class, mode = EnumSource.Mode.INCLUDE,
      names = {"TWO_MOONS", "CIRCLES", "XOR", "SPIRALS", "BLOBS", "DIGITS", "TEMPORAL_ORDER"})
  void classesAreBalancedAndMixed(GeneratedSet set) {
    Examples train = load(set, 120, 30, 0.1, 3).train();
    int classes = Math.max(2, train.y().cols());
    int[] counts = new int[classes];
    for (int row = 0; row < 120; row++) counts[train.label(row)]++;
    assertThat(counts).containsOnly(120 / classes);
    int[] labels = IntStream.range(0, 120).map(train::label).toArray();
    int[] sorted = labels.clone();
    Arrays.sort(sorted);
    assertThat(labels).isNotEqualTo(sorted);
  }

  @Test void twoMoonsWithoutNoiseLieOnTheirHalfCircles() {
    DataSet data = load(GeneratedSet.TWO_MOONS, 400, 10, 0, 2);
    for (int row = 0; row < 400; row++) {
      double x = raw(data, data.train(), row, 0);
      double y = raw(data, data.train(), row, 1);
      boolean upper = data.train().label(row) == 0;
      assertThat(upper ? Math.hypot(x, y) : Math.hypot(1 - x, 0.5 - y)).isCloseTo(1, within(1e-5));
      assertThat(upper ? y : 0.5 - y).isGreaterThan(-1e-5);
    }
  }

  @ParameterizedTest @CsvSource({"0.1", "0.3", "1"})
  void noiseOfCirclesIsTheStandardDeviationOfEachCoordinate(double noise) {
    DataSet clean = load(GeneratedSet.CIRCLES, 4000, 10, 0, 2);
    DataSet noisy = load(GeneratedSet.CIRCLES, 4000, 10, noise, 2);
    double squares = 0;
    for (int row = 0; row < 4000; row++)
      for (int c = 0; c < 2; c++)
        squares += Math.pow(raw(noisy, noisy.train(), row, c) - raw(clean, clean.train(), row, c), 2);
    // The standard deviation of an estimate from 8000 draws is noise / sqrt(16000); 4 of them are allowed.
    assertThat(Math.sqrt(squares / 8000)).isCloseTo(noise, within(4 * noise / Math.sqrt(16000)));
  }

  @Test void circlesWithoutNoiseHaveRadiusOneAndOneHalf() {
    DataSet data = load(GeneratedSet.CIRCLES, 200, 10, 0, 2);
    for (int row = 0; row < 200; row++)
      assertThat(Math.hypot(raw(data, data.train(), row, 0), raw(data, data.train(), row, 1)))
          .isCloseTo(data.train().label(row) == 0 ? 1 : 0.5, within(1e-5));
  }

  @Test void xorIsToldByTheSignsAndKeepsTheAxesFree() {
    DataSet data = load(GeneratedSet.XOR, 400, 10, 0, 2);
    int[] quadrants = new int[4];
    for (int row = 0; row < 400; row++) {
      double x = raw(data, data.train(), row, 0);
      double y = raw(data, data.train(), row, 1);
      assertThat(data.train().label(row)).isEqualTo(x * y > 0 ? 0 : 1);
      assertThat(Math.min(Math.abs(x), Math.abs(y))).isGreaterThan(0.0999);
      assertThat(Math.max(Math.abs(x), Math.abs(y))).isLessThan(1.0001);
      quadrants[(x > 0 ? 1 : 0) + (y > 0 ? 2 : 0)]++;
    }
    for (int count : quadrants) assertThat(count).isGreaterThan(60);
  }

  @Test void spiralsWithoutNoiseTurnByAFixedAngleWithTheRadius() {
    DataSet data = load(GeneratedSet.SPIRALS, 200, 10, 0, 2);
    for (int row = 0; row < 200; row++) {
      double x = raw(data, data.train(), row, 0);
      double y = raw(data, data.train(), row, 1);
      double radius = Math.hypot(x, y);
      assertThat(radius).isBetween(0.299, 3.001);
      double angle = 3 * Math.PI * (radius - 0.3) / 2.7 + data.train().label(row) * Math.PI;
      assertThat(x).isCloseTo(radius * Math.cos(angle), within(1e-4));
      assertThat(y).isCloseTo(radius * Math.sin(angle), within(1e-4));
    }
  }

  @Test void blobsAreThreeGaussiansRoundTheirCentres() {
    DataSet data = load(GeneratedSet.BLOBS, 3000, 10, 0.3, 2);
    double[][] sums = new double[3][2];
    double squares = 0;
    double[] angles = {Math.PI / 2, Math.PI * 7 / 6, Math.PI * 11 / 6};
    for (int row = 0; row < 3000; row++) {
      int label = data.train().label(row);
      double dx = raw(data, data.train(), row, 0) - 2 * Math.cos(angles[label]);
      double dy = raw(data, data.train(), row, 1) - 2 * Math.sin(angles[label]);
      sums[label][0] += dx / 1000;
      sums[label][1] += dy / 1000;
      squares += dx * dx + dy * dy;
    }
    // The standard deviation is sqrt(0.16 + 0.09) = 0.5, that of the mean of 1000 is 0.016.
    for (double[] sum : sums) assertThat(sum).containsExactly(new double[] {0, 0}, within(0.07));
    assertThat(Math.sqrt(squares / 6000)).isCloseTo(0.5, within(0.02));
    assertThat(data.schema().outputs()).isEqualTo(3);
  }

  @ParameterizedTest @CsvSource({
      "CUBIC_GAP, -4, 4, -1.5, 1.5, 3.0",
      "SINE_GAP, -3, 3, 0, 1.5, 0.3",
      "NOISY_LINE, -1, 1, 0, 0, 0.3"})
  void curvesKeepTheirRangeTheirGapAndTheirNoise(GeneratedSet set, double low, double high, double gapFrom,
                                                double gapTo, double sd) {
    DataSet data = load(set, 4000, 1000, 0.3, 2);
    double squares = 0;
    int belowGap = 0;
    for (Examples part : List.of(data.train(), data.validation()))
      for (int row = 0; row < part.size(); row++) {
        double x = raw(data, part, row, 0);
        assertThat(x).isBetween(low - 1e-5, high + 1e-5);
        assertThat(x > gapFrom + 1e-5 && x < gapTo - 1e-5).isFalse();
        if (x <= gapFrom) belowGap++;
        squares += Math.pow(rawTarget(data, part, row) - curve(set, x), 2);
      }
    assertThat(Math.sqrt(squares / 5000)).isCloseTo(sd, within(0.04 * sd));
    double expected = 5000 * (gapFrom - low) / (high - low - gapTo + gapFrom);
    assertThat((double) belowGap).isCloseTo(expected, within(150.0));
  }

  private static double curve(GeneratedSet set, double x) {
    if (set == GeneratedSet.CUBIC_GAP) return x * x * x;
    return set == GeneratedSet.SINE_GAP ? Math.sin(2 * x) : 1 + 2 * x;
  }

  /// The noise is what is left after the known function is subtracted; five standard errors of 5000 draws are 5 % of
  /// it.
  @Test void setsOfManyInputsKeepTheirFunctionAndTheirNoise() {
    DataSet linear = load(GeneratedSet.LINEAR_FIVE, 4000, 1000, 0.5, 2);
    DataSet friedman = load(GeneratedSet.FRIEDMAN, 4000, 1000, 1, 2);
    assertThat(linear.schema().inputs()).containsExactly("x1", "x2", "x3", "x4", "x5");
    assertThat(friedman.schema().inputs()).hasSize(10);
    assertThat(noise(linear, x -> x[0] - x[1] + x[2] / 2 + 0 * x[3] + 2 * x[4])).isCloseTo(0.5, within(0.025));
    assertThat(noise(friedman, x -> 10 * Math.sin(Math.PI * x[0] * x[1]) + 20 * Math.pow(x[2] - 0.5, 2) + 10 * x[3]
        + 5 * x[4])).isCloseTo(1, within(0.05));
    // Standard normal, and uniform from 0 to 1: mean 1/2, variance 1/12.
    assertThat(linear.schema().inputScaling().sd()).allSatisfy(sd -> assertThat(sd).isCloseTo(1, within(0.06)));
    assertThat(friedman.schema().inputScaling().mean()).allSatisfy(m -> assertThat(m).isCloseTo(0.5, within(0.025)));
    assertThat(friedman.schema().inputScaling().sd()).allSatisfy(
        sd -> assertThat(sd).isCloseTo(Math.sqrt(1 / 12.0), within(0.01)));
  }

  private static double noise(DataSet data, ToDoubleFunction<double[]> f) {
    double squares = 0;
    for (Examples part : List.of(data.train(), data.validation()))
      for (int row = 0; row < part.size(); row++) {
        double[] x = new double[data.schema().inputs().size()];
        for (int c = 0; c < x.length; c++) x[c] = raw(data, part, row, c);
        squares += Math.pow(rawTarget(data, part, row) - f.applyAsDouble(x), 2);
      }
    return Math.sqrt(squares / 5000);
  }

  @Test void digitsShareOneScalingAndShowTheirShape() {
    DataSet data = load(GeneratedSet.DIGITS, 100, 50, 0.1, 4);
    Scaling scaling = data.schema().inputScaling();
    assertThat(data.schema().image()).contains(new ImageShape(16, 16));
    assertThat(data.schema().classes()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    assertThat(scaling.mean()).containsOnly(scaling.mean().getFirst());
    assertThat(scaling.sd()).containsOnly(scaling.sd().getFirst());
    Moments scaled = Moments.of(doubles(data.train().x().data()));
    assertThat(scaled.mean()).isCloseTo(0, within(1e-5));
    assertThat(scaled.sd()).isCloseTo(1, within(1e-5));
  }

  @Test void digitsHaveInkInTheMiddleAndPaperAtTheRim() {
    DataSet data = load(GeneratedSet.DIGITS, 500, 10, 0, 4);
    double[] meanOfPixel = new double[256];
    for (int row = 0; row < 500; row++)
      for (int p = 0; p < 256; p++) meanOfPixel[p] += raw(data, data.train(), row, p) / 500;
    for (int i = 0; i < 16; i++) {
      assertThat(meanOfPixel[i]).as("top row").isLessThan(0.1);
      assertThat(meanOfPixel[i * 16]).as("left column").isLessThan(0.1);
      assertThat(meanOfPixel[i * 16 + 15]).as("right column").isLessThan(0.1);
      assertThat(meanOfPixel[240 + i]).as("bottom row").isLessThan(0.1);
    }
    assertThat(meanOfPixel[8 * 16 + 8]).isGreaterThan(0.25);
  }

  /// Digits must be recognisable: the nearest class mean, which is the simplest classifier, gets most of them right.
  @Test void digitsAreLegibleToTheNearestClassMean() {
    DataSet data = load(GeneratedSet.DIGITS, 1000, 500, 0.1, 4);
    double[][] means = new double[10][256];
    for (int row = 0; row < 1000; row++)
      for (int p = 0; p < 256; p++) means[data.train().label(row)][p] += data.train().x().at(row, p) / 100;
    int right = 0;
    for (int row = 0; row < 500; row++)
      if (nearest(means, data.validation(), row) == data.validation().label(row)) right++;
    assertThat(right).isGreaterThan(375);
  }

  private static int nearest(double[][] means, Examples examples, int row) {
    int best = 0;
    double bestDistance = Double.POSITIVE_INFINITY;
    for (int c = 0; c < means.length; c++) {
      double distance = 0;
      for (int p = 0; p < 256; p++) distance += Math.pow(examples.x().at(row, p) - means[c][p], 2);
      if (distance < bestDistance) {
        bestDistance = distance;
        best = c;
      }
    }
    return best;
  }

  /// By the formula: one mark is at steps 2 to 7 and one at steps 12 to 17, in the order of the class; the share of
  /// distractors among the other 18 steps is the noise (18,000 coin tosses, 4 standard deviations).
  @Test void temporalOrderIsToldByItsTwoMarks() {
    DataSet data = load(GeneratedSet.TEMPORAL_ORDER, 1000, 10, 0.3, 2);
    int distractors = 0;
    for (int row = 0; row < 1000; row++) {
      StringBuilder marks = new StringBuilder();
      for (int step = 1; step <= 20; step++) {
        long word = Math.round(raw(data, data.train(), row, step - 1));
        if (word > 3) {
          assertThat(step).isBetween(marks.isEmpty() ? 2 : 12, marks.isEmpty() ? 7 : 17);
          marks.append(word == 4 ? 'X' : 'Y');
        } else if (word > 0) {
          distractors++;
        }
      }
      assertThat(marks).hasToString(data.schema().classes().get(data.train().label(row)));
    }
    assertThat(distractors / 18_000.0).isCloseTo(0.3, within(4 * Math.sqrt(0.3 * 0.7 / 18_000)));
  }

  /// Of 40 steps all distances are twice as large, by the proportions of the documentation.
  @Test void longerSequencesKeepTheMarksInProportion() {
    DataSet data = DataSets.load(new DataSpec.Generated(GeneratedSet.TEMPORAL_ORDER, 400, 10, 0.3, 40, null), 2, Path.of(""));
    assertThat(data.schema().inputs()).hasSize(40);
    int[] least = {99, 99}, most = new int[2];
    for (int row = 0; row < 400; row++) {
      int marks = 0;
      for (int step = 1; step <= 40; step++)
        if (Math.round(raw(data, data.train(), row, step - 1)) > 3) {
          least[marks] = Math.min(least[marks], step);
          most[marks] = Math.max(most[marks++], step);
        }
      assertThat(marks).isEqualTo(2);
    }
    assertThat(least).containsExactly(3, 23);
    assertThat(most).containsExactly(14, 34);
  }

  /// By hand: the two numbers beside the marks, one in each half, make the sum. Without noise nothing is left; the
  /// variance of the sum of two uniform numbers is 1/6, and so is the squared error of always saying 1.
  @ParameterizedTest @CsvSource({"4", "20", "101"})
  void theTargetOfTheAddingProblemIsTheSumOfTheMarkedNumbers(int steps) {
    DataSet data = DataSets.load(new DataSpec.Generated(GeneratedSet.ADDING_PROBLEM, 2000, 10, 0, steps, null), 3, Path.of(""));
    assertThat(data.schema().inputs()).hasSize(2 * steps).startsWith("number1", "mark1", "number2");
    double squares = 0;
    for (int row = 0; row < 2000; row++) {
      double sum = 0;
      int first = 0, second = 0;
      for (int step = 0; step < steps; step++) {
        double mark = raw(data, data.train(), row, 2 * step + 1);
        assertThat(Math.min(Math.abs(mark), Math.abs(mark - 1))).isLessThan(1e-5);
        sum += Math.rint(mark) * raw(data, data.train(), row, 2 * step);
        if (mark > 0.5 && step < steps / 2) first++;
        else if (mark > 0.5) second++;
      }
      assertThat(first).isOne();
      assertThat(second).isOne();
      double y = data.schema().targetScaling().toRaw(0, data.train().y().at(row, 0));
      assertThat(y).isCloseTo(sum, within(1e-5));
      squares += (y - 1) * (y - 1) / 2000;
    }
    // Var((x - 1)²) = 1/15 - 1/36; 4 standard deviations of the mean.
    assertThat(squares).isCloseTo(1 / 6.0, within(4 * Math.sqrt((1 / 15.0 - 1 / 36.0) / 2000)));
  }

  /// A recurrent layer reads every step with the same weights.
  @Test void numbersAndMarksHaveOneScaleForAllSteps() {
    DataSet data = load(GeneratedSet.ADDING_PROBLEM, 300, 10, 0.1, 3);
    Scaling scaling = data.schema().inputScaling();
    for (int c = 2; c < 40; c++) {
      assertThat(scaling.mean().get(c)).isEqualTo(scaling.mean().get(c % 2));
      assertThat(scaling.sd().get(c)).isEqualTo(scaling.sd().get(c % 2));
    }
    assertThat(scaling.mean().get(1)).isEqualTo(0.1);
    assertThat(scaling.sd().get(1)).isCloseTo(0.3, within(1e-12));
  }

  @Test void theCatalogueNamesEverySetOnce() {
    assertThat(DataSets.catalogue()).hasSize(GeneratedSet.values().length + 2);
    assertThat(DataSets.catalogue()).extracting(DataSets.Entry::name)
        .doesNotHaveDuplicates().contains("two-moons", "digits", "mauna-loa", "text");
    assertThat(DataSets.catalogue()).allMatch(entry -> !entry.description().contains("\n"));
    assertThat(DataSets.catalogue()).filteredOn(entry -> entry.task() == Task.REGRESSION).hasSize(7);
  }

  private static double[] doubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }
}
