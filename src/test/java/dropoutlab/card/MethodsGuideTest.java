package dropoutlab.card;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.card.place.Placement;
import dropoutlab.spec.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The table of the guide has a row for every card, and each row names what is there.
class MethodsGuideTest {
  private record Row(String group, String method, String preset, String view, String engine, String type, String test,
      String source) {}

  private static final Pattern MORE = Pattern.compile("\\| [^|\\[][^|]*\\| `([a-z0-9-]+)` \\| ([^|]+) \\|");

  private static List<String> lines() throws IOException {
    return Files.readAllLines(Path.of("assets", "guide", "methods.md"));
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    String group = "";
    for (String line : lines()) {
      if (line.startsWith("## ")) group = line.substring(3);
      if (!line.startsWith("| [")) continue;
      String[] cells = Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new);
      rows.add(new Row(group, cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]));
    }
    return rows;
  }

  /// Classes and sources stand there by hand; what a card says too must be the same.
  @Test void everyCardHasItsRowInTheOrderOfTheFamily() throws IOException {
    List<MethodCard> cards = Cards.all().stream().filter(card -> card.group() != Group.NONE).toList();
    assertThat(rows()).extracting(Row::group)
        .containsExactlyElementsOf(cards.stream().map(card -> card.group().title()).toList());
    assertThat(rows()).extracting(Row::method).containsExactlyElementsOf(
        cards.stream().map(card -> "[" + card.title() + "](../cards/" + card.name() + ".md)").toList());
    assertThat(rows()).extracting(Row::engine).containsExactlyElementsOf(cards.stream()
        .map(card -> card.engine().stream().map(key -> "`" + key + "`").collect(Collectors.joining(", "))).toList());
    assertThat(rows()).extracting(Row::source)
        .containsExactlyElementsOf(cards.stream().map(MethodCard::briefSource).toList());
  }

  /// The preset of a method has the name of its card; the view is the one that the program shows for it.
  @Test void everyRowNamesThePresetOfItsMethodAndItsView() throws IOException {
    List<MethodCard> cards = Cards.all().stream().filter(card -> card.group() != Group.NONE).toList();
    List<Row> rows = rows();
    for (int i = 0; i < cards.size(); i++) {
      String preset = cards.get(i).name();
      assertThat(rows.get(i).preset()).isEqualTo("`" + preset + "`");
      assertThat(rows.get(i).view()).as(preset).isEqualTo(view(preset));
    }
  }

  @Test void otherPresetsHaveTheViewThatStandsThere() throws IOException {
    List<Matcher> more = lines().stream().map(MORE::matcher).filter(Matcher::matches).toList();
    assertThat(more).isNotEmpty();
    for (Matcher row : more)
      assertThat(row.group(2)).as(row.group(1)).isEqualTo(view(row.group(1)));
  }

  private static String view(String preset) { return Placement.habitat(Presets.load(preset)).title(); }

  /// A test must name the class, or build it by its spec: its text has the name or that of a method of the family.
  @Test void classesAreThereAndTheirTestsNameThemOrTheirSpec() throws IOException {
    for (Row row : rows()) {
      assertThat(file("main", row.type())).as(row.method()).exists();
      assertThat(file("test", row.test())).as(row.method()).exists();
      String test = Files.readString(file("test", row.test()));
      assertThat(names(row).stream().anyMatch(name -> Pattern.compile("\\b" + name + "\\b").matcher(test).find()))
          .as("%s names none of %s", row.test(), names(row)).isTrue();
    }
  }

  /// The class, and its spec or the value of a spec that chooses it: `drop-block` is built by a DropBlock.
  private static List<String> names(Row row) {
    List<String> names = new ArrayList<>(List.of(row.type().replaceAll(".*\\.|`", "")));
    for (String key : row.engine().replace("`", "").split(", ")) {
      String[] parts = key.split("/");
      names.add(capital(parts[0]) + "Spec");
      names.add(Arrays.stream(parts[0].split("-")).map(MethodsGuideTest::capital).collect(Collectors.joining()));
      if (parts.length == 2) names.add(parts[1].toUpperCase(Locale.ROOT).replace('-', '_'));
    }
    return names;
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /// `nn.dropout.X` in back quotes.
  private static Path file(String tree, String name) {
    assertThat(name).startsWith("`").endsWith("`");
    return Path.of("src", tree, "java", "dropoutlab", name.replace("`", "").replace('.', '/') + ".java");
  }
}
