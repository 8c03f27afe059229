package dropoutlab.ui.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the settings keep of a folder.
class SeenTest {
  @Test void itIsReadAsItWasWritten() {
    Seen seen = new Seen(Instant.parse("2026-03-01T14:05:00Z"), 31);
    assertThat(Seen.read(seen.text())).contains(seen);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "31", "yesterday 31", "2026-03-01T14:05:00Z many", "2026-03-01T14:05:00Z 31 more"})
  void whatCannotBeReadIsNotThere(String text) { assertThat(Seen.read(text)).isEmpty(); }
}
