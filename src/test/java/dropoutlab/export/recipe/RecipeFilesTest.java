package dropoutlab.export.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dropoutlab.export.picture.Film;
import dropoutlab.export.picture.Page;
import dropoutlab.export.picture.Purpose;
import dropoutlab.export.picture.Sheet;
import dropoutlab.export.recipe.Subject.Moment;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Phase;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.Presets;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Recipes as text and in files, and all that can be wrong with them. Oracle: equality after reading, and sentences.
class RecipeFilesTest {
  private static final Experiment MOONS = Presets.load("two-moons");

  @TempDir Path dir;

  private static List<Recipe> recipes() {
    Experiment touched = MOONS.withInterventions(List.of(new Intervention.SetDropRates(4, List.of(0.0, 0.5, 0.2))));
    Page odd = Page.of(Purpose.POSTER).with(p -> p.widthCm(1 / 3.0).dpi(72.1).theme(Theme.PRINT).transparent(true));
    Animation film = new Animation(Animation.Over.P, 0, .9, .1, 12.5, 0, false);
    return List.of(
        new Recipe("0.1.0", new Subject.OfRun(touched, new Moment(9, Phase.MASK, OptionalInt.of(3)), "loss",
        Map.of("log", "true", "passes", "7")),
            odd, true, Optional.of(film)),
        new Recipe("", new Subject.OfBench("equalise", List.of("p=0.3", "seed=5")), Page.of(Purpose.PAPER), false,
        Optional.empty()),
        new Recipe("x", new Subject.OfWindow(MOONS, new Moment(0, Phase.UPDATE, OptionalInt.empty()), "train"),
        Page.of(Purpose.OWN), false,
            Optional.empty()));
  }

  @Test void whatIsWrittenIsReadAgain() {
    for (Recipe recipe : recipes()) {
      String text = RecipeText.write(recipe);
      assertThat(text).startsWith("{\"format\":\"dropout-lab-recipe\",\"version\":1,").doesNotContain("\n");
      assertThat(RecipeText.read(text, "x")).isEqualTo(recipe);
    }
  }

  private void refused(String sentence, String text) {
    assertThatThrownBy(() -> RecipeText.read(text, "a.png")).isInstanceOf(ExperimentException.class)
        .hasMessage(sentence);
  }

  @Test void whatDoesNotFitIsToldWithItsPath() {
    String good = RecipeText.write(recipes().getFirst()), bench = RecipeText.write(recipes().get(1));
    refused("a.png was made by a newer Dropout Lab, version 2 of the recipe: update to open it.",
        good.replace("\"version\":1", "\"version\":2"));
    refused("a.png: version: this program reads version 1 of the recipe.", good.replace("\"version\":1",
        "\"version\":\"1\""));
    refused("a.png: holds no recipe of a picture.", "{\"format\": \"x\"}");
    refused("a.png: is empty; expected a JSON object { ... }.", " ");
    refused("a.png: page.theme: unknown value \"pink\". Known: light, dark, projector, print.",
        good.replace("\"print\"", "\"pink\""));
    refused("a.png: page.dpi: must be a number, but is the text \"x\".", good.replace("\"dpi\":72.1", "\"dpi\":\"x\""));
    refused("a.png: page: the dots per inch must be from 1 to 10000, but is 1e9.", good.replace("\"dpi\":72.1",
        "\"dpi\":1e9"));
    refused("a.png: subject.kind: unknown value \"rum\"; did you mean \"run\"? Known: run, bench, sweep, window.",
        good.replace("\"run\"", "\"rum\""));
    refused("a.png: subject.step: must be a whole number, but is 9.5.", good.replace("\"step\":9", "\"step\":9.5"));
    refused("a.png: subject: step and past must be 0 or more.", good.replace("\"step\":9", "\"step\":-9"));
    refused("a.png: subject.experiment: optimiser.learningRate: must be greater than 0, but is −1.",
        good.replace("\"learningRate\":0.008", "\"learningRate\":-1"));
    refused("a.png: animation: An animation goes from a number to one that is not smaller, in steps of more than 0, with 1 to 50 frames a "
        + "second.", good.replace("\"perSecond\":12.5", "\"perSecond\":99"));
    refused("a.png: subject.changes: is missing.", bench.replace(",\"changes\":[\"p=0.3\",\"seed=5\"]", ""));
    refused("a.png: captain: unknown key; did you mean \"caption\"? Known: format, version, program, subject, page, caption, animation.",
        bench.replace("\"caption\":false", "\"caption\":false,\"captain\":1"));
  }

  private Path file(String name, byte[] bytes) throws IOException { return Files.write(dir.resolve(name), bytes); }

  private void refusedFile(Path file, String sentence) {
    assertThatThrownBy(() -> RecipeFiles.read(file)).isInstanceOf(ExperimentException.class).hasMessage(file
        + sentence);
  }

  @Test void picturesOfOthersAndOddFilesGetASentence() throws IOException {
    Path other = dir.resolve("other.png");
    ImageIO.write(new BufferedImage(3, 3, BufferedImage.TYPE_INT_RGB), "png", other.toFile());
    String none = " holds no recipe: it is a picture of another program, or a program on its way took the recipe out.";
    refusedFile(other, none);
    Path gif = dir.resolve("other.gif");
    ImageIO.write(new BufferedImage(3, 3, BufferedImage.TYPE_INT_RGB), "gif", gif.toFile());
    refusedFile(gif, none);
    refusedFile(file("other.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes()), none);
    refusedFile(file("empty.png", new byte[0]), " is empty.");
    refusedFile(file("a.txt", "Hello".getBytes()),
        " is neither a picture nor a recipe: name a PNG, SVG, PDF or GIF of this program.");
    refusedFile(dir, " is a folder, not a picture.");
    assertThatThrownBy(() -> RecipeFiles.read(dir.resolve("none.png"))).hasMessage("There is no file "
        + dir.resolve("none.png") + ".");
    try (RandomAccessFile huge = new RandomAccessFile(dir.resolve("huge.png").toFile(),
        "rw")) { huge.setLength(1L << 40); }
    refusedFile(dir.resolve("huge.png"), " has more than 256 MB: too much for a picture of this program.");
  }

  /// A picture that was cut off, at every tenth of its length.
  @Test void damagedPicturesGetASentence() throws IOException {
    Recipe recipe = recipes().get(1).withPage(Page.ofPixels(200, 120, 1, Theme.LIGHT));
    Sheet sheet = Redraw.sheet(recipe, Path.of(""), ProgressMonitor.NOBODY);
    for (String ending : List.of("png", "svg", "pdf", "gif")) {
      Path whole = dir.resolve("whole." + ending);
      Shoot.write(List.of(whole), () -> sheet, () -> Film.still(sheet), ProgressMonitor.NOBODY);
      assertThat(RecipeFiles.read(whole)).isEqualTo(recipe);
      byte[] bytes = Files.readAllBytes(whole);
      for (int tenth = 1; tenth < 10; tenth++) {
        Path cut = file("cut." + ending, Arrays.copyOf(bytes, bytes.length * tenth / 10));
        try {
          assertThat(RecipeFiles.read(cut)).isEqualTo(recipe);
        } catch (ExperimentException e) {
          assertThat(e.getMessage()).endsWith(".").startsWith(cut.toString());
        }
      }
    }
  }

  @Test void recipesAndExperimentsAreReadAsTheyAre() throws IOException {
    assertThat(RecipeFiles.read(file("r.json", RecipeText.write(recipes().getFirst()).getBytes()))).isEqualTo(recipes()
        .getFirst());
    Recipe begun = RecipeFiles.read(file("e.json", ExperimentJson.write(MOONS).getBytes()));
    assertThat(((Subject.OfRun) begun.subject()).experiment()).isEqualTo(MOONS);
    assertThatThrownBy(() -> Redraw.sheet(recipes().getLast(), Path.of(""), ProgressMonitor.NOBODY))
        .hasMessage("This is a picture of the window, which only the window can draw again: drop it onto the window.");
  }
}
