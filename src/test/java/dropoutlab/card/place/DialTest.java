package dropoutlab.card.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.card.Cards;
import dropoutlab.spec.Beside;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The number of a method that a slider sets, and its other options. Oracle: by hand.
class DialTest {
  private static Experiment dense(String method) {
    return ExperimentJson.read("{\"title\": \"t\", \"data\": {\"type\": \"generated\", \"set\": \"two-moons\", \"training\": 40, "
        + "\"validation\": 20}, \"network\": {\"hidden\": [{\"units\": 8, \"drop\": 0.3, \"method\": " + method + "}]}}", "test");
  }

  private static Experiment blocks() {
    return ExperimentJson.read("{\"title\": \"t\", \"data\": {\"type\": \"generated\", \"set\": \"digits\", \"training\": 40, "
        + "\"validation\": 20}, \"network\": {\"body\": [{\"type\": \"conv2d\", \"maps\": 4}, {\"type\": \"drop-block\", \"p\": 0.2, "
        + "\"block\": 3}, {\"type\": \"pool\"}], \"hidden\": []}}", "test");
  }

  private static Dial dialOfA(Experiment experiment) { return Dial.of(experiment, true).orElseThrow(); }

  @Test void aMethodOfDropoutHasItsRate() {
    Dial dial = dialOfA(dense("{\"type\": \"gaussian\"}"));
    assertThat(dial.rate()).isTrue();
    assertThat(dial.value()).isEqualTo(0.3);
    assertThat(dial.with().apply(0.456).network().hidden().getFirst().drop()).as("in hundredths").isEqualTo(0.46);
    assertThat(dial.told().apply(0.3)).contains("0.30");
  }

  /// Of N examples the entropy term counts 1/N.
  @Test void concreteHasTheNumberOfExamples() {
    Dial dial = dialOfA(dense("{\"type\": \"concrete\", \"dropoutRegulariser\": 0.001}"));
    assertThat(dial.rate()).isFalse();
    assertThat(dial.value()).isCloseTo(1000, within(1e-9));
    var changed = (DropoutSpec.Concrete) dial.with().apply(50).network().hidden().getFirst().method();
    assertThat(changed.dropoutRegulariser()).isCloseTo(0.02, within(1e-12));
  }

  @Test void aPenaltyHasItsStrengthForAAndForB() {
    Experiment pair = Pairing.withB(Pairing.withA(dense("{\"type\": \"inverted\"}"), Cards.named("l2")), Cards.named("max-norm"));
    assertThat(dialOfA(pair).with().apply(0.5).regulariser().l2()).isEqualTo(0.5);
    Beside b = Pairing.b(Dial.of(pair, false).orElseThrow().with().apply(3)).orElseThrow();
    assertThat(b.regulariser().maxNorm()).isEqualTo(3);
    assertThat(b.name()).isEqualTo("max-norm");
  }

  @Test void aNetworkWithoutAMethodHasNone() {
    Experiment none = Pairing.withB(dense("{\"type\": \"inverted\"}"), Cards.named("none"));
    assertThat(Dial.of(none, false)).isEmpty();
    assertThat(Dial.of(dense("{\"type\": \"inverted\"}"), false)).isEmpty();
  }

  private static Setting<Beside> option(Experiment experiment, String name) {
    return Options.of(Pairing.a(experiment)).stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  @Test void optionsChangeAllPlacesOfAMethod() {
    assertThat(Options.of(Pairing.a(dense("{\"type\": \"inverted\"}")))).isEmpty();
    Beside shared = option(dense("{\"type\": \"uniform\"}"), "beta").with().apply(0.7);
    assertThat(shared.network().hidden().getFirst().method()).isEqualTo(new DropoutSpec.Uniform(0.7));
    Beside large = option(blocks(), "block").with().apply(5);
    assertThat(((LayerSpec.DropBlock) large.network().body().get(1)).block()).isEqualTo(5);
  }

  @Test void aValueThatCannotBeIsRefusedWithAReason() {
    assertThatIllegalArgumentException().isThrownBy(() -> option(blocks(), "block").with().apply(0)).withMessageContaining("block");
    assertThat(List.of(option(blocks(), "block").value())).containsExactly(3);
  }
}
