package dropoutlab.card.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.card.Cards;
import dropoutlab.card.Group;
import dropoutlab.card.MethodCard;
import dropoutlab.spec.Beside;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Presets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which method a network has, and two of them in one experiment. Oracle: by hand.
class PairingTest {
  private static final String DATA = "\"data\": {\"type\": \"generated\", \"set\": \"%s\", \"training\": 40, \"validation\": 20}";

  private static Experiment dense(String method) {
    return read("two-moons", "\"hidden\": [{\"units\": 8, \"drop\": 0.3, \"method\": {\"type\": \"" + method
        + "\"}}, {\"units\": 8, \"drop\": 0}]");
  }

  private static Experiment read(String set, String network) {
    return ExperimentJson.read("{\"title\": \"t\", " + DATA.formatted(set) + ", \"network\": {" + network + "}}", "test");
  }

  private static Experiment maps(String drop) {
    return read("digits", "\"body\": [{\"type\": \"conv2d\", \"maps\": 4}, {\"type\": \"activate\"}, " + drop
        + ", {\"type\": \"pool\"}], \"hidden\": [{\"units\": 8, \"drop\": 0.5}]");
  }

  private static MethodCard card(String name) { return Cards.named(name); }

  private static String methodOf(Experiment experiment) { return Placement.own(experiment).name(); }

  @Test void methodsOfDenseLayersAreFound() {
    for (String type : List.of("inverted", "standard", "gaussian", "learnt-gaussian", "uniform", "alpha", "concrete", "drop-connect"))
      assertThat(methodOf(dense(type))).isEqualTo(type);
  }

  @Test void methodsOfMapsComeBeforeThoseOfTheDenseLayersBehind() {
    assertThat(methodOf(maps("{\"type\": \"spatial-dropout\", \"p\": 0.2}"))).isEqualTo("spatial");
    assertThat(methodOf(maps("{\"type\": \"drop-block\", \"p\": 0.2}"))).isEqualTo("drop-block");
    assertThat(methodOf(maps("{\"type\": \"dropout\", \"p\": 0.2}"))).isEqualTo("per-pixel");
    assertThat(methodOf(maps("{\"type\": \"dropout\", \"p\": 0}"))).isEqualTo("inverted");
  }

  @Test void everyMethodOfAGroupTakesTheOthersPlace() {
    Experiment spatial = maps("{\"type\": \"spatial-dropout\", \"p\": 0.35}");
    for (MethodCard method : Cards.of(Group.MAPS)) {
      Experiment changed = Pairing.withA(spatial, method);
      assertThat(methodOf(changed)).isEqualTo(method.name());
      assertThat(Pairing.rateOf(method, Pairing.a(changed))).as("its rate is kept").isEqualTo(0.35);
      assertThat(changed.network().hidden().getFirst().drop()).as("dropout behind the maps stays").isEqualTo(0.5);
    }
    for (MethodCard method : Cards.of(Group.UNITS)) assertThat(methodOf(Pairing.withA(dense("inverted"), method))).isEqualTo(method.name());
  }

  @Test void layersThatDropNothingKeepDroppingNothing() {
    NetworkSpec network = Pairing.withA(dense("inverted"), card("gaussian")).network();
    assertThat(network.hidden().stream().map(NetworkSpec.HiddenLayer::drop)).containsExactly(0.3, 0.0);
  }

  @Test void aPenaltyTakesThePlaceOfDropout() {
    Experiment changed = Pairing.withA(dense("inverted"), card("l2"));
    assertThat(methodOf(changed)).isEqualTo("l2");
    assertThat(changed.network().dropRates()).allMatch(p -> p == 0);
    Experiment back = Pairing.withA(changed, card("inverted"));
    assertThat(back.regulariser().l2()).as("and goes with it").isZero();
    assertThat(methodOf(back)).isEqualTo("inverted");
  }

  @Test void whatNeedsAnotherArchitectureIsRefusedWithAReason() {
    assertThat(Pairing.misfit(dense("inverted"), card("spatial")).orElseThrow()).contains("convolutional");
    assertThat(Pairing.misfit(dense("inverted"), card("gaussian"))).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> Pairing.withB(dense("inverted"), card("zoneout")));
  }

  @Test void bIsNamedAfterItsMethodAndTrainsTheSameNetwork() {
    Experiment pair = Pairing.withB(dense("inverted"), card("gaussian"));
    Beside b = Pairing.b(pair).orElseThrow();
    assertThat(b.name()).isEqualTo("gaussian");
    assertThat(Placement.in(b).name()).isEqualTo("gaussian");
    assertThat(b.network().withoutDropout()).isEqualTo(pair.network().withoutDropout());
    assertThat(Pairing.b(Pairing.withB(pair, card("none"))).orElseThrow().network()).isEqualTo(pair.network().withoutDropout());
  }

  @Test void swappingTwiceGivesTheSamePair() {
    Experiment pair = Pairing.withB(dense("inverted"), card("gaussian"));
    Experiment swapped = Pairing.swapped(pair);
    assertThat(methodOf(swapped)).isEqualTo("gaussian");
    assertThat(Pairing.b(swapped).map(Placement::in).orElseThrow().name()).isEqualTo("inverted");
    assertThat(Pairing.swapped(swapped)).isEqualTo(pair);
  }

  @Test void aNewAKeepsBWhereItFitsAndElseTakesNone() {
    Experiment pair = Pairing.withB(dense("inverted"), card("gaussian"));
    assertThat(Pairing.b(Pairing.withA(pair, card("uniform"))).map(Beside::name)).hasValue("gaussian");
  }

  @Test void ratesOfBlocksRiseWithDepth() {
    Experiment deep = read("two-moons", "\"body\": [{\"type\": \"dense\", \"units\": 8}, "
        + "{\"type\": \"residual\", \"layers\": [{\"type\": \"dense\", \"units\": 8}], \"drop\": 0.1}, "
        + "{\"type\": \"residual\", \"layers\": [{\"type\": \"dense\", \"units\": 8}], \"drop\": 0.2}], \"hidden\": []");
    assertThat(methodOf(deep)).isEqualTo("stochastic-depth");
    Beside changed = Pairing.withRate(Pairing.a(deep), 0.5);
    assertThat(changed.network().body().stream().filter(LayerSpec.Residual.class::isInstance)
        .map(layer -> ((LayerSpec.Residual) layer).drop())).containsExactly(0.25, 0.5);
    assertThat(Pairing.rateOf(card("stochastic-depth"), changed)).isCloseTo(0.5, within(0.0));
  }

  @Test void everyPresetOfACardIsFoundByItsName() {
    for (MethodCard method : Cards.all())
      if (Presets.exists(method.name())) {
        Experiment preset = Presets.load(method.name());
        assertThat(Placement.own(preset).group()).as(method.name()).isNotEqualTo(Group.NONE);
        assertThat(preset.beside()).as(method.name()).hasSizeLessThanOrEqualTo(1);
      }
  }
}
