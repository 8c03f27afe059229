package dropoutlab.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dropoutlab.card.MethodCard.Said;
import dropoutlab.card.Prose.Run;
import dropoutlab.card.Prose.Style;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Oracle: a card written by hand.
class CardReaderTest {
  private static final String CARD = """
      ---
      title: Some dropout
      short: Some
      group: units
      source: Somebody 2020
      engine: targeted/units, inverted
      p: 0.25
      options: share 0.5, target units
      ---

      ## Training

      ```latex
      y = m\\,x % for each unit

      m = 1
      ```

      ## Inference

      ```latex
      y = x
      ```

      ## Backward

      ```latex
      z = 2
      ```

      ## Why there

      One line,
      and `code` with *weight* and **more**.

      ## Used

      Here.

      ## Hurts

      There.

      ## Often said

      > It is
      > wrong.

      It is right.

      > And this?

      No.

      ## PyTorch

      ```python
      a = 1
      b = 2
      ```
      """;

  private static MethodCard read(String text) { return CardReader.read("some.md", text); }

  @Test void everythingIsFoundInItsPlace() {
    MethodCard card = read(CARD);
    assertThat(card.name()).isEqualTo("some");
    assertThat(card.title()).isEqualTo("Some dropout");
    assertThat(card.shortName()).isEqualTo("Some");
    assertThat(card.group()).isEqualTo(Group.UNITS);
    assertThat(card.source()).isEqualTo("Somebody 2020");
    assertThat(card.engine()).containsExactly(new EngineKey("targeted", "units"), new EngineKey("inverted", ""));
    assertThat(card.engine()).extracting(EngineKey::toString).containsExactly("targeted/units", "inverted");
    assertThat(card.p()).hasValue(0.25);
    assertThat(card.options()).containsExactly(Map.entry("share", "0.5"), Map.entry("target", "units"));
    assertThat(card.equations().training())
        .containsExactly(new Equation("y = m\\,x", "for each unit"), new Equation("m = 1", ""));
    assertThat(card.equations().of(Equations.Part.BACKWARD)).containsExactly(new Equation("z = 2", ""));
    assertThat(card.why().runs()).containsExactly(new Run("One line, and ", Style.PLAIN), new Run("code", Style.CODE),
        new Run(" with ", Style.PLAIN), new Run("weight", Style.EMPHASIS), new Run(" and ", Style.PLAIN),
        new Run("more", Style.STRONG), new Run(".", Style.PLAIN));
    assertThat(card.why().text()).isEqualTo("One line, and code with weight and more.");
    assertThat(card.said()).extracting(Said::claim).containsExactly("It is wrong.", "And this?");
    assertThat(card.said().getFirst().right().text()).isEqualTo("It is right.");
    assertThat(card.note()).isEmpty();
    assertThat(card.code()).isEqualTo("a = 1\nb = 2\n");
  }

  @Test void linesMayEndAsOnWindows() {
    assertThat(read(CARD.replace("\n", "\r\n"))).isEqualTo(read(CARD));
  }

  @Test void sectionsMayBeLeftOutOnlyIfTheyAreOptional() {
    String none = CARD.replaceFirst("(?s)## Often said.*(?=## PyTorch)", "");
    assertThat(read(none).said()).isEmpty();
    assertThatThrownBy(() -> read(CARD.replaceFirst("(?s)## Hurts.*?(?=##)", ""))).isInstanceOf(CardException.class)
        .hasMessage("some.md has no section \"Hurts\". Add a heading \"## Hurts\".");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
      "title: Some dropout | titel: Some | some.md, line 2: there is no key \"titel\". The keys are: title, short, group, source, engine, p, options.",
      "title: Some dropout | title | some.md, line 2: \"title\" is not of the form \"key: value\".",
      "title: Some dropout | title: | some.md, line 2: \"title\" has no value. Give it one, or take the line out.",
      "short: Some | title: Some | some.md, line 3: \"title\" is given twice. Keep one of the two lines.",
      "p: 0.25 | p: 1 | some.md: p must be a number from 0 to below 1, but is \"1\".",
      "p: 0.25 | p: NaN | some.md: p must be a number from 0 to below 1, but is \"NaN\".",
      "p: 0.25 | p: much | some.md: p must be a number from 0 to below 1, but is \"much\".",
      "share 0.5, | share, | some.md: the option \"share\" has no value. Write \"name value\", and commas between options.",
      "group: units | group: unit | some.md: there is no group \"unit\". The groups are: units, weights, maps, time, layers, transformer, beside, none.",
      "## Used | # Used | some.md, line 36: the heading \"Used\" must be of the second level. Write \"## Used\".",
      "## Used | ## Hurts | some.md, line 40: the section \"Hurts\" stands there twice. Join the two.",
      "Here. | > Here. | some.md: the section \"Used\" must be one paragraph and nothing else.",
      "```python | ```java | some.md: the section \"PyTorch\" must be one fenced block of python and nothing else.",
      "z = 2 |  | some.md: the section \"Backward\" has no equation. Write at least one line in its block.",
      "It is right. |  | some.md, line 46: each saying must be a quotation (a line that begins with >), with one paragraph after it.",
  })
  void faultsAreNamedWithFileLineAndWhatToDo(String from, String to, String message) {
    assertThat(CARD).contains(from);
    assertThatThrownBy(() -> read(CARD.replace(from, to == null ? "" : to))).isInstanceOf(CardException.class)
        .hasMessage(message);
  }

  @Test void otherFaults() {
    assertThatThrownBy(() -> read("")).hasMessageStartingWith("some.md does not begin with front matter.");
    assertThatThrownBy(() -> read("---\ntitle: a\n")).hasMessageStartingWith("some.md does not begin with front matter.");
    assertThatThrownBy(() -> read(CARD.replace("short: Some\n", "")))
        .hasMessage("some.md has no \"short\". Add a line \"short: ...\" to its front matter.");
    assertThatThrownBy(() -> read(CARD.replace("## Used", "## Use"))).hasMessageContaining(
        "there is no section \"Use\". The sections are: Training, Inference, Backward, Why there, Used, Hurts, PyTorch, "
            + "Note, Often said.");
    assertThatThrownBy(() -> read(CARD.replace("---\n\n## Training", "---\n\nWords.\n\n## Training")))
        .hasMessage("some.md, line 11: nothing may stand between the front matter and the first heading.");
    assertThatThrownBy(() -> Cards.named("invertd")).hasMessageStartingWith("There is no card \"invertd\".");
  }
}
