package dropoutlab.claim.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.claim.Settings;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.MomentsPicture;
import dropoutlab.predict.ProgressMonitor;
import org.junit.jupiter.api.Test;

class DropBlockRateTest {
  private final DropBlockRate bench = new DropBlockRate();

  private Findings find(Settings settings) { return bench.find(settings, ProgressMonitor.NOBODY); }

  private static MomentsPicture.DropBlock picture(Findings of) { return (MomentsPicture.DropBlock) of.picture(); }

  /// By hand: nine blocks reach the centre of a 7 x 7 map, γ = .1 / 9 · 49 / 25.
  @Test void theHeadlineIsTheRateOfTheCentreByHand() {
    double gamma = .1 / 9 * 49 / 25;
    double exact = find(bench.defaults()).headline().exact().value();
    assertThat(exact).isEqualTo(1 - Math.pow(1 - gamma, 9) - .1, within(1e-12));
    assertThat(exact).isEqualTo(.0797661, within(5e-8));
  }

  /// The clock only runs on: more masks begin with the same ones.
  @Test void moreMasksBeginWithTheSame() {
    Settings few = bench.defaults().with("masks", 300), more = bench.defaults().with("masks", 301);
    MomentsPicture.DropBlock one = picture(find(few)), other = picture(find(more));
    for (int i = 0; i < 49; i++)
      assertThat(other.engine().get(i) * 301 - one.engine().get(i) * 300)
          .isEqualTo(other.last().getFirst().get(i) == 0 ? 1 : 0, within(1e-9));
    assertThat(other.last().subList(1, 6)).isEqualTo(one.last().subList(0, 5));
  }

  @Test void aBlockIsNeverLargerThanTheMap() {
    Findings found = find(bench.defaults().with("side", 3).with("block", 7));
    assertThat(picture(found).block()).isEqualTo(3);
    assertThat(found.headline().exact().value()).isEqualTo(0, within(1e-12));
  }
}
