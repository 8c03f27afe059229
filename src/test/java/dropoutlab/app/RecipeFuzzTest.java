package dropoutlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.export.picture.Film;
import dropoutlab.export.picture.Page;
import dropoutlab.export.picture.Purpose;
import dropoutlab.export.picture.Sheet;
import dropoutlab.export.recipe.Animation;
import dropoutlab.export.recipe.Recipe;
import dropoutlab.export.recipe.RecipeFiles;
import dropoutlab.export.recipe.RecipeText;
import dropoutlab.export.recipe.Redraw;
import dropoutlab.export.recipe.Shoot;
import dropoutlab.export.recipe.Subject;
import dropoutlab.export.recipe.Subject.Moment;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Phase;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.Presets;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Recipes changed at random, as text and within pictures: the answer is one sentence, or a recipe that is written and
/// read again as it is, and no more memory is asked for than small files deserve. `-Ddropoutlab.fuzz=200000` changes
/// that many.
@Timeout(value = 120, unit = TimeUnit.MINUTES)
class RecipeFuzzTest {
  private static final int FILES = Integer.getInteger("dropoutlab.fuzz", 3_000);
  private static final long MOST_BYTES = 64L << 20;
  private static final Pattern JSON = Pattern.compile(
      "(?<=[:\\[,]\\s{0,40})(?:-?\\d[\\d.eE+-]*|\"[^\"\\n]*\"|true|false|null)(?=\\s*[,\\]}])");
  private static final List<String> WORDS = List.of("null", "true", "-1", "1e999", "1e-999", "0", "2", "2147483648",
      "9007199254740992", "[]",
      "{}", "\"\"", "\"run\"", "\"bench\"", "\"window\"", "\"kind\":", "\"poster\"", "\"p\"", "\"epochs\"", "[null]",
      ":", ",", "\\u0000", "NaN");

  @TempDir Path dir;

  private static List<Recipe> recipes() {
    List<Recipe> recipes = new ArrayList<>();
    Page small = Page.ofPixels(160, 100, 1, Theme.LIGHT);
    for (String preset : List.of("two-moons", "zoneout", "spatial", "stochastic-depth"))
      recipes.add(new Recipe("0.1.0", new Subject.OfRun(Presets.load(preset), new Moment(12, Phase.UPDATE,
      OptionalInt.of(1)), "loss",
          Map.of("log", "true", "passes", "9")), Page.of(Purpose.SLIDE_WIDE), true,
          Optional.of(new Animation(Animation.Over.EPOCHS, 0, 3, 1, 12, 2, true))));
    recipes.add(new Recipe("0.1.0", new Subject.OfBench("equalise", List.of("p=0.3", "seed=5")), small, false,
        Optional.empty()));
    recipes.add(new Recipe("0.1.0", new Subject.OfWindow(Presets.load("digits"), new Moment(0, Phase.MASK,
        OptionalInt.empty()), "train"), small, true,
        Optional.empty()));
    return recipes;
  }

  private interface Reading {
    Recipe of(byte[] bytes) throws IOException;
  }

  private static void fuzz(String kind, int files, Mutations mutations, List<byte[]> seeds,
      Reading reading) throws IOException {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long most = 0;
    int sentences = 0;
    for (int i = 0; i < files; i++) {
      byte[] bytes = mutations.of(seeds);
      long before = threads.getCurrentThreadAllocatedBytes();
      try {
        Recipe read = reading.of(bytes);
        assertThat(RecipeText.read(RecipeText.write(read), "again")).isEqualTo(read);
      } catch (ExperimentException e) {
        sentences++;
        assertThat(e.getMessage()).as("%s %d", kind, i).endsWith(".").doesNotContain("Exception", "java.", "Source:",
            "\n").hasSizeLessThan(1_500);
      } catch (RuntimeException | Error e) {
        throw new AssertionError(kind + " " + i + ": " + new String(bytes, StandardCharsets.ISO_8859_1), e);
      }
      long used = threads.getCurrentThreadAllocatedBytes() - before;
      most = Math.max(most, used);
      assertThat(used).as("%s %d: bytes allocated", kind, i).isLessThan(MOST_BYTES);
    }
    IO.println(kind + ": " + files + " files, " + sentences + " refused with a sentence, at most " + (most >> 10)
        + " KB for one");
  }

  @Test void texts() throws IOException {
    List<byte[]> seeds = recipes().stream().map(each -> RecipeText.write(each).getBytes(StandardCharsets.UTF_8))
        .toList();
    fuzz("recipe text", FILES, new Mutations(21, WORDS, JSON), seeds, bytes ->
        RecipeText.read(new String(bytes, StandardCharsets.UTF_8), "a.png"));
  }

  /// A fifth as many, because each is written to the disk and its format is read by a library.
  @Test void pictures() throws IOException {
    Sheet sheet = Redraw.sheet(recipes().get(4), Path.of(""), ProgressMonitor.NOBODY);
    for (String ending : List.of("png", "svg", "pdf", "gif")) {
      Path file = dir.resolve("a." + ending);
      Shoot.write(List.of(file), () -> sheet, () -> Film.still(sheet), ProgressMonitor.NOBODY);
      List<byte[]> seeds = List.of(Files.readAllBytes(file));
      fuzz(ending, FILES / 5, new Mutations(22, WORDS), seeds, bytes -> RecipeFiles.read(Files.write(file, bytes)));
    }
  }
}
