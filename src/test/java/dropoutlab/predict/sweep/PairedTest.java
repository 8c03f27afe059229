package dropoutlab.predict.sweep;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Oracles: scipy and numpy (src/test/python/sweep_statistics.py), counting of all signs, Pascal's triangle, and
/// numbers by hand for what is not finite.
class PairedTest {
  private static final Offset<Double> NEAR = within(1e-9);
  private static final double INF = POSITIVE_INFINITY;

  private static JsonNode oracle() throws IOException {
    try (InputStream in = PairedTest.class.getResourceAsStream("/sweep/statistics.json")) {
      return new ObjectMapper().readTree(in);
    }
  }

  static Stream<JsonNode> cases() throws IOException { return oracle().get("cases").valueStream(); }

  private static double[] doubles(JsonNode list) {
    return list.valueStream().mapToDouble(JsonNode::doubleValue).toArray();
  }

  private static double number(JsonNode of, String key) { return of.get(key).doubleValue(); }

  @ParameterizedTest
  @MethodSource("cases")
  void quartilesAndPairsAreThoseOfNumpyAndScipy(JsonNode of) {
    Quartiles quartiles = Quartiles.of(doubles(of.get("values")));
    double[] expected = doubles(of.get("quartiles"));
    assertThat(new double[] {quartiles.low(), quartiles.median(), quartiles.high()}).containsExactly(expected, NEAR);
    Paired paired = Paired.of(doubles(of.get("values")), doubles(of.get("partners")));
    assertThat(paired.median()).isCloseTo(number(of, "median"), NEAR);
    assertThat(paired.lower()).isEqualTo(of.get("lower").intValue());
    assertThat(paired.higher()).isEqualTo(of.get("higher").intValue());
    assertThat(paired.sign()).isCloseTo(number(of, "sign"), NEAR);
    assertThat(paired.worth()).isCloseTo(number(of, "worth"), within(1e-6));
    JsonNode interval = of.get("interval");
    assertThat(paired.interval().isPresent()).isEqualTo(!interval.isNull());
    paired.interval().ifPresent(i -> {
      assertThat(i.k()).isEqualTo(interval.get("k").intValue());
      assertThat(i.low()).isCloseTo(number(interval, "low"), NEAR);
      assertThat(i.high()).isCloseTo(number(interval, "high"), NEAR);
      assertThat(i.coverage()).isCloseTo(number(interval, "coverage"), NEAR).isGreaterThanOrEqualTo(0.95);
    });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void moreTestsAreThoseOfScipy(JsonNode of) {
    MoreTests tests = MoreTests.of(Paired.of(doubles(of.get("values")), doubles(of.get("partners"))));
    JsonNode ranks = of.get("ranks");
    assertThat(tests.rankSum()).isEqualTo(number(ranks, "sum"));
    assertThat(tests.exact()).isEqualTo(ranks.get("exact").booleanValue());
    if (!ranks.get("p").isNull()) assertThat(tests.ranked()).isCloseTo(number(ranks, "p"), NEAR);
    assertThat(tests.mean()).isCloseTo(number(of, "mean"), NEAR);
    assertThat(tests.low()).isCloseTo(number(of, "low"), NEAR);
    assertThat(tests.high()).isCloseTo(number(of, "high"), NEAR);
    assertThat(tests.t()).isCloseTo(number(of, "t"), within(1e-7));
    assertThat(tests.studentP()).isCloseTo(number(of, "p"), NEAR);
  }

  @Test void theSignTestIsScipysAndNeverAboveOne() throws IOException {
    for (JsonNode each : oracle().get("sign")) {
      int lower = each.get("lower").intValue(), n = each.get("of").intValue();
      assertThat(Paired.sign(lower, n - lower)).isCloseTo(number(each, "p"), NEAR);
    }
    // Commons Math's BinomialTest gives 1.246 here, because it counts the middle twice.
    assertThat(Paired.sign(5, 5)).isEqualTo(1);
    assertThat(Paired.sign(0, 0)).isEqualTo(1);
  }

  /// Oracle: Pascal's triangle. The design names 27 pairs, k = 8 and 98.1 %.
  @ParameterizedTest
  @ValueSource(ints = {1, 5, 6, 8, 9, 10, 20, 27, 40, 101})
  void theIntervalTakesTheMostInnerPairThatCovers(int n) {
    double[] row = {1};
    for (int i = 0; i < n; i++) {
      double[] next = new double[row.length + 1];
      for (int j = 0; j < row.length; j++) {
        next[j] += row[j] / 2;
        next[j + 1] += row[j] / 2;
      }
      row = next;
    }
    int k = 0;
    double outside = 0;
    while (k < n / 2 && 1 - 2 * (outside + row[k]) >= 0.95) outside += row[k++];
    double[] values = IntStream.rangeClosed(1, n).mapToDouble(i -> i).toArray();
    var interval = Paired.of(values, new double[n]).interval();
    assertThat(interval.isPresent()).isEqualTo(n >= 6).isEqualTo(k > 0);
    if (k == 0) return;
    assertThat(interval.get()).extracting(Paired.Interval::k, Paired.Interval::low, Paired.Interval::high)
        .containsExactly(k, (double) k, n + 1.0 - k);
    assertThat(interval.get().coverage()).isCloseTo(1 - 2 * outside, NEAR);
    if (n == 27) assertThat(interval.get().coverage()).isCloseTo(0.981, within(0.0005));
  }

  /// Oracle: all 2^n choices of signs, one after the other.
  @ParameterizedTest
  @CsvSource({"'1,-2,3,4,-5,6'", "'1,1,-1,2,2,-3,3,3'", "'0,1,-1,0,2,2,2,-5'", "'0.1,-0.2,0.30000000000000004,0.3,0.7'",
      "'-1,-2,-3,-4,-5,-6,-7,-8,-9,-10,-11,-12'"})
  void signedRanksCountAllSignsThatTheSizesCouldHaveHad(String text) {
    double[] given = Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
    double[] nonzero = Arrays.stream(given).filter(d -> d != 0).toArray();
    int n = nonzero.length;
    double[] ranks = Arrays.stream(nonzero).map(d -> Arrays.stream(nonzero)
        .map(o -> Math.abs(Math.abs(o) - Math.abs(d)) < 1e-9 ? 0.5 : Math.abs(o) < Math.abs(d) ? 1 : 0).sum() + 0.5)
            .toArray();
    double sum = IntStream.range(0, n).filter(i -> nonzero[i] > 0).mapToDouble(i -> ranks[i]).sum();
    double mean = Arrays.stream(ranks).sum() / 2;
    int asFar = 0;
    for (int signs = 0; signs < 1 << n; signs++) {
      double other = 0;
      for (int i = 0; i < n; i++) if ((signs >> i & 1) == 1) other += ranks[i];
      if (Math.abs(other - mean) >= Math.abs(sum - mean) - 1e-9) asFar++;
    }
    SignedRanks found = SignedRanks.of(given);
    assertThat(found.sum()).isEqualTo(sum);
    assertThat(found.exact()).isTrue();
    assertThat(found.p()).isCloseTo(asFar / (double) (1 << n), NEAR);
  }

  /// Commons Math counts zero differences on one side: mirrored data give 21 and 15.
  @Test void mirroredDifferencesHaveMirroredRankSums() {
    double[] some = {0, 1, 2, -3, 4, 0, -5, 6, 0};
    SignedRanks one = SignedRanks.of(some), other = SignedRanks.of(Arrays.stream(some).map(d -> -d).toArray());
    assertThat(one.sum() + other.sum()).isEqualTo(6 * 7 / 2.0);
    assertThat(one.p()).isEqualTo(other.p());
  }

  @Test void noDifferenceAtAllIsNoFinding() {
    double[] same = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6};
    Paired paired = Paired.of(same, same);
    assertThat(paired).extracting(Paired::median, Paired::lower, Paired::higher, Paired::sign, Paired::worth)
        .containsExactly(0.0, 0, 0, 1.0, NaN);
    MoreTests tests = MoreTests.of(paired);
    assertThat(tests).extracting(MoreTests::ranked, MoreTests::mean, MoreTests::t, MoreTests::studentP)
        .containsExactly(1.0, 0.0, NaN, NaN);
  }

  @Test void notFiniteRanksAsWorstAndMissingStaysOut() {
    double[] values = {INF, 0.2, INF, NaN, 0.3, 0.1, 0.1, 0.4}, partners = {0.1, INF, INF, 0.5, NaN, 0.3, 0.2, 0.4};
    Paired paired = Paired.of(values, partners);
    assertThat(paired.differences()).containsExactly(INF, NEGATIVE_INFINITY, 0.0, NaN, NaN, 0.1 - 0.3, 0.1 - 0.2, 0.0);
    assertThat(paired.pairs()).isEqualTo(6);
    assertThat(paired.lower()).isEqualTo(3);
    assertThat(paired.higher()).isEqualTo(1);
    assertThat(paired.interval().orElseThrow()).extracting(Paired.Interval::k, Paired.Interval::low,
        Paired.Interval::high).containsExactly(1, NEGATIVE_INFINITY, INF);
    MoreTests tests = MoreTests.of(paired);
    assertThat(tests.pairs()).isEqualTo(3);
    assertThat(tests.left()).isEqualTo(3);
    assertThat(tests.mean()).isCloseTo(-0.1, NEAR);
  }

  @Test void nothingIsInterpolatedTowardsWhatIsNotFinite() {
    Quartiles quartiles = Quartiles.of(new double[] {INF, 1, NaN, 2, INF, 3});
    assertThat(quartiles).isEqualTo(new Quartiles(5, 2, 3, INF));
    assertThat(Quartiles.of(new double[] {1, 2, INF, INF})).isEqualTo(new Quartiles(4, 1.75, INF, INF));
    assertThat(Quartiles.of(new double[] {1, 2, 3, INF})).isEqualTo(new Quartiles(4, 1.75, 2.5, INF));
    assertThat(Quartiles.of(new double[0]).median()).isNaN();
    assertThat(Quartiles.of(new double[] {7})).isEqualTo(new Quartiles(1, 7, 7, 7));
  }

  /// Oracle: closed testing. A hypothesis falls if every set of hypotheses that holds it falls by Bonferroni (Marcus,
  /// Peritz and Gabriel 1976).
  @Test void holmIsClosedTestingByBonferroni() {
    for (double[] p : List.of(new double[] {0.01, 0.04, 0.03, 0.005}, new double[] {0.5, 0.2, NaN, 0.9, 0.02},
        new double[] {0.02, 0.02, 0.02}, new double[] {NaN}, new double[] {0.3})) {
      double[] adjusted = Holm.adjusted(p);
      for (int i = 0; i < p.length; i++) assertThat(adjusted[i]).isCloseTo(closed(p, i), NEAR);
    }
  }

  private static double closed(double[] p, int i) {
    if (Double.isNaN(p[i])) return NaN;
    double worst = 0;
    for (int set = 0; set < 1 << p.length; set++) {
      List<Double> in = new ArrayList<>();
      for (int j = 0; j < p.length; j++) if ((set >> j & 1) == 1 && !Double.isNaN(p[j])) in.add(p[j]);
      if ((set >> i & 1) == 1)
        worst = Math.max(worst, Math.min(1, in.size() * in.stream().mapToDouble(d -> d).min().orElse(1)));
    }
    return worst;
  }
}
