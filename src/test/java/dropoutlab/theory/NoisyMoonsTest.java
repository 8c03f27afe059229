package dropoutlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.data.Examples;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.theory.UncertaintyFixtures.Moon;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracles: a fine sum in numpy (`src/test/python/claims_uncertainty.py`), the symmetry of the moons, and the set
/// itself.
class NoisyMoonsTest {
  static List<Moon> places() { return UncertaintyFixtures.read().moons(); }

  @ParameterizedTest
  @MethodSource("places")
  void theProbabilityIsThatOfAFineSum(Moon at) {
    assertThat(new NoisyMoons(at.noise()).second(at.x(), at.y())).isEqualTo(at.second(), within(2e-5));
  }

  @ParameterizedTest
  @MethodSource("places")
  void theMoonsAreEachOthersImage(Moon at) {
    NoisyMoons moons = new NoisyMoons(at.noise());
    assertThat(moons.second(at.x(), at.y())).isEqualTo(1 - moons.second(1 - at.x(), .5 - at.y()), within(1e-12));
  }

  /// Of the examples to which the rule gives a probability near one value, that share is of the second class: the sum
  /// of all probabilities is the number of such examples, within four standard errors.
  @Test void theSetFollowsTheRule() {
    DataSet data = DataSets.load(new DataSpec.Generated(GeneratedSet.TWO_MOONS, 20_000, 1, .33, null), 3, Path.of(""));
    NoisyMoons moons = new NoisyMoons(.33);
    Examples train = data.train();
    double sum = 0, variance = 0, found = 0;
    for (int row = 0; row < train.size(); row++) {
      double x = data.schema().inputScaling().toRaw(0, train.x().at(row, 0));
      double y = data.schema().inputScaling().toRaw(1, train.x().at(row, 1));
      double second = moons.second(x, y);
      if (second < .2 || second > .6) continue;
      sum += second;
      variance += second * (1 - second);
      found += train.label(row);
    }
    assertThat(found).isEqualTo(sum, within(4 * Math.sqrt(variance)));
    assertThat(sum).isGreaterThan(300);
  }
}
