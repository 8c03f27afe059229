package dropoutlab.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Oracle: the texts of `words.properties`, by hand.
class WordsTest {
  @Test void placesAreFilledInTheOrderOfTheText() {
    assertThat(Words.of("words.list.last", "a", "b")).isEqualTo("a and b");
    assertThat(Words.of("words.list.last", "{1}", "$0")).isEqualTo("{1} and $0");
    assertThat(Words.of("words.list.last", 3, 1_000_000L)).isEqualTo("3 and 1000000");
  }

  @Test void namesAreListedAsTheLanguageListsThem() {
    assertThat(Words.list(List.of())).isEmpty();
    assertThat(Words.list(List.of("a"))).isEqualTo("a");
    assertThat(Words.list(List.of("a", "b"))).isEqualTo("a and b");
    assertThat(Words.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
  }

  @Test void whatCannotBeWrittenIsAFaultOfTheProgram() {
    assertThatIllegalArgumentException().isThrownBy(() -> Words.of("words.nothing"))
        .withMessage("There is no text words.nothing");
    assertThatIllegalArgumentException().isThrownBy(() -> Words.of("nothing.at.all"));
    assertThatIllegalArgumentException().isThrownBy(() -> Words.of("words.list.last", "a"))
        .withMessageContaining("{1}");
    assertThatIllegalArgumentException().isThrownBy(() -> Words.of("words.list.last", "a", 0.1))
        .withMessageContaining("0.1");
    assertThat(Words.has("words.list.last")).isTrue();
    assertThat(Words.has("words.list.first")).isFalse();
  }
}
