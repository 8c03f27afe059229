package dropoutlab.claim.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.claim.Settings;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.MomentsPicture;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.frame.bench.Verdict;
import dropoutlab.predict.ProgressMonitor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Oracles: the numbers of Li, Chen, Hu and Yang's formulas on rectified normal inputs, and what must be where nothing
/// shifts.
class BatchNormShiftTest {
  private static final BatchNormShift BENCH = new BatchNormShift();

  private static Findings find(Settings settings) { return BENCH.find(settings, ProgressMonitor.NOBODY); }

  private static Settings with(String... changes) {
    Settings settings = BENCH.defaults();
    for (String each : changes) settings = settings.with(each);
    return settings;
  }

  private static double exact(List<Comparison> rows, int row) { return rows.get(row).exact().value(); }

  @ParameterizedTest
  @CsvSource({"0.1, 0.39640, 0.8598", "0.2, 0.46585, 0.7317", "0.3, 0.55513, 0.6140", "0.5, 0.84085, 0.4054",
      "0.7, 1.50751, 0.2261"})
  void rowsAreThoseOfTheFacts(double p, double training, double ratio) {
    List<Comparison> rows = find(with("p=" + p)).rows();
    assertThat(exact(rows, 0)).isCloseTo(ratio, within(1e-4));
    assertThat(exact(rows, 1)).isCloseTo(training, within(1e-5));
    assertThat(exact(rows, 2)).isCloseTo(.34085 - training, within(2e-5));
    assertThat(exact(rows, 3)).isCloseTo(300 / 301.0, within(1e-12));
    assertThat(rows).extracting(Comparison::verdict).containsExactly(Verdict.WITHIN_NOISE, Verdict.WITHIN_NOISE, Verdict.DIFFERS,
        Verdict.WITHIN_NOISE, Verdict.EQUAL);
  }

  @Test void behindTheNormOrWithoutDropoutNothingShifts() {
    for (Settings settings : List.of(with("order=after"), with("order=after", "width=16"), with("p=0"))) {
      List<Comparison> rows = find(settings).rows();
      assertThat(exact(rows, 0)).isEqualTo(1);
      assertThat(rows.getFirst().verdict()).isEqualTo(Verdict.EQUAL);
      assertThat(rows.getFirst().engine().value()).isCloseTo(1, within(1e-4));
      assertThat(rows.get(2).verdict()).isEqualTo(Verdict.EQUAL);
    }
  }

  @Test void aSumOfUnitsThatVaryTogetherShiftsLess() {
    double alone = exact(find(with("width=16", "alike=0")).rows(), 0), together = exact(find(with("width=16")).rows(), 0);
    assertThat(alone).isCloseTo(exact(find(with()).rows(), 0), within(1e-12));
    assertThat(together).isGreaterThan(.8);
    assertThat(find(with("width=16", "alike=0")).headline().verdict()).isEqualTo(Verdict.WITHIN_NOISE);
  }

  @Test void passesLeaveTheStatisticsTheSameBits() {
    for (Settings settings : List.of(with(), with("width=5"), with("order=after"), with("batches=10"))) {
      Findings found = find(settings);
      Comparison row = found.rows().getLast();
      assertThat(row.tolerance()).isEqualTo(new Tolerance.SameBits());
      assertThat(row.engine().value()).isZero();
      MomentsPicture.BatchNorm picture = (MomentsPicture.BatchNorm) found.picture();
      assertThat(picture.passes()).hasSize(50).containsOnly(picture.learnt().getLast());
    }
  }

  @Test void aRunningVarianceThatHasNotForgottenItsBeginningShowsNothing() {
    List<Comparison> rows = find(with("batches=100")).rows();
    assertThat(rows.subList(0, 3)).extracting(Comparison::verdict).containsOnly(Verdict.MOVING);
  }

  @Test void theClockShowsTheBeginningOfTheSameTraining() {
    MomentsPicture.BatchNorm all = (MomentsPicture.BatchNorm) find(with()).picture();
    MomentsPicture.BatchNorm some = (MomentsPicture.BatchNorm) find(with("batches=37")).picture();
    assertThat(some.learnt()).hasSize(38).isEqualTo(all.learnt().subList(0, 38));
  }

  /// Of honest standard errors the squared gaps are about 1 on average; 20 seeds leave them between a third and 2.2.
  @Test void standardErrorsAreHonest() {
    double[] squares = new double[4];
    for (long seed = 1; seed <= 20; seed++) {
      List<Comparison> rows = find(with().withSeed(seed)).rows();
      for (int row : new int[] {0, 1, 3}) squares[row] += rows.get(row).ses() * rows.get(row).ses() / 20;
    }
    for (int row : new int[] {0, 1, 3}) assertThat(squares[row]).as("row %d", row).isBetween(.33, 2.2);
  }
}
