package dropoutlab.predict.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.Scaling;
import dropoutlab.data.Schema;
import dropoutlab.frame.sweep.SweepTable;
import dropoutlab.frame.sweep.TestSweeps;
import dropoutlab.spec.Task;
import dropoutlab.spec.sweep.Axis;
import dropoutlab.spec.sweep.AxisText;
import dropoutlab.spec.sweep.Measure;
import dropoutlab.spec.sweep.Pair;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.spec.sweep.Sweep;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Oracle: sentences written by hand, those of the design among them.
class SweepWordsTest {
  private static final Scaling NONE = new Scaling(List.of(), List.of());
  private static final Schema CLASSES = new Schema(Task.CLASSIFICATION, List.of("x", "y"), "class", List.of("a", "b"),
      NONE, NONE, Optional.empty());
  private static final Schema PPM = new Schema(Task.REGRESSION, List.of("year"), "CO2 (ppm)", List.of(), NONE, NONE,
      Optional.empty());
  private static final double WAITS = Double.NaN, INF = Double.POSITIVE_INFINITY;
  private static final String ALONG_P = "network.hidden.*.drop=0, 0.1 ... 0.9";

  private static SweepWords words(SweepTable table) { return words(table, Measure.ERROR, CLASSES); }

  private static SweepWords words(SweepTable table, Measure measure, Schema schema) {
    return new SweepWords(SweepStatistics.of(table, measure), schema);
  }

  /// Differences to the twin in points, whose median is -3.2, and the twins, whose median is 19.6.
  private static final double[] LESS = {-8.4, -8, -7, -6.5, -6, -5.5, -5, -4.5, -4.2, -4, -3.8, -3.6, -3.4, -3.2, -2.6,
      -2.4, -2.2, -1.8, -1.4, -0.9, -0.7, -0.5, 0.5, 0.6, 0.7, 0.8, 0.9};
  private static final double[] TWINS = {27, 27, 27, 27, 27, 27, 27, 19.6, 20, 20, 20, 20, 20, 20.6, 17, 17, 17, 17, 17,
      17, 17, 18.5, 18, 18, 18, 18, 18};
  private static final double[] MORE_THAN_BEST = {0, 2.8, 2.8, 0.3, 0.3, 0.3, 0, 0.1, 2.8, 30};

  private static TestSweeps.Values drawn(int seeds) {
    return (point, seed) -> {
      if (seed >= seeds) return WAITS;
      if (point == 0) return TWINS[seed % 27] / 100;
      if (point == 9 && seed < 11) return INF;
      double sign = point == 7 && seed % 2 == 0 ? -1 : 1;
      return (TWINS[seed % 27] + LESS[seed % 27] + sign * MORE_THAN_BEST[point]) / 100;
    };
  }

  private static SweepTable table(int planned, int seeds, Pair pair) {
    return TestSweeps.table(TestSweeps.sweep(ALONG_P, planned, pair), drawn(seeds), (_, seed) -> drawn(seeds).at(0,
        seed));
  }

  @Test void aSweepUnderWayTellsWhatTheDesignTells() {
    assertThat(words(table(40, 27, new Pair.Twin())).finding()).containsExactly(
        "So far p = 0.6 has the lowest median: 17.4 % wrong, the twin 19.6 %.",
        "Seed by seed 3.2 points less (95 % interval 0.9 to 4.5), lower on 22 of 27.",
        "From 0.3 to 0.7 the gain stands (sign test, Holm); 0.7 cannot be told from 0.6.",
        "At 0.9 the twin is lower (sign test, Holm).",
        "At 0.9 the loss of 11 of 27 runs was no longer finite.",
        "130 runs are still to come.");
  }

  @Test void aFinishedSweepNoLongerSaysSoFar() {
    List<String> finding = words(table(27, 27, new Pair.Twin())).finding();
    assertThat(finding.getFirst()).isEqualTo("p = 0.6 has the lowest median: 17.4 % wrong, the twin 19.6 %.");
    assertThat(finding.getLast()).isEqualTo("At 0.9 the loss of 11 of 27 runs was no longer finite.");
  }

  @Test void aPointIsToldInOneLine() {
    SweepWords words = words(table(40, 27, new Pair.Twin()));
    assertThat(words.column(6)).isEqualTo("p 0.6: median 17.4 %, 27 pairs, difference −3.2, −4.5 to −0.9");
    assertThat(words.column(0)).isEqualTo("p 0: median 19.6 %");
    assertThat(words.value(0.174)).isEqualTo("17.4 %");
    assertThat(words.bare(INF)).isEqualTo("∞");
    assertThat(List.of(words.difference(-0.032), words.difference(0.05), words.difference(-0.0001), words.difference(
        INF)))
        .containsExactly("−3.2", "+5.0", "0.0", "+∞");
    assertThat(words.axis(0)).isEqualTo("p, hidden layers");
    assertThat(words.measured()).isEqualTo("wrong validation answers after the last epoch");
    assertThat(words.flatters()).isEqualTo("Best of 10 on these seeds, so it flatters.");
  }

  @Test void smallProbabilitiesHaveMoreDigits() {
    SweepWords words = words(table(10, 0, new Pair.Twin()));
    assertThat(List.of(words.p(0.0712), words.p(0.0004), words.p(0.0034), words.p(0.0494), words.p(1), words.p(0.0501),
        words.p(0.9951), words.p(WAITS))).containsExactly(".07", "<.001", ".003", ".049", "1", ".050", "1", "–");
  }

  @Test void nothingYetIsSaid() {
    assertThat(words(table(10, 0, new Pair.Twin())).finding())
        .containsExactly("No run has a result yet.", "100 runs are still to come.");
  }

  @Test void fewPairsHaveNoInterval() {
    assertThat(words(table(5, 5, new Pair.Twin())).finding()).contains("Fewer than 6 pairs: no interval yet.")
        .doesNotContain("No value of p is lower than the twin beyond chance on these 5 seeds. That is a finding, too.");
  }

  private static TestSweeps.Values flat() {
    return (point, seed) -> 0.2 + (seed % 5) * 0.01 + ((point + seed) % 2 == 0 ? 0.004 : -0.004) * (point == 0 ? 0 : 1);
  }

  @Test void noGainIsAFindingToo() {
    SweepTable table = TestSweeps.table(TestSweeps.sweep(ALONG_P, 10, new Pair.Twin()), flat(), (_, seed) -> flat().at(
        0, seed));
    assertThat(words(table).finding()).contains(
        "No value of p is lower than the twin beyond chance on these 10 seeds. That is a finding, too.");
    SweepTable few = TestSweeps.table(TestSweeps.sweep(ALONG_P, 6, new Pair.Twin()), flat(), (_, seed) -> flat().at(0,
        seed));
    assertThat(words(few).finding()).contains("Over 9 values not even lower on 6 of 6 would stand (sign test, Holm); "
        + "with 9 seeds it could.");
  }

  /// Oracle: the smallest n for which tests · 2 · ½ⁿ is below .05, by hand.
  @Test void theLeastNumberOfPairsThatCanStandIsCounted() {
    assertThat(List.of(Gains.needed(1), Gains.needed(2), Gains.needed(9), Gains.needed(100))).containsExactly(6, 7, 9,
        12);
  }

  @Test void halfOfTheRunsWithoutAFiniteLossLeaveNoMedian() {
    TestSweeps.Values values = (point, seed) -> point == 9 && seed < 6 || point == 8 && seed < 5 ? INF : flat().at(
        point, seed);
    SweepTable table = TestSweeps.table(TestSweeps.sweep(ALONG_P, 10, new Pair.None()), values, null);
    assertThat(words(table).finding()).contains("More than half of the runs at 0.9 have no finite loss: no median.",
        "Half of the runs at 0.8 have no finite loss: no median.");
    assertThat(words(table).column(9)).isEqualTo("p 0.9: median ∞");
    SweepTable all = TestSweeps.table(TestSweeps.sweep(ALONG_P, 10, new Pair.None()), (_, _) -> INF, null);
    assertThat(words(all).finding().getFirst()).isEqualTo("No value has a median yet that is finite.");
  }

  @Test void valuesThatAreNamesAreCalledByThem() {
    Sweep sweep = TestSweeps.sweep("network.hidden.*.method.type=inverted,gaussian,uniform", 12, new Pair.Of(
        "inverted"));
    TestSweeps.Values values = (point, seed) -> 0.1 + 0.001 * seed - 0.01 * point * (seed % 2 == 0 ? 1 : 0.5);
    SweepWords words = words(TestSweeps.table(sweep, values, null));
    assertThat(words.finding()).containsExactly("uniform has the lowest median: 9.05 % wrong, inverted 10.55 %."
        .replace(
        "9.05", words.bare(SweepStatistics.of(words.statistics().table(), Measure.ERROR).columns().get(2).quartiles()
            .median())),
        "Seed by seed 1.50 points less (95 % interval 1.00 to 2.00), lower on 12 of 12.",
        "For gaussian and uniform the gain stands (sign test, Holm).");
    assertThat(words.column(1)).startsWith("gaussian: median ");
    assertThat(words.axis(0)).isEqualTo("network.hidden.*.method.type");
  }

  @Test void errorsOfARegressionHaveTheTargetsUnit() {
    SweepTable table = TestSweeps.table(TestSweeps.sweep(ALONG_P, 27, new Pair.Twin()), (p, s) -> drawn(27).at(p,
        s) * 20,
        (_, s) -> drawn(27).at(0, s) * 20);
    SweepWords words = words(table, Measure.ERROR, PPM);
    assertThat(words.finding().subList(0, 2)).containsExactly(
        "p = 0.6 has the lowest median: an RMSE of 3.48 ppm, the twin 3.92 ppm.",
        "Seed by seed 0.64 ppm less (95 % interval 0.18 to 0.90), lower on 22 of 27.");
    assertThat(words.measured()).isEqualTo("root mean squared error on the validation data after the last epoch, ppm");
    assertThat(words.differenceUnit()).isEqualTo("ppm");
  }

  @Test void otherMeasuresAreNamed() {
    Sweep sweep = TestSweeps.sweep(ALONG_P, 27, new Pair.Twin());
    SweepTable loss = TestSweeps.table(sweep, Measure.LOSS, drawn(27), (_, s) -> drawn(27).at(0, s), List.of());
    assertThat(words(loss, Measure.LOSS, CLASSES).finding().getFirst())
        .isEqualTo("p = 0.6 has the lowest median: a loss of 0.174, the twin 0.196.");
    SweepTable zeros = TestSweeps.table(sweep, Measure.ZEROS, drawn(27), (_, s) -> drawn(27).at(0, s), List.of());
    assertThat(words(zeros, Measure.ZEROS, CLASSES).finding()).contains(
        "From 0.3 to 0.7 the difference stands (sign test, Holm); 0.7 cannot be told from 0.6.");
  }

  @Test void withoutPairsOnlyTheMediansAreTold() {
    assertThat(words(table(27, 27, new Pair.None())).finding()).containsExactly(
        "p = 0.6 has the lowest median: 17.4 % wrong.",
        "0.7 cannot be told from 0.6.", "At 0.9 the loss of 11 of 27 runs was no longer finite.");
  }

  @Test void whatGainsIsNotListedTwice() {
    Sweep sweep = TestSweeps.sweep("network.hidden.*.drop=0, 0.1 ... 0.3", 12, new Pair.Twin());
    TestSweeps.Values values = (p, s) -> 0.2 + 0.002 * s - (p == 0 ? 0 : 0.03 + ((s + p) % 3) * 0.001);
    assertThat(words(TestSweeps.table(sweep, values, (_, s) -> values.at(0, s))).finding()).contains(
        "From 0.1 to 0.3 the gain stands (sign test, Holm); none of these can be told from 0.2.");
  }

  @Test void anAxisIsNamedWithWhatIsTiedToIt() {
    assertThat(axis("network.hidden.0.units=4, 8")).isEqualTo("units, hidden layer 1");
    assertThat(axis("network.hidden.*.drop=0, 0.5 + network.hidden.*.units=n/(1-p)"))
        .isEqualTo("p, hidden layers (units = n/(1−p))");
    assertThat(axis("data.training=16, 32 + training.epochs=n*x0/x")).isEqualTo("training examples (epochs to suit)");
    assertThat(axis("regulariser.l2=0, 0.1")).isEqualTo("L2");
    assertThat(axis("optimiser.beta1=0.8, 0.9")).isEqualTo("optimiser.beta1");
  }

  private static String axis(String text) {
    return AxisWords.of(AxisText.read(text, List.of(), TestSweeps.MOONS)).title();
  }

  @Test void neighboursAreToldAsARange() {
    Axis axis = AxisText.read(ALONG_P, List.of(), TestSweeps.MOONS);
    assertThat(new Places(axis, List.of(0, 3, 4, 5, 6, 8)).list()).isEqualTo("0, 0.3 to 0.6 and 0.8");
    assertThat(new Places(axis, List.of(0, 1, 9)).where()).isEqualTo("At 0, 0.1 and 0.9");
    assertThat(new Places(axis, List.of(1, 2, 3)).where()).isEqualTo("From 0.1 to 0.3");
  }

  @Test void sharesHaveAtMostTwoDecimals() {
    SweepTable table = TestSweeps.table(TestSweeps.sweep(ALONG_P, 4, new Pair.None()), (point, _) -> point * 0.000125, null);
    assertThat(words(table).value(0.000125)).isEqualTo("0.01 %");
  }

  @Test void aConfirmationIsJudgedAlone() {
    Sweep sweep = TestSweeps.sweep(ALONG_P, 27, new Pair.Twin());
    Sweep again = sweep.withConfirmations(List.of(new Sweep.Confirmation(6, new SeedRange(41, 67))));
    SweepTable confirmed = TestSweeps.table(again.confirming(again.confirmations().getFirst()),
        (_, seed) -> drawn(27).at(6, seed), (_, seed) -> drawn(27).at(0, seed));
    SweepTable table = TestSweeps.table(again, Measure.ERROR, drawn(27), (_, s) -> drawn(27).at(0, s), List.of(
        confirmed));
    assertThat(words(table).confirmation(0)).isEqualTo("On new seeds 41 to 67: p = 0.6 has a median of 17.4 % wrong, "
        + "the twin 19.6 %. Seed by seed 3.2 points less (95 % interval 0.9 to 4.5), lower on 22 of 27. The gain "
        + "stands (sign test, .002).");
    assertThat(words(table).finding().getLast()).startsWith("On new seeds 41 to 67: ");
  }

  @Test void twoAxesHaveABestForEachSeries() {
    var axes = List.of(AxisText.read(ALONG_P, List.of(), TestSweeps.MOONS),
        AxisText.read("data.training=64,128", List.of(), TestSweeps.MOONS));
    Sweep sweep = TestSweeps.of(axes, 27, new Pair.Twin());
    TestSweeps.Values values = (point, seed) -> drawn(27).at(point < 10 ? point : 19 - point, seed);
    SweepTable table = TestSweeps.table(sweep, values, (point, seed) -> values.at(point < 10 ? 0 : 19, seed));
    SweepStatistics statistics = SweepStatistics.of(table, Measure.ERROR);
    assertThat(statistics.series()).isEqualTo(2);
    assertThat(statistics.best(0)).hasValue(6);
    assertThat(statistics.best(1)).hasValue(13);
    assertThat(statistics.best()).hasValue(6);
    assertThat(statistics.columns().get(12).likeBest()).isTrue();
    assertThat(words(table).finding()).contains("p = 0.6, training examples = 64 has the lowest median: 17.4 % wrong, "
        + "the twin 19.6 %.", "training examples = 64: From 0.3 to 0.7 the gain stands (sign test, Holm); 0.7 cannot be told "
            + "from 0.6.");
  }
}
