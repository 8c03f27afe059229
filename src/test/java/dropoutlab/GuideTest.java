package dropoutlab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dropoutlab.claim.Bench;
import dropoutlab.claim.catalogue.Benches;
import dropoutlab.cli.DropoutLab;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Presets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/// The front page and the guide agree with the program. The oracle is the program: its files, records and options.
class GuideTest {
  private static final Path FRONT = Path.of("README.md"), GUIDE = Path.of("assets", "guide");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)"),
      HEADING = Pattern.compile("(?m)^#+ (.+)$"), JSON = Pattern.compile("(?ms)^```json\\n(.*?)^```"),
      BLOCK = Pattern.compile("(?ms)^```.*?^```$"), CODE = Pattern.compile("`([^`]+)`"),
      KEY = Pattern.compile("(?m)^(?:keys\\.\\w+\\.)?key = (.+)$");

  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(GUIDE)) {
      return Stream.concat(Stream.of(FRONT), files.sorted()).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkAndPictureIsThere(Path page) {
    List<String> links = found(LINK, text(page)).filter(link -> !link.startsWith("https://")).toList();
    assertThat(links).isNotEmpty();
    for (String link : links) {
      String[] parts = link.split("#", 2);
      Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
      assertThat(target).as("%s: %s", page, link).exists();
      if (parts.length == 2) assertThat(anchors(target)).as("%s: %s", page, link).contains(parts[1]);
    }
  }

  @Test void everyPageIsListedOnTheFrontPageAndInTheContents() throws IOException {
    for (Path page : pages().subList(1, pages().size())) {
      assertThat(text(FRONT)).contains("(assets/guide/" + page.getFileName() + ")");
      if (!page.endsWith(FRONT)) assertThat(text(GUIDE.resolve(FRONT))).contains("(" + page.getFileName() + ")");
    }
  }

  /// Every block that is marked as JSON is an experiment that a reader may copy.
  @Test void everyExperimentIsRead() throws IOException {
    int read = 0;
    for (Path page : pages())
      for (String json : found(JSON, text(page)).toList()) {
        assertThat(ExperimentJson.read(json, page.toString())).isNotNull();
        read++;
      }
    assertThat(read).isGreaterThanOrEqualTo(10);
  }

  /// An option begins a row of the table in the section of its command.
  @Test void everyOptionOfTheCommandLineIsExplained() {
    String page = text(GUIDE.resolve("command-line.md"));
    CommandLine program = new CommandLine(DropoutLab.class);
    assertThat(program.getSubcommands()).isNotEmpty();
    program.getSubcommands().forEach((name, command) -> {
      String section = page.substring(page.indexOf("\n## " + name + "\n")).replaceFirst("\n## ", "");
      section = section.substring(0, section.indexOf("\n## "));
      for (var option : options(command))
        if (!option.usageHelp() && !option.versionHelp())
          assertThat(section).as(name).containsPattern("(?m)^\\| [^|]*`" + option.longestName() + "[` ]");
    });
    for (String general : List.of("--help", "--version", "-h", "-V")) assertThat(page).contains("`" + general + "`");
  }

  /// Those of a command and of the commands in it.
  private static List<CommandLine.Model.OptionSpec> options(CommandLine command) {
    return Stream.concat(command.getCommandSpec().options().stream(),
        command.getSubcommands().values().stream().flatMap(each -> options(each).stream())).toList();
  }

  @Test void everyKeyAndTypeOfAnExperimentIsExplained() throws IOException {
    Set<String> explained = new LinkedHashSet<>();
    for (Path page : pages())
      found(CODE, BLOCK.matcher(text(page)).replaceAll("")).flatMap(code -> Stream.of(code.split("[^A-Za-z0-9-]+")))
          .forEach(explained::add);
    Set<String> asked = new LinkedHashSet<>();
    collect(Experiment.class, asked, new LinkedHashSet<>());
    assertThat(asked).contains("beside", "klWeight", "drop-connect", "augmentation", "warm-up");
    assertThat(explained).containsAll(asked);
  }

  /// Presets to start with are listed with the window, those that show a method or an architecture with the methods.
  @Test void everyPresetIsListed() {
    String pages = text(GUIDE.resolve("window.md")) + text(GUIDE.resolve("methods.md"));
    for (String preset : Presets.names()) assertThat(pages).contains("| `" + preset + "` |");
  }

  /// Oracle: the cards of the benches.
  @Test void everyBenchIsListedWithItsClaim() {
    String page = text(GUIDE.resolve("theory.md"));
    for (Bench bench : Benches.all())
      assertThat(page).contains("| `%s` | %s | %s | %s |".formatted(bench.id(), bench.card().name(), bench.card().claim().text(),
          bench.card().source()));
  }

  /// Oracle: the texts of the card of all keys in the window, which writes keys as the page does.
  @Test void everyKeyOfTheWindowIsExplained() {
    String page = text(GUIDE.resolve("window.md")), rows = page.substring(page.indexOf("\n## Keys\n"));
    List<String> keys = Stream.of("shell", "presets", "saving", "sweepview").flatMap(file ->
        found(KEY, text(Path.of("assets", "words", file + ".properties")))).flatMap(key -> Stream.of(key.split(" {2,}")))
        .toList();
    assertThat(keys).contains("Ctrl 3", "Page ↑ ↓", "N", "F");
    for (String key : keys) assertThat(rows).containsPattern("(?m)^\\|[^|]*`" + Pattern.quote(key) + "`");
  }

  @Test void everyPackageIsListed() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("src", "main", "java", "dropoutlab")).filter(Files::isDirectory)) {
      folders.forEach(folder ->
          assertThat(text(GUIDE.resolve("inside.md"))).contains("`" + folder.getFileName() + "`"));
    }
  }

  /// Returns the keys of a record and of everything inside it, and the names of the kinds that a part may have.
  private static void collect(Type type, Set<String> names, Set<Type> seen) {
    if (type instanceof ParameterizedType list) collect(list.getActualTypeArguments()[0], names, seen);
    if (!(type instanceof Class<?> part) || !part.getName().startsWith("dropoutlab.") || !seen.add(part)) return;
    JsonSubTypes kinds = part.getAnnotation(JsonSubTypes.class);
    if (kinds != null)
      for (JsonSubTypes.Type kind : kinds.value()) {
        names.add(kind.name());
        collect(kind.value(), names, seen);
      }
    if (part.isRecord())
      for (RecordComponent component : part.getRecordComponents()) {
        names.add(component.getName());
        collect(component.getGenericType(), names, seen);
      }
  }

  /// Makes the anchor of a heading as GitHub does.
  private static Set<String> anchors(Path page) {
    return found(HEADING, BLOCK.matcher(text(page)).replaceAll("")).map(heading ->
        heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-')).collect(Collectors.toSet());
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(result -> result.group(1));
  }

  private static String text(Path page) {
    try {
      return Files.readString(page).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
