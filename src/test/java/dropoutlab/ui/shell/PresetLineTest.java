package dropoutlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.spec.Presets;
import dropoutlab.ui.shell.PresetLine.Entry;
import dropoutlab.ui.shell.PresetLine.Heading;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Oracle: the names, titles, groups and data of the presets, read by a person.
class PresetLineTest {
  private static final List<Entry> ALL = PresetLine.entries();

  private static Stream<Entry> found(String query) {
    return PresetLine.found(ALL, query).stream().flatMap(line -> line instanceof Entry entry ? Stream.of(entry)
        : Stream.empty());
  }

  @Test void withoutAQueryAllAreThereUnderOneHeadingAGroup() {
    assertThat(found("").map(Entry::name)).containsExactlyElementsOf(Presets.names());
    assertThat(PresetLine.found(ALL, "").stream().filter(Heading.class::isInstance))
        .containsExactlyElementsOf(Presets.groups().sequencedKeySet().stream().map(Heading::new).toList());
    assertThat(PresetLine.found(ALL, "").getFirst()).isInstanceOf(Heading.class);
  }

  @ParameterizedTest
  @CsvSource({"too-mu, too-much", "CO2, co2", "mauna, co2", "'uncertainty  cubic ', cubic-gap", "moons few, two-moons"})
  void titleNameGroupAndDataAreSearched(String query, String wanted) {
    assertThat(found(query).map(Entry::name)).contains(wanted).hasSizeLessThan(ALL.size());
  }

  @Test void allWordsMustBeThere() {
    assertThat(PresetLine.found(ALL, "cubic moons")).isEmpty();
  }

  @Test void aChangedOneSaysSoAndIsStillTheSame() {
    Entry moons = ALL.getFirst();
    assertThat(moons.title(moons.preset())).isEqualTo(moons.preset().title());
    assertThat(moons.title(moons.preset().withSeed(99))).isEqualTo(moons.preset().title() + " · changed");
    assertThat(moons.isOf(moons.preset().withSeed(99))).isTrue();
    assertThat(moons.isOf(ALL.get(1).preset())).isFalse();
    assertThat(moons.isOf(null)).isFalse();
  }
}
