package dropoutlab.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What is set after some steps of an experiment whose rates are changed while it trains.
class SettingsAfterTest {
  private static final Experiment PLAIN = Presets.load("two-moons");
  private static final Experiment CHANGED = PLAIN.withBeside(List.of(Beside.of("other", PLAIN.network(), PLAIN)))
      .withInterventions(List.of(new Intervention.SetDropRates(9, List.of(0.0, 0.5, 0.5)),
          new Intervention.SetDropRates(4, List.of(0.0, 0.2, 0.2)), new Intervention.SetPin(5, 1, 0, Pin.DROPPED),
          new Intervention.SetDropRates(4, List.of(0.0, 0.7, 0.1), "other"),
          new Intervention.SetPin(12, 1, 0, Pin.KEPT)));

  @Test void changesMadeAreSettingsAndLaterOnesStayPlanned() {
    assertThat(CHANGED.settingsAfter(3)).isEqualTo(CHANGED);
    Experiment then = CHANGED.settingsAfter(5);
    assertThat(then.network().dropRates()).containsExactly(0.0, 0.2, 0.2);
    assertThat(then.beside("other").orElseThrow().network().dropRates()).containsExactly(0.0, 0.7, 0.1);
    assertThat(then.interventions()).extracting(Intervention::step).containsExactly(9L, 12L);
  }

  /// In the order of their steps, whatever the order in the file.
  @Test void theLastChangeCounts() {
    assertThat(CHANGED.settingsAfter(10).network().dropRates()).containsExactly(0.0, 0.5, 0.5);
  }
}
