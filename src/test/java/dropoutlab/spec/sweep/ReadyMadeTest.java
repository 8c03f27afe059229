package dropoutlab.spec.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.NetworkSpec.HiddenLayer;
import dropoutlab.spec.Presets;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracle: the networks and sizes that Srivastava et al. 2014 give, by hand.
class ReadyMadeTest {
  static List<ReadyMade> all() { return ReadyMade.all(); }

  private static List<Integer> units(Experiment of) {
    return of.network().hidden().stream().map(HiddenLayer::units).toList();
  }

  @Test void theyAreListedInTheirOrder() {
    assertThat(all()).extracting(ReadyMade::id).containsExactly("error-against-p", "width-pn-fixed", "data-set-size",
        "regularisers", "passes", "autoencoder");
    assertThatThrownBy(() -> ReadyMade.named("pases")).isInstanceOf(ExperimentException.class)
        .hasMessageStartingWith("There is no ready-made sweep \"pases\"; did you mean \"passes\"?");
  }

  @ParameterizedTest
  @MethodSource("all")
  void eachCanBeSweptOnDrawnDigitsAndInThePapersSize(ReadyMade each) {
    Sweep small = each.small("1");
    assertThat(small.seeds().count()).isEqualTo(10);
    assertThat(small.experiment().data().source()).isInstanceOf(DataSpec.Generated.class);
    Sweep paper = each.paper("1");
    assertThat(paper.experiment().data().source()).isInstanceOf(DataSpec.Idx.class);
    for (Sweep sweep : List.of(small, paper)) {
      assertThat(sweep.points()).isBetween(2, 11);
      for (int point = 0; point < sweep.points(); point++) {
        assertThat(sweep.experiment(point, 3).seed()).isEqualTo(3);
        assertThat(sweep.partner(point, 3)).isPresent();
      }
      assertThat(SweepJson.read(SweepJson.write(sweep), "sweep.json")).isEqualTo(sweep);
    }
    assertThat(each.caption()).contains("Srivastava et al. 2014").containsIgnoringCase("here").endsWith(".");
    assertThat(each.line()).isNotBlank();
  }

  @Test void alongPTheTwinIsItsFirstValue() {
    Sweep sweep = ReadyMade.named("error-against-p").of(Presets.load("digits"), "1");
    assertThat(sweep.partner(5, 2)).contains(sweep.experiment(0, 2));
    assertThat(sweep.experiment(5, 2).network().hidden()).extracting(HiddenLayer::drop).containsOnly(0.5);
    assertThat(sweep.experiment(5, 2).network().inputDrop()).isZero();
  }

  /// 256 / (1 - .9) = 2560, and 512 / (1 - .9) = 5120.
  @Test void asManyUnitsAreLeftAtEveryP() {
    Sweep paper = ReadyMade.named("width-pn-fixed").paper("1");
    assertThat(units(paper.experiment(0, 1))).containsExactly(256, 256, 512);
    assertThat(units(paper.experiment(5, 1))).containsExactly(512, 512, 1024);
    assertThat(units(paper.experiment(9, 1))).containsExactly(2560, 2560, 5120);
    assertThat(units(paper.partner(9, 1).orElseThrow())).containsExactly(2560, 2560, 5120);
    assertThat(paper.partner(9, 1).orElseThrow().network().dropRates()).containsOnly(0.0);
  }

  @Test void eachSizeGetsAboutAsManyUpdates() {
    ReadyMade sizes = ReadyMade.named("data-set-size");
    for (Sweep sweep : List.of(sizes.small("1"), sizes.of(Presets.load("two-moons"), "1"), sizes.paper("1"))) {
      List<Integer> seen = IntStream.range(0, sweep.points()).mapToObj(point -> sweep.experiment(point, 1))
          .map(e -> e.training().epochs() * size(e.data())).toList();
      int first = seen.getFirst();
      assertThat(seen).allSatisfy(each -> assertThat(each).isBetween(9 * first / 10, 11 * first / 10));
    }
  }

  private static int size(DataSpec data) {
    return data instanceof DataSpec.Idx images ? images.limit() : ((DataSpec.Generated) data).training();
  }

  @Test void passesAreAskedOfOneTrainedNetworkAndItsMasksOff() {
    Sweep passes = ReadyMade.named("passes").small("1");
    assertThat(IntStream.range(0, passes.points()).mapToObj(passes::passes).map(OptionalInt::getAsInt))
        .containsExactly(0, 1, 2, 5, 10, 22, 46, 100, 215, 464, 1000);
    assertThat(passes.at(0).getFirst().label()).isEqualTo("masks off");
    assertThat(passes.partnerPoint(7)).hasValue(0);
  }

  @Test void noneOfTheRegularisersIsOnWhereNoneIsSaid() {
    Experiment digits = ExperimentJson.with(Presets.load("digits"), List.of("regulariser.l2=0.5",
        "network.inputDrop=0.3"));
    Sweep sweep = ReadyMade.named("regularisers").of(digits, "1");
    Experiment none = sweep.experiment(0, 1);
    assertThat(none.network().dropRates()).containsOnly(0.0);
    assertThat(none.regulariser().l2()).isZero();
    assertThat(sweep.partnerPoint(7)).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "error-against-p | network.hidden=[] | Error against p: needs a hidden layer, and this network has none.",
      "data-set-size | data.type=mauna-loa | Data set size: needs data that are made by code, of any number of "
          + "examples; choose two moons or drawn digits.",
      "width-pn-fixed | network.hidden.0.units=1000 | at 0.9: network.hidden[0].units: must be from 1 to 8192, but is "
          + "10000.",
  })
  void anExperimentThatDoesNotFitIsRefused(String id, String setting, String sentence) {
    Experiment experiment = ExperimentJson.with(Presets.load("two-moons"), List.of(setting));
    assertThatThrownBy(() -> ReadyMade.named(id).of(experiment, "1")).isInstanceOf(ExperimentException.class)
        .hasMessage(sentence);
  }

  @Test void aNetworkWithABodyIsRefusedWhereItsBodyWouldGoOnDropping() {
    assertThatThrownBy(() -> ReadyMade.named("error-against-p").of(Presets.load("spatial"), "1")).hasMessage(
        "Error against p: changes the hidden layers alone, but this network has other layers before them; choose an "
        + "experiment without a body.");
    assertThat(ReadyMade.named("passes").of(Presets.load("spatial"), "1").points()).isEqualTo(11);
  }
}
