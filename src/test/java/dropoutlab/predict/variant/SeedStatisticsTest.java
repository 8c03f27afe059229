package dropoutlab.predict.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.frame.Replicate.Score;
import dropoutlab.frame.Replicate;
import dropoutlab.frame.Replicates;
import dropoutlab.predict.variant.seeds.MeanSd;
import dropoutlab.predict.variant.seeds.PairedDifference.Verdict;
import dropoutlab.predict.variant.seeds.PairedDifference;
import dropoutlab.predict.variant.seeds.SeedTable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Mean, spread and paired differences over seeds. Oracles: by hand, and SciPy 1.17.1, each named.
class SeedStatisticsTest {
  private static final double NAN = Double.NaN;
  private static final List<Double> A = List.of(0.61, 0.55, 0.72, 0.48, 0.66, 0.59, 0.70);
  private static final List<Double> B = List.of(0.58, 0.57, 0.65, 0.44, 0.60, 0.60, 0.61);

  /// `numpy.std(a, ddof=1)`.
  @Test void spreadIsThatOfASample() {
    MeanSd of = MeanSd.of(A);
    assertThat(of.n()).isEqualTo(7);
    assertThat(of.sd()).isCloseTo(0.08502100580780862, within(1e-14));
    // By hand: 2, 4, 4, 4, 5, 5, 7, 9 have the mean 5 and squares of 32 in all.
    MeanSd byHand = MeanSd.of(List.of(2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0));
    assertThat(byHand.mean()).isEqualTo(5);
    assertThat(byHand.sd()).isCloseTo(Math.sqrt(32 / 7.0), within(1e-15));
  }

  @Test void whatIsNotFiniteIsCountedApart() {
    MeanSd of = MeanSd.of(List.of(1.0, NAN, 3.0, Double.POSITIVE_INFINITY));
    assertThat(of.n()).isEqualTo(2);
    assertThat(of.notFinite()).isEqualTo(2);
    assertThat(of.mean()).isEqualTo(2);
    assertThat(MeanSd.of(List.of(4.0)).sd()).isNaN();
    assertThat(MeanSd.of(List.of(NAN)).mean()).isNaN();
  }

  /// `scipy.stats.t.interval(0.95, 6, d.mean(), scipy.stats.sem(d))`.
  @Test void theIntervalIsStudents() {
    PairedDifference of = PairedDifference.of(A, B);
    assertThat(of.mean()).isCloseTo(0.03714285714285715, within(1e-14));
    assertThat(of.low()).isCloseTo(-0.0005057816769893364, within(1e-9));
    assertThat(of.high()).isCloseTo(0.07479149596270364, within(1e-9));
    assertThat(of.lower()).isEqualTo(2);
    assertThat(of.verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  /// The quantile with one degree of freedom is the Cauchy distribution's tan(0.475 π) = 12.7062. The differences −1 and
  /// −3 have the mean −2 and the standard error 1.
  @Test void twoPairsHaveAnInterval() {
    PairedDifference of = PairedDifference.of(List.of(1.0, 1.0), List.of(2.0, 4.0));
    assertThat(of.low()).isCloseTo(-2 - Math.tan(0.475 * Math.PI), within(1e-8));
    assertThat(of.high()).isCloseTo(-2 + Math.tan(0.475 * Math.PI), within(1e-8));
    assertThat(of.verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test void onlyAnIntervalOffZeroIsAVerdict() {
    List<Double> low = List.of(1.0, 1.1, 0.9), high = List.of(2.0, 2.2, 2.0);
    assertThat(PairedDifference.of(low, high).verdict()).isEqualTo(Verdict.LOWER);
    assertThat(PairedDifference.of(high, low).verdict()).isEqualTo(Verdict.HIGHER);
    assertThat(PairedDifference.of(low, low).verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test void onePairHasNoIntervalAndNoVerdict() {
    PairedDifference of = PairedDifference.of(List.of(1.0, NAN, 2.0), List.of(4.0, 1.0, NAN));
    assertThat(of.n()).isEqualTo(1);
    assertThat(of.notFinite()).isEqualTo(2);
    assertThat(of.mean()).isEqualTo(-3);
    assertThat(of.low()).isNaN();
    assertThat(of.lower()).isEqualTo(1);
    assertThat(of.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(PairedDifference.of(List.of(), List.of()).verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test void theTablePairsTheSameSeeds() {
    Replicates all = new Replicates("network", Optional.of("b"), Optional.empty(), List.of())
        .with(new Replicate(1, List.of(new Score("network", 1, .1), new Score("b", 2, .4))))
        .with(new Replicate(2, List.of(new Score("network", 3, .3), Score.failed("b"))));
    SeedTable table = SeedTable.of(all);
    assertThat(table.rows()).extracting(row -> row.loss().mean()).containsExactly(2.0, 2.0);
    assertThat(table.differences()).hasSize(1);
    assertThat(table.differences().getFirst().loss().values()).containsExactly(-1.0, NAN);
    assertThat(table.differences().getFirst().error().mean()).isCloseTo(-.3, within(1e-15));
  }
}
