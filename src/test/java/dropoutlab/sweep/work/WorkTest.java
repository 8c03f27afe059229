package dropoutlab.sweep.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSets;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.spec.Presets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What there is to compute in a run, against another. Oracle: counted by hand.
class WorkTest {
  private static final Experiment MOONS = Presets.load("two-moons");

  @Test void twiceTheEpochsAreTwiceTheWork() {
    Experiment once = MOONS.withTraining(MOONS.training().withEpochs(30));
    Experiment twice = MOONS.withTraining(MOONS.training().withEpochs(60));
    assertThat(work(twice) / work(once)).isEqualTo(2);
  }

  /// 100 examples to train on count four times, because a step goes forward, back to the inputs and back to the weights,
  /// and each epoch ends with an evaluation; 50 held out count once: 450. With 400 there are 1650.
  @Test void examplesCountByWhatIsDoneWithThem() {
    assertThat(work(with(400, 50)) / work(with(100, 50))).isCloseTo(1650.0 / 450, within(1e-12));
  }

  @Test void aWiderNetworkIsMoreWork() {
    var hidden = MOONS.network().hidden();
    Experiment wide = MOONS.withNetwork(MOONS.network().withHidden(
        hidden.stream().map(layer -> layer.withUnits(8 * layer.units())).toList()));
    assertThat(work(wide) / work(MOONS)).isBetween(8.0, 64.0);
    assertThat(List.of(work(wide), work(MOONS))).allMatch(each -> each > 0);
  }

  private static Experiment with(int training, int validation) {
    return MOONS.withData(new DataSpec.Generated(GeneratedSet.TWO_MOONS, training, validation, .3, null));
  }

  private static double work(Experiment of) { return Work.of(of, DataSets.load(of, Path.of(""))); }
}
