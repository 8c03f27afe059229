package dropoutlab.card.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dropoutlab.card.Cards;
import dropoutlab.card.Group;
import dropoutlab.card.MethodCard;
import dropoutlab.spec.Beside;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.EarlyStoppingSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.Presets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a network has a method that stands beside dropout, and how strong it is. Oracle: by hand.
class BesidePlacementTest {
  private static Experiment read(String network, String more) {
    return ExperimentJson.read("""
        {"data": {"set": "two-moons", "training": 40, "validation": 20}, "network": {%s}, "training": {"twin": false}%s}"""
        .formatted(network, more), "test");
  }

  private static Experiment dense(String drop) {
    String layer = "{\"units\": 8, \"drop\": " + drop + "}";
    return read("\"hidden\": [" + layer + ", " + layer + "]", "");
  }

  private static Experiment body(String... layers) {
    return read("\"body\": [" + String.join(", ", layers) + "], \"hidden\": []", "");
  }

  private static final String DENSE = "{\"type\": \"dense\", \"units\": 8}", RELU = "{\"type\": \"activate\"}",
      DROP = "{\"type\": \"dropout\", \"p\": 0.4}",
      NORM = "{\"type\": \"batch-norm\"}", LAYER = "{\"type\": \"layer-norm\"}";

  private static MethodCard card(String name) { return Cards.named(name); }

  @ParameterizedTest @CsvSource({"batch-norm, batch-norm, NORM", "batch-norm-uout, uniform, NORM",
      "layer-norm, inverted, NORM", "l1, l1, BESIDE",
      "l2, l2, BESIDE", "weight-decay, weight-decay, BESIDE", "max-norm, max-norm, BESIDE",
          "early-stopping, early-stopping, BESIDE",
      "label-smoothing, label-smoothing, BESIDE", "mixup, mixup, BESIDE", "cutout, cutout, BESIDE"})
  void methodOfEachPresetIsFound(String preset, String method, Habitat view) {
    Experiment experiment = Presets.load(preset);
    assertThat(Placement.own(experiment).name()).isEqualTo(method);
    assertThat(Placement.habitat(experiment)).isEqualTo(view);
    Beside b = Pairing.b(experiment).orElseThrow();
    assertThat(Placement.in(b).name()).isEqualTo(b.name().equals("after") ? "batch-norm" : b.name());
    assertThat(experiment.seed()).isEqualTo(7);
    assertThat(experiment.training().twin()).isFalse();
  }

  @Test void orderOfDropoutAndNormsIsTold() {
    assertThat(order(DENSE, RELU, DROP, NORM)).isEqualTo(Norms.Order.BEFORE);
    assertThat(order(DENSE, NORM, DROP, DENSE, NORM)).isEqualTo(Norms.Order.BETWEEN);
    assertThat(order(DENSE, NORM, RELU, DROP)).isEqualTo(Norms.Order.AFTER);
    assertThat(order(DENSE, RELU, DROP, LAYER)).isEqualTo(Norms.Order.LAYER_NORM);
    assertThat(order(DENSE, RELU, DROP)).isEqualTo(Norms.Order.NO_NORM);
    assertThat(order(DENSE, NORM)).isEqualTo(Norms.Order.NO_DROPOUT);
    assertThat(Norms.order(read("\"body\": [" + DENSE + ", " + NORM + "], \"hidden\": [{\"units\": 4, \"drop\": 0.5}]",
        "").network()))
        .as("dropout behind the body").isEqualTo(Norms.Order.AFTER);
  }

  private static Norms.Order order(String... layers) { return Norms.order(body(layers).network()); }

  @Test void dropoutAndWhatStandsBesideItAreToldTogether() {
    Experiment both = read("\"hidden\": [{\"units\": 8, \"drop\": 0.3}]",
        ", \"regulariser\": {\"l2\": 0.01, \"maxNorm\": 2}, \"optimiser\": {\"type\": \"adamw\"}");
    assertThat(Placement.own(both).name()).isEqualTo("inverted");
    assertThat(Placement.told(both))
        .isEqualTo("Inverted dropout, with L2 penalty, Max-norm and Decoupled weight decay");
    assertThat(Placement.told(Presets.load("early-stopping"))).isEqualTo("Early stopping");
    Experiment stopped = dense("0.3").withTraining(dense("0.3").training().withEarlyStopping(new EarlyStoppingSpec(5)));
    assertThat(Placement.told(stopped)).isEqualTo("Inverted dropout, with Early stopping");
    assertThat(Placement.told(Pairing.a(dense("0")))).isEqualTo(card("none").title());
  }

  @ParameterizedTest @ValueSource(strings = {"l1", "l2", "weight-decay", "max-norm", "label-smoothing", "mixup",
      "cutout", "early-stopping"})
  void strengthIsWhatWasSet(String name) {
    MethodCard method = card(name);
    Strength.Range range = Strength.range(method).orElseThrow();
    assertThat(range.usual()).isBetween(range.least(), range.most());
    Experiment usual = Pairing.withA(dense("0.3"), method);
    assertThat(Placement.own(usual)).isEqualTo(method);
    assertThat(Strength.of(method, usual)).isEqualTo(range.usual());
    Experiment most = Strength.with(method, range.most(), usual);
    assertThat(Strength.of(method, most)).isEqualTo(range.most());
    assertThat(Strength.told(method, range.most())).isNotBlank();
    assertThat(Placement.own(Pairing.withA(most, card("inverted"))).name()).as("it makes room").isEqualTo("inverted");
    assertThat(Placement.told(Pairing.withA(most, card("inverted")))).isEqualTo("Inverted dropout");
  }

  @Test void everyMethodBesideHasAStrengthOrARate() {
    for (MethodCard method : Cards.of(Group.BESIDE)) assertThat(Strength.range(method).isPresent() || method.p()
        .isPresent()).as(method.name()).isTrue();
  }

  @Test void earlyStoppingIsOfTheWholeRun() {
    Experiment dropping = dense("0.3");
    assertThat(Pairing.misfit(dropping, card("early-stopping")).orElseThrow()).contains("both networks");
    assertThatIllegalArgumentException().isThrownBy(() -> Pairing.withB(dropping, card("early-stopping")));
    Experiment stopping = Pairing.withA(dropping, card("early-stopping"));
    assertThat(stopping.training().earlyStopping().patience()).isEqualTo(20);
    assertThat(stopping.network().hidden()).allMatch(layer -> layer.drop() == 0);
    assertThat(Pairing.withA(stopping, card("l2")).training().earlyStopping().on()).isFalse();
  }

  @Test void batchNormTakesTheDenseLayersOfANetwork() {
    Experiment normed = Pairing.withA(dense("0.3"), card("batch-norm"));
    assertThat(Placement.own(normed).name()).isEqualTo("batch-norm");
    assertThat(Norms.order(normed.network())).isEqualTo(Norms.Order.BEFORE);
    assertThat(normed.network().hidden()).isEmpty();
    assertThat(normed.network().body()).hasSize(8)
        .contains(new LayerSpec.DenseLayer(8), new LayerSpec.Drop(0.5, new DropoutSpec.Inverted()));
    Beside less = Pairing.withRate(Pairing.a(normed), 0.2);
    assertThat(Pairing.rateOf(card("batch-norm"), less)).isEqualTo(0.2);
  }

  @Test void methodsOfUnitsStandInADenseBody() {
    Experiment before = body(DENSE, RELU, DROP, NORM, DENSE, RELU, "{\"type\": \"dropout\", \"p\": 0}", NORM);
    Experiment uniform = Pairing.withA(before, card("uniform"));
    assertThat(Placement.own(uniform).name()).isEqualTo("uniform");
    assertThat(Placement.habitat(uniform)).isEqualTo(Habitat.NORM);
    assertThat(Placement.misfit(card("targeted-units"), Pairing.a(before))).isPresent();
    assertThat(Placement.misfit(card("drop-connect"), Pairing.a(before))).isPresent();
    assertThat(Placement.misfit(card("per-pixel"), Pairing.a(before))).as("there are no maps").isPresent();
    assertThat(Pairing.withRate(Pairing.a(before), 0.1).network().dropRates()).as("what drops nothing stays")
        .isEqualTo(List.of(0.0, 0.1, 0.0));
  }
}
