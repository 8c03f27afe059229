package dropoutlab.claim.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.claim.Ask;
import dropoutlab.claim.Settings;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.ScalingPicture;
import dropoutlab.frame.bench.Verdict;
import dropoutlab.predict.ProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JensenGapTest {
  private final JensenGap bench = new JensenGap();

  private Findings find(Settings settings) { return bench.find(settings, ProgressMonitor.NOBODY); }

  private static ScalingPicture.JensenGap picture(Findings of) { return (ScalingPicture.JensenGap) of.picture(); }

  /// By hand for w = (1, 2, -2), x = 2, p = 0.3: Σ (w x)² is 36, so p (1 - p) 36 and p / (1 - p) 36.
  @Test void theGapsOfASquareByHand() {
    Findings found = find(bench.defaults());
    assertThat(found.rows().get(0).exact().value()).isEqualTo(.3 / .7 * 36, within(1e-12));
    assertThat(found.rows().get(1).exact().value()).isEqualTo(7.56, within(1e-12));
    assertThat(found.answer().getFirst()).isEqualTo(4 + .3 / .7 * 36, within(1e-12));
    assertThat(picture(found).gap()).isEqualTo(15.428571, within(5e-7));
  }

  /// The same inputs behind other bends, inverted; by numpy.
  @ParameterizedTest
  @CsvSource({"relu, .78, 1e-9", "tanh, -.559731, 5e-7", "sigmoid, -.191892, 5e-7", "line, 0, 1e-12"})
  void theGapsOfOtherBends(String bend, double gap, double within) {
    Comparison headline = find(bench.defaults().with("function=" + bend)).headline();
    assertThat(headline.exact().value()).isEqualTo(gap, within(within));
    assertThat(headline.engine().value()).isEqualTo(gap, within(1e-5));
  }

  /// Behind a line there is no gap, so nothing may be claimed to differ.
  @ParameterizedTest
  @ValueSource(strings = {"function=line", "p=0", "w=0,0,0"})
  void whereNothingDiffersBothSidesAreEqual(String setting) {
    assertThat(find(bench.defaults().with(setting)).headline().verdict()).isEqualTo(Verdict.EQUAL);
  }

  /// The clock only runs on: the passes are counted into the outcomes that they gave.
  @Test void morePassesBeginWithTheSame() {
    ScalingPicture.JensenGap few = picture(find(bench.defaults().with("passes", 300))),
        more = picture(find(bench.defaults().with("passes", 301)));
    double moved = 0;
    for (int i = 0; i < few.outcomes().rows(); i++) {
      double passes = more.outcomes().at(i, 3) * 301 - few.outcomes().at(i, 3) * 300;
      assertThat(passes).isBetween(-1e-9, 1 + 1e-9);
      moved += passes;
    }
    assertThat(moved).isEqualTo(1, within(1e-9));
  }

  @Test void theGuessLiesBetweenWhatMasksCanGive() {
    Ask.Place asked = (Ask.Place) bench.ask(bench.defaults());
    ScalingPicture.JensenGap picture = picture(find(bench.defaults()));
    assertThat(asked.least()).isLessThanOrEqualTo(picture.outcomes().at(2, 1));
    assertThat(asked.most()).isGreaterThanOrEqualTo(picture.outcomes().at(5, 1));
    assertThat(picture.step()).isEqualTo(asked.step());
    assertThat(picture.mean()).isBetween(asked.least(), asked.most());
  }
}
