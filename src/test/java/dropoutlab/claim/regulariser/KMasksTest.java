package dropoutlab.claim.regulariser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.claim.Settings;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.RegulariserPicture;
import dropoutlab.frame.bench.Verdict;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.MaskedGradient;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Oracles: numbers by hand and [MaskedGradient], which has oracles of its own.
class KMasksTest {
  private static final KMasks BENCH = new KMasks();

  private static Findings find(Settings settings) { return BENCH.find(settings, ProgressMonitor.NOBODY); }

  @Test void rowsAreTheNumbersByHand() {
    List<Comparison> rows = find(BENCH.defaults()).rows();
    assertThat(rows).extracting(row -> row.exact().value()).satisfies(values -> {
      assertThat((double) values.get(0)).isCloseTo(284.25, within(1e-9));
      assertThat((double) values.get(1)).isEqualTo(11);
      assertThat((double) values.get(2)).isEqualTo(20);
      assertThat((double) values.get(3)).isCloseTo(1137, within(1e-9));
      assertThat((double) values.get(4)).isCloseTo(.374440, within(1e-6));
    });
    // All numbers are halves of whole ones, which single precision holds.
    assertThat(rows.get(3).gap()).isCloseTo(0, within(1e-9));
  }

  @Test void theEngineHasTheGradientOfEveryMask() {
    double[] w = {.7, -1.3};
    MaskedGradient exact = new MaskedGradient(KMasks.X, KMasks.Y, w, .3);
    double[][] all = MaskSteps.all(KMasks.X, KMasks.Y, w, .3);
    for (int mask = 0; mask < all.length; mask++)
      for (int j = 0; j < 2; j++)
        assertThat(all[mask][j]).as("mask %d", mask).isCloseTo(exact.gradientOf(mask)[j], within(1e-5));
  }

  /// Single steps with one mask are among the gradients of the masks.
  @Test void aStepWithOneMaskIsOneOfThem() {
    double[][] steps = MaskSteps.random(KMasks.X, KMasks.Y, new double[] {1, 1}, .5, 1, 200, 3, ProgressMonitor.NOBODY);
    double[][] all = MaskSteps.all(KMasks.X, KMasks.Y, new double[] {1, 1}, .5);
    assertThat(List.of(steps)).allSatisfy(step -> assertThat(List.of(all)).anySatisfy(one -> assertThat(step).containsExactly(one)));
  }

  @Test void theClockShowsTheFirstOfTheSameSteps() {
    RegulariserPicture.KMasks all = (RegulariserPicture.KMasks) find(BENCH.defaults()).picture();
    RegulariserPicture.KMasks some = (RegulariserPicture.KMasks) find(BENCH.defaults().with("steps=150")).picture();
    assertThat(some.gradients().rows()).isEqualTo(150);
    for (int step = 0; step < 150; step++) assertThat(some.gradients().at(step, 1)).isEqualTo(all.gradients().at(step, 1));
  }

  @Test void withoutDropoutBothSidesAreEqual() {
    assertThat(find(BENCH.defaults().with("p=0")).rows()).allSatisfy(row -> assertThat(row.verdict()).isEqualTo(Verdict.EQUAL));
  }

  /// Of honest standard errors the squared gaps are about 1 on average; 20 seeds leave them between a third and 2.2.
  @Test void standardErrorsAreHonest() {
    double[] squares = new double[3];
    for (long seed = 1; seed <= 20; seed++) {
      List<Comparison> rows = find(BENCH.defaults().with("p=0.8").withSeed(seed)).rows();
      for (int row = 0; row < 3; row++) squares[row] += rows.get(row).ses() * rows.get(row).ses() / 20;
    }
    for (double each : squares) assertThat(each).isBetween(.33, 2.2);
  }
}
