package dropoutlab.claim.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.claim.Settings;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.ScalingPicture;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.frame.bench.Verdict;
import dropoutlab.predict.ProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwoPathsTest {
  private final TwoPaths bench = new TwoPaths();

  private Findings find(Settings settings) { return bench.find(settings, ProgressMonitor.NOBODY); }

  private static ScalingPicture.TwoPaths picture(Findings of) { return (ScalingPicture.TwoPaths) of.picture(); }

  /// A half and a quarter are exact in every float, so the engine's paths agree bit by bit.
  @ParameterizedTest
  @ValueSource(doubles = {0, .5, .75})
  void wherePowersOfTwoScaleBothPathsHaveTheSameBits(double p) {
    Findings found = find(bench.defaults().with("p", p));
    assertThat(found.rows().get(1).tolerance()).isInstanceOf(Tolerance.SameBits.class);
    assertThat(found.rows().get(1).gap()).isZero();
    for (int step = 0; step <= 200; step++) assertThat(picture(found).apart().at(step, 2)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .3, .6})
  void elsewhereTheyAgreeToRounding(double p) {
    Findings found = find(bench.defaults().with("p", p));
    assertThat(found.headline().verdict()).isEqualTo(Verdict.EQUAL);
    for (int step = 0; step <= 200; step++) assertThat(picture(found).apart().at(step, 2))
        .isLessThan(2 * TwoPaths.TOLERANCE);
  }

  @Test void atEqualRatesTheyPart() {
    Findings found = find(bench.defaults());
    assertThat(found.rows().get(3).verdict()).isEqualTo(Verdict.DIFFERS);
    assertThat(found.rows().get(3).exact().value()).isEqualTo(found.answer().getFirst()).isGreaterThan(.2);
  }

  /// Oracle: the closed form. Both approach the weights with the least mean loss of dropout on a linear model.
  @Test void bothApproachTheLeastMeanLoss() {
    ScalingPicture.TwoPaths picture = picture(find(bench.defaults().with("steps", 400).with("rate", .004)));
    assertThat(picture.least().get(0)).isEqualTo(.735099, within(5e-7));
    assertThat(picture.least().get(1)).isEqualTo(.592715, within(5e-7));
    assertThat(picture.standard().at(400, 0)).isEqualTo(picture.least().get(0), within(.25));
    assertThat(picture.standard().at(400, 1)).isEqualTo(picture.least().get(1), within(.25));
  }

  /// The clock only runs on.
  @Test void moreStepsBeginWithTheSame() {
    ScalingPicture.TwoPaths few = picture(find(bench.defaults().with("steps", 40))),
        more = picture(find(bench.defaults().with("steps", 90)));
    for (int step = 0; step <= 40; step++)
      for (int j = 0; j < 2; j++) {
        assertThat(more.standard().at(step, j)).isEqualTo(few.standard().at(step, j));
        assertThat(more.trained().at(step, j)).isEqualTo(few.trained().at(step, j));
      }
  }

  @Test void aGuessIsMeasuredAgainstFiveSeeds() {
    Findings found = find(bench.defaults()), next = find(bench.defaults().withSeed(bench.seed() + 1));
    assertThat(found.answers()).hasSize(5).doesNotHaveDuplicates();
    assertThat(found.answers().get(1)).isEqualTo(next.answer());
  }

  /// The greatest distance over the factors has its one zero at (1 - p)².
  @Test void onlyOneFactorMakesThemOne() {
    ScalingPicture.TwoPaths picture = picture(find(bench.defaults().with("p", .3)));
    for (int i = 0; i < picture.byFactor().rows(); i++) {
      double factor = picture.byFactor().at(i, 0), apart = picture.byFactor().at(i, 1);
      if (Math.abs(factor - .49) < 1e-9) assertThat(apart).isLessThan(1e-12);
      else assertThat(apart).as("factor %s", factor).isGreaterThan(.005);
    }
  }
}
