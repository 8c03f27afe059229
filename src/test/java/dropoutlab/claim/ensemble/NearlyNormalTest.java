package dropoutlab.claim.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.claim.Settings;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.EnsemblePicture;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.Verdict;
import dropoutlab.predict.ProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearlyNormalTest {
  private final NearlyNormal bench = new NearlyNormal();

  private Findings find(Settings settings) { return bench.find(settings, ProgressMonitor.NOBODY); }

  private static EnsemblePicture.NearlyNormal picture(Findings of) { return (EnsemblePicture.NearlyNormal) of.picture(); }

  /// w x = (1, -1, 1, 1.5), b = 0.1, p = 0.5. Oracle: numpy.
  @Test void theHandCase() {
    Findings found = find(bench.defaults());
    EnsemblePicture.NearlyNormal picture = picture(found);
    assertThat(picture.exact()).isEqualTo(.74458567, within(5e-9));
    assertThat(picture.integral()).isEqualTo(.74644837, within(5e-9));
    assertThat(picture.probit()).isEqualTo(.74963169, within(5e-9));
    assertThat(picture.off()).isEqualTo(.79412963, within(5e-9));
    assertThat(found.headline().exact().value()).isEqualTo(.0018627, within(5e-8));
    assertThat(picture.equalPasses()).isEqualTo(10139.29, within(.01));
    assertThat(found.answer()).containsExactly(3.0);
  }

  /// The engine's own shortcuts, made of what it put out under forced masks, err by as much.
  @Test void theEngineAgreesOnEveryShortcut() {
    for (Comparison row : find(bench.defaults().with("n", 9).with("p", .3)).rows())
      assertThat(row.verdict()).as(row.what()).isIn(Verdict.DIFFERS, Verdict.EQUAL, Verdict.WITHIN_NOISE);
  }

  /// One large input among small ones gives two humps, and the integral errs more.
  @Test void oneLargeInputSpoilsIt() {
    Settings large = bench.defaults().with("wx", 0, 10);
    assertThat(Math.abs(find(large).headline().exact().value())).isGreaterThan(.02);
  }

  @Test void theBinsHoldEverything() {
    for (int n = 1; n <= 12; n++) {
      EnsemblePicture.NearlyNormal picture = picture(find(bench.defaults().with("n", n)));
      double exact = 0, drawn = 0;
      for (int i = 0; i < picture.bins().rows(); i++) {
        exact += picture.bins().at(i, 2);
        drawn += picture.bins().at(i, 3);
        assertThat(picture.bins().at(i, 1)).isGreaterThan(picture.bins().at(i, 0));
      }
      assertThat(exact).isEqualTo(1, within(1e-12));
      assertThat(drawn).isEqualTo(1, within(1e-9));
      assertThat(picture.bins().rows()).isBetween(2, 42);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"p=0", "wx=0,0,0,0,0,0,0,0,0,0,0,0"})
  void whereNothingIsDroppedNothingErrs(String setting) {
    Findings found = find(bench.defaults().with(setting));
    assertThat(found.headline().verdict()).isEqualTo(Verdict.EQUAL);
    assertThat(found.answer()).containsExactly(0.0);
  }

  /// The clock only runs on: what was seen of the running mean stays.
  @Test void morePassesBeginWithTheSame() {
    EnsemblePicture.NearlyNormal few = picture(find(bench.defaults().with("passes", 200))),
        more = picture(find(bench.defaults().with("passes", 5000)));
    for (int i = 0; i < few.running().rows(); i++)
      for (int c = 0; c < 2; c++) assertThat(more.running().at(i, c)).isEqualTo(few.running().at(i, c));
  }
}
