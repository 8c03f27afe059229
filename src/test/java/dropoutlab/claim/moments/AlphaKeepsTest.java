package dropoutlab.claim.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.claim.Settings;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.MomentsPicture;
import dropoutlab.frame.bench.Verdict;
import dropoutlab.predict.ProgressMonitor;
import org.junit.jupiter.api.Test;

class AlphaKeepsTest {
  private final AlphaKeeps bench = new AlphaKeeps();

  private Findings find(Settings settings) { return bench.find(settings, ProgressMonitor.NOBODY); }

  /// p / (1 - p) = 1 / 9 by hand; the dropped unit from Klambauer et al. 2017.
  @Test void theRowsHoldTheKnownNumbers() {
    Findings found = find(bench.defaults());
    assertThat(found.headline().exact().value()).isEqualTo(1, within(1e-12));
    assertThat(found.rows().get(2).exact().value()).isEqualTo(1 / 9.0, within(1e-12));
    assertThat(found.rows().get(2).verdict()).isEqualTo(Verdict.DIFFERS);
    assertThat(found.rows().get(3).exact().value()).isEqualTo(-1.4577387305, within(5e-10));
    assertThat(found.rows().get(3).verdict()).isEqualTo(Verdict.EQUAL);
  }

  @Test void plainDropoutIsAskedForItsVarianceInstead() {
    Findings found = find(bench.defaults().with("method=plain").with("p", .5));
    assertThat(found.answer()).containsExactly(2.0);
    assertThat(((MomentsPicture.Alpha) found.picture()).alpha()).isFalse();
  }

  /// The clock only runs on: the first networks stay as they were.
  @Test void moreNetworksBeginWithTheSame() {
    SeluRun few = run(8), more = run(9);
    assertThat(few.values()).isEqualTo(8 * SeluNetworks.WIDTH * SeluNetworks.EXAMPLES);
    for (int n = 0; n < 8; n++) assertThat(more.squares(3)[n]).isEqualTo(few.squares(3)[n]);
  }

  private static SeluRun run(int networks) {
    SeluNetworks.Key key = new SeluNetworks.Key(7, 3, networks);
    return new SeluNetworks().run(SeluNetworks.Noise.ALPHA, .1, key, ProgressMonitor.NOBODY);
  }
}
