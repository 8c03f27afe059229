package dropoutlab.words;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.words.Sources.Literal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Text for people is in `assets/words`, not in the source. A literal in the source that reads like text must be a
/// fault that only a programmer sees, or must not be for people.
class LiteralsTest {
  /// Two words separated by a space, or a word followed by a space, to which another is added.
  private static final Pattern READS_LIKE_TEXT =
      Pattern.compile("\\p{L}{2,}[,.;:)]* +[(\\[{\\\\\"]*\\p{L}{2,}|^[,.;:)]* +\\p{L}{2,}|\\p{L}{3,}[,;]? +$");
  private static final Pattern JSON = Pattern.compile("\\{\\s*\\\\?\"");

  /// No file and no control can cause these; the log is for programmers.
  private static final Set<String> FAULTS =
      Set.of("IllegalStateException", "AssertionError", "UncheckedIOException", "Faults.log");
  /// Files in which an IllegalArgumentException tells a programmer that shapes or states do not fit.
  private static final List<String> PRECONDITIONS = List.of("figure/", "frame/", "theory/", "nn/Network",
      "nn/Loss.java", "nn/ForcedPasses.java", "nn/layer/", "nn/dropout/", "nn/spatial/", "nn/sequence/", "nn/recurrent/", "nn/depth/", "data/Examples.java",
      "data/RawExamples.java", "data/Scaling.java", "data/GreyImages.java", "data/PictureEdits.java", "run/Pace.java",
      "run/Command.java", "export/TrainedRun.java", "predict/variant/", "claim/", "card/ClaimCard.java");

  /// Literals that are not for people, each with its reason.
  private static final Map<String, String> OTHERS = Map.ofEntries(
      other("spec/JsonFaults.java", "the words by which the JSON library's messages are told apart"),
      other("data/GeneratedSets.java", "labels of classes, which stand in files"),
      other("data/CsvSniffer.java", "names of columns without one, which stand in files"),
      other("card/ClaimCards.java", "headings of the Markdown that a card is written in"),
      other("card/CardReader.java", "headings of the Markdown that a card is written in"),
      other("frame/Query.java", "preconditions, named before they are thrown"),
      other("frame/Matrix.java", "how a debugger shows it"),
      other("export/store/Places.java", "names of folders"),
      other("math/", "nobody but a programmer hears of numbers that do not fit"),
      other("export/python/", "lines of Python"),
      other("sweep/slurm/Slurm.java", "the words by which Slurm's messages are told apart"),
      other("export/picture/Svg", "markup"),
      other("export/picture/vector/", "markup"));

  private static Map.Entry<String, String> other(String file, String why) { return Map.entry(file, why); }

  @Test void textForPeopleStandsInBundles() throws IOException {
    List<String> literals = new ArrayList<>();
    for (String file : Sources.files()) {
      if (file.startsWith("words/")) continue;
      for (Literal literal : Sources.literals(file)) if (isText(literal) && !isAllowed(literal)) literals.add(literal.toString());
    }
    assertThat(literals).isEmpty();
  }

  @Test void whatIsAllowedIsStillThere() throws IOException {
    Set<String> idle = new TreeSet<>(OTHERS.keySet());
    for (String file : Sources.files())
      if (Sources.literals(file).stream().anyMatch(LiteralsTest::isText)) idle.removeIf(file::startsWith);
    assertThat(idle).isEmpty();
  }

  private static boolean isText(Literal literal) {
    return READS_LIKE_TEXT.matcher(literal.text()).find() && !JSON.matcher(literal.text()).find();
  }

  private static boolean isAllowed(Literal literal) {
    boolean precondition = PRECONDITIONS.stream().anyMatch(literal.file()::startsWith);
    return OTHERS.keySet().stream().anyMatch(literal.file()::startsWith) || literal.calls().stream().anyMatch(call -> FAULTS.contains(call)
        || precondition && call.equals("IllegalArgumentException"));
  }
}
