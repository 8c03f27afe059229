package dropoutlab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dropoutlab.spec.DataSpec;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Oracles: windows cut by hand, and the text put together again from them.
class CharacterTextTest {
  private static final DataSpec.Text PLAIN = new DataSpec.Text("abcab\ncabc", null, 2, false, 0, 0, null);

  @TempDir private Path dir;

  private DataSet load(DataSpec.Text spec) { return DataSets.load(spec, 1, dir); }

  /// The characters of a window and the one that follows.
  private static String read(DataSet data, Examples examples, int row) {
    List<String> classes = data.schema().classes();
    StringBuilder text = new StringBuilder();
    for (int c = 0; c < examples.x().cols(); c++)
      text.append(shown(classes.get((int) Math.rint(data.schema().inputScaling().toRaw(c, examples.x().at(row, c))))));
    return text.append('>').append(shown(classes.get(examples.label(row)))).toString();
  }

  private static String shown(String name) {
    return name.equals("↵") ? "/" : name.equals("␣") ? "_" : name;
  }

  private static List<String> all(DataSet data, Examples examples) {
    List<String> all = new ArrayList<>();
    for (int row = 0; row < examples.size(); row++) all.add(read(data, examples, row));
    return all;
  }

  @Test void everyWindowIsFollowedByItsNextCharacter() {
    DataSet data = load(PLAIN);
    assertThat(data.schema().classes()).containsExactly("↵", "a", "b", "c");
    assertThat(data.schema().inputs()).containsExactly("c1", "c2");
    assertThat(all(data, data.train())).containsExactly("ab>c", "bc>a", "ca>b", "ab>/", "b/>c", "/c>a", "ca>b", "ab>c");
    assertThat(data.holdsOut()).isFalse();
  }

  /// The last 4 of 10 characters are held out, and no window reaches from one part into the other.
  @Test void theEndOfTheTextIsHeldOut() {
    DataSet data = load(PLAIN.withValidationShare(0.4));
    assertThat(all(data, data.train())).containsExactly("ab>c", "bc>a", "ca>b", "ab>/");
    assertThat(all(data, data.validation())).containsExactly("ca>b", "ab>c");
  }

  /// Two combining characters become one, whatever ends a line becomes a line break, tabs and hard spaces become blanks,
  /// and what cannot be seen is left out.
  @Test void theSameTextIsReadFromEveryEncoding() throws IOException {
    String text = "\uFEFFÉté a\u0300 l\u00A0ile\r\n\tvoil\u00E0\u200B\u2423 fin\r";
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      Files.write(dir.resolve("text.txt"), text.getBytes(charset));
      DataSet data = load(new DataSpec.Text(null, "text.txt", 17, true, 0, 0, null));
      assertThat(read(data, data.train(), 0)).as(charset.name()).isEqualTo("été_à_l_ile/_voil>à");
      assertThat(data.train().size()).isEqualTo(5);
    }
    Files.write(dir.resolve("text.txt"), "été à voilà".getBytes("windows-1252"));
    DataSet data = load(new DataSpec.Text(null, "text.txt", 5, true, 0, 0, null));
    assertThat(read(data, data.train(), 0)).isEqualTo("été_à>_");
  }

  @Test void aCharacterOutsideTheBasicPlaneIsOneCharacter() {
    DataSet data = load(PLAIN.withText("a\uD83D\uDE00b\uD83D\uDE00a"));
    assertThat(all(data, data.train())).containsExactly("a\uD83D\uDE00>b", "\uD83D\uDE00b>\uD83D\uDE00", "b\uD83D\uDE00>a");
  }

  /// 150 characters, each as often as its number says: 51 and less are too rare.
  @Test void rareCharactersCountAsOne() {
    StringBuilder text = new StringBuilder();
    for (int kind = 1; kind <= 150; kind++) text.append(Character.toString(0x4E00 + kind).repeat(kind));
    DataSet data = load(PLAIN.withText(text.toString()));
    assertThat(data.schema().classes()).hasSize(100).startsWith(Character.toString(0x4E00 + 52)).endsWith("other");
    assertThat(data.notes()).containsExactly(
        "The text has 150 different characters; the 99 most frequent are told apart, and all others count as one");
    assertThat(read(data, data.train(), 0)).isEqualTo("otherother>other");
    assertThat(data.train().size()).isEqualTo(150 * 151 / 2 - 2);
  }

  @Test void aLimitKeepsTheBeginning() {
    DataSet data = load(PLAIN.withLimit(5));
    assertThat(all(data, data.train())).containsExactly("ab>c", "bc>a", "ca>b");
  }

  @Test void aTextComesWithTheProgram() {
    DataSet data = load(DataSpec.Text.STANDARD);
    assertThat(read(data, data.train(), 0)).isEqualTo("alice_was_beginning_to_get_very_>t");
    assertThat(data.schema().classes()).hasSize(39);
    assertThat(read(data, data.validation(), data.validation().size() - 1)).endsWith("finished_off_the_cake>.");
    // 11,194 characters without the last line break; a quarter of them, 2,799, are held out.
    assertThat(data.train().size()).isEqualTo(11_194 - 2_799 - 32);
    assertThat(data.validation().size()).isEqualTo(2_799 - 32);
  }

  /// The scaling and its inverse give back the same numbers, bit by bit.
  @Test void indicesAreWholeNumbers() {
    DataSet data = load(PLAIN.withText("a%sz".formatted(Character.toString(0x1F600)).repeat(9) + "bcdefghijklmnopqrstuvwxy"));
    for (int row = 0; row < data.train().size(); row++) {
      double index = data.schema().inputScaling().toRaw(1, data.train().x().at(row, 1));
      assertThat(index).isEqualTo(Math.rint(index));
    }
    DataSet words = WordIndices.of(load(PLAIN), 4);
    assertThat(words.train().x().at(0, 0)).isEqualTo(1);
    assertThat(words.train().x().at(4, 1)).isEqualTo(0);
    assertThatThrownBy(() -> WordIndices.of(load(PLAIN), 3)).isInstanceOf(DataException.class)
        .hasMessageContaining("from 0 to 2");
  }

  @Test void mistakesAreOneSentence() throws IOException {
    says(PLAIN.withPath("t.txt"), "The data name a text and the path \"t.txt\" of another; leave one of them out.");
    says(PLAIN.withText("aaaaaaa"), "The text needs two different characters at least, to tell the next one from.");
    says(PLAIN.withText(" \n"), "The text needs two different characters at least, to tell the next one from.");
    says(PLAIN.withText("abc"),
        "The text has 3 characters, which are too few for windows of 2; a smaller \"window\" or a longer text fits.");
    says(PLAIN.withText("ab".repeat(50_001)),
        "The text has more than 100000 characters; \"limit\": 100000 keeps the first of them.");
    Files.writeString(dir.resolve("long.txt"), "ab cd ".repeat(300_000));
    says(PLAIN.with(to -> to.text(null).path("long.txt")),
        "long.txt has more than 100000 characters; \"limit\": 100000 keeps the first of them.");
    assertThat(load(PLAIN.with(to -> to.text(null).path("long.txt").limit(100_000))).train().size()).isEqualTo(99_998);
    says(PLAIN.with(to -> to.text(null).path("none.txt")), "There is no file " + dir.resolve("none.txt") + ".");
  }

  private void says(DataSpec.Text spec, String sentence) {
    assertThatThrownBy(() -> load(spec)).isInstanceOf(DataException.class).hasMessage(sentence);
  }
}
