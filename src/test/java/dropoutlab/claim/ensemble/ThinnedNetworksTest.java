package dropoutlab.claim.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.claim.Settings;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.EnsemblePicture.Networks;
import dropoutlab.frame.bench.EnsemblePicture.Wall;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.Verdict;
import dropoutlab.math.Tensor;
import dropoutlab.predict.ProgressMonitor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThinnedNetworksTest {
  private final ThinnedNetworks bench = new ThinnedNetworks();

  private Findings find(Settings settings) { return bench.find(settings, ProgressMonitor.NOBODY); }

  private Wall wall(Settings settings) { return (Wall) find(settings).picture(); }

  private static List<Verdict> verdicts(Findings of) { return of.rows().stream().map(Comparison::verdict).toList(); }

  /// The numbers of the drawing, which the engine computed before this bench was written.
  @Test void theNetworkOfTheDrawing() {
    Findings found = find(bench.defaults());
    assertThat(found.headline().exact().value()).isEqualTo(.046372217, within(5e-8));
    assertThat(found.headline().engine().value()).isEqualTo(.046372242, within(1e-9));
    assertThat(found.rows().get(1).exact().value()).isEqualTo(.189811792, within(5e-8));
    assertThat(found.rows().get(1).engine().value()).isEqualTo(.189811885, within(1e-8));
    assertThat(found.rows().get(2).engine().value()).isEqualTo(.161805311, within(1e-8));
    assertThat(found.rows().get(2).tolerance().most()).isEqualTo(.1354, within(5e-5));
    assertThat(found.answer().getFirst()).isEqualTo(found.rows().get(1).exact().value());
    assertThat(verdicts(found)).containsExactly(Verdict.EQUAL, Verdict.EQUAL, Verdict.WITHIN_NOISE, Verdict.DIFFERS, Verdict.EQUAL);
    Wall wall = (Wall) found.picture();
    assertThat(wall.networks().drawn().stream().filter(count -> count > 0)).hasSize(47);
    assertThat(wall.errors().orElseThrow().off()).isEqualTo(.13, within(1e-9));
  }

  /// w x = (1, -1, 1, 1.5), b = 0.1. Oracle: numpy.
  @Test void theUnitByHand() {
    Findings half = find(bench.defaults().with("network=hand")), fifth = find(bench.defaults().with("network=hand").with("p", .2));
    assertThat(half.headline().exact().value()).isEqualTo(.79412963, within(5e-9));
    assertThat(half.headline().engine().value()).isEqualTo(.79412961, within(1e-8));
    assertThat(half.rows().get(1).engine().value()).isEqualTo(.74458567, within(1e-7));
    assertThat(fifth.headline().engine().value()).isEqualTo(.89090318, within(1e-7));
    assertThat(fifth.rows().get(1).engine().value()).isEqualTo(.85967448, within(1e-7));
    assertThat(half.rows()).hasSize(4);
  }

  /// Not only at the cross: everywhere masks off is the geometric mean.
  @ParameterizedTest
  @ValueSource(ints = {4, 9, 12})
  void theMapsMeetEverywhere(int units) {
    Wall wall = wall(bench.defaults().with("n", units).with("p", .3));
    for (int cell = 0; cell < wall.maps().geometric().size(); cell++)
      assertThat(wall.maps().off().get(cell)).isEqualTo(wall.maps().geometric().get(cell), within(1e-6));
  }

  /// The wall holds each mask once, and its average is the exact one.
  @Test void theWallIsTheWholeEnsemble() {
    Networks networks = wall(bench.defaults().with("n", 12)).networks();
    assertThat(networks.count()).isEqualTo(4096);
    assertThat(networks.masks()).doesNotHaveDuplicates();
    double sum = 0;
    for (int i = 0; i < networks.count(); i++) sum += networks.shares().get(i);
    assertThat(sum).isEqualTo(1, within(1e-12));
    assertThat(networks.maps().size()).isEqualTo(4096 * networks.side() * networks.side());
    assertThat(networks.kept(0)).isZero();
    assertThat(networks.kept(4095)).isEqualTo(12);
  }

  /// Of a pass as of a forced mask the engine says the same, bit by bit.
  @Test void whatAPassSaysIsWhatItsMaskSays() {
    Thinned network = MoonsNetwork.of(new Asked(8, .5, false, 7), ProgressMonitor.NOBODY).thinned();
    Tensor x = Tensor.of(3, 2, .3f, -1, 1.2f, .4f, 0, 0);
    Matrix forced = network.forced(x, ProgressMonitor.NOBODY);
    Thinned.Drawn drawn = network.drawn(x, 40, ProgressMonitor.NOBODY);
    for (int pass = 0; pass < 40; pass++)
      for (int row = 0; row < 3; row++)
        assertThat(drawn.answers().at(pass, row)).isEqualTo(forced.at(drawn.masks().get(pass).intValue(), row));
  }

  @Test void theFirstPassesAreTheSameHoweverManyFollow() {
    Networks few = wall(bench.defaults().with("passes", 20)).networks(), more = wall(bench.defaults().with("passes", 21)).networks();
    int differing = 0;
    for (int i = 0; i < few.count(); i++) differing += more.drawn().get(i) - few.drawn().get(i);
    assertThat(differing).isEqualTo(1);
    for (int i = 0; i < few.count(); i++) assertThat(more.drawn().get(i)).isGreaterThanOrEqualTo(few.drawn().get(i));
  }

  /// With two dropped layers the claim is another: the geometric mean differs, by as much as both sides say.
  @Test void everyLayerDiffers() {
    Findings found = find(bench.defaults().with("dropped=every").with("n", 5));
    assertThat(verdicts(found)).containsExactly(Verdict.DIFFERS, Verdict.EQUAL, Verdict.WITHIN_NOISE, Verdict.DIFFERS, Verdict.EQUAL);
    Wall wall = (Wall) found.picture();
    assertThat(wall.sampled()).isTrue();
    assertThat(wall.all()).isEqualTo(131_072);
    assertThat(wall.networks().units()).isEqualTo(17);
  }

  /// Without dropout there is one network, and nothing differs.
  @Test void atRateZeroAllAreEqual() {
    for (String more : List.of("network=moons", "network=hand", "dropped=every"))
      assertThat(verdicts(find(bench.defaults().with("p", 0).with("n", 4).with(more)))).as(more).containsOnly(Verdict.EQUAL);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theTheoremHoldsForEverySeed(long seed) {
    assertThat(find(bench.defaults().withSeed(seed)).headline().verdict()).isEqualTo(Verdict.EQUAL);
  }

  @Test void theCrossMayStandAnywhere() {
    for (double x : new double[] {-3, 0, 4})
      assertThat(find(bench.defaults().with("cross", List.of(x, -x))).headline().verdict()).isEqualTo(Verdict.EQUAL);
  }
}
