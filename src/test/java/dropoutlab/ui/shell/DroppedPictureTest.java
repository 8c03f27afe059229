package dropoutlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.export.picture.Format;
import dropoutlab.export.picture.Page;
import dropoutlab.export.picture.PictureFiles;
import dropoutlab.export.recipe.Recipe;
import dropoutlab.export.recipe.Redraw;
import dropoutlab.export.recipe.Subject;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Phase;
import dropoutlab.frame.RunState;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Presets;
import dropoutlab.ui.parts.Remembered;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Pictures of this program open their experiment at their moment, where its figure is to be seen. Oracle: the recipe that
/// they were drawn from.
@ExtendWith(ApplicationExtension.class)
class DroppedPictureTest {
  private static final Experiment LINE = Presets.load("noisy-line").withSeed(3);
  private static final Page PAGE = Page.ofPixels(420, 300, 1, Theme.LIGHT);

  @TempDir Path folder;
  private OnFiles on;

  @Start void start(Stage stage) { on = new OnFiles(stage, LabWindow.places()); }

  @BeforeEach void trains() { on.lab().awaitTraining(); }

  @AfterEach void close() { on.close(); }

  private static Recipe recipe(String figure, long step) {
    return new Recipe("0.1.0", new Subject.OfRun(LINE, new Subject.Moment(step, Phase.UPDATE, OptionalInt.empty()), figure, Map.of()), PAGE,
        false, Optional.empty());
  }

  private Path written(Recipe recipe, Format format) throws IOException {
    Path file = folder.resolve("loss" + "." + format.id());
    Files.write(file, PictureFiles.bytes(format, Redraw.sheet(recipe, Path.of(""), ProgressMonitor.NOBODY)));
    return file;
  }

  private String workspace() { return on.lab().read(() -> on.lab().window().shown().get().id()); }

  @Test void pictureOpensItsExperimentAtItsMoment(FxRobot robot) throws IOException {
    long step = 20;
    for (Format format : List.of(Format.PNG, Format.SVG, Format.PDF)) {
      long wanted = ++step;
      on.open(robot, written(recipe("loss", wanted), format));
      Frame frame = on.lab().await("the line", f -> f.experiment().equals(LINE) && f.progress().step() == wanted);
      assertThat(frame.state()).isInstanceOf(RunState.Paused.class);
      assertThat(workspace()).isEqualTo("train");
    }
    assertThat(on.document().file()).isEmpty();
    assertThat(on.lab().read(() -> on.document().unsaved().get())).isFalse();
  }

  @Test void workspaceIsTheOneInWhichTheFigureStands(FxRobot robot) throws IOException {
    on.open(robot, written(recipe("mc-band", 30), Format.PNG));
    on.lab().await("the line", f -> f.experiment().equals(LINE));
    on.lab().until("Uncertainty", () -> on.lab().window().shown().get().id().equals("uncertainty"));
  }

  @Test void benchOpensInTheoryWithItsSettings(FxRobot robot) throws IOException {
    long run = on.lab().latest().run();
    on.open(robot, written(new Recipe("0.1.0", new Subject.OfBench("equalise", List.of("p=0.3", "seed=5")), PAGE, false, Optional.empty()),
        Format.PNG));
    on.lab().until("Theory", () -> on.lab().window().shown().get().id().equals("theory"));
    Map<String, String> shown = on.lab().read(() -> on.lab().window().shown().get().remember());
    assertThat(shown).containsEntry("bench", "equalise");
    assertThat(shown.get("changes").lines()).contains("p=0.3", "seed=5");
    assertThat(on.lab().latest().run()).isEqualTo(run);
  }

  @Test void picturesOfOthersAndStrippedOnesAreToldInASentence(FxRobot robot) throws IOException {
    long run = on.lab().latest().run();
    Path file = folder.resolve("stripped.png");
    BufferedImage picture = ImageIO.read(written(recipe("loss", 5), Format.PNG).toFile());
    ImageIO.write(picture, "png", file.toFile());
    on.open(robot, file);
    on.lab().until("a sentence", () -> on.lab().model().editor().problem().get().contains("stripped.png"));
    assertThat(on.told()).endsWith(".");
    assertThat(on.lab().latest().run()).isEqualTo(run);
  }

  /// What was set in the workspaces is there again after a run was saved and opened.
  @Test void savedRunShowsWhatWasSetInTheWorkspaces(FxRobot robot) {
    Map<String, String> train = new Remembered().with("example", 4).with("log", false).with("probe", Optional.of(List.of(.25, -.5))).values();
    Map<String, String> uncertainty = new Remembered().with("view", "QUALITY").with("passes", 250).with("held", false).values();
    robot.interact(() -> {
      on.lab().window().workspaces().getFirst().restore(train);
      on.lab().window().workspaces().get(1).restore(uncertainty);
    });
    on.save(robot, folder.resolve("a.dropoutlab"));
    robot.interact(() -> on.lab().model().editor().open(Presets.load("noisy-line")));
    on.lab().await("another", f -> f.experiment().title().equals(LINE.title()));
    robot.interact(() -> on.lab().window().workspaces().get(1).restore(
        new Remembered().with("view", "PREDICTION").with("passes", 10).with("held", true).values()));
    on.open(robot, folder.resolve("a.dropoutlab"));
    on.lab().await("the run", f -> f.experiment().title().equals(Presets.load("two-moons").title()));
    assertThat(on.lab().read(() -> on.lab().window().workspaces().getFirst().remember())).containsAllEntriesOf(train);
    assertThat(on.lab().read(() -> on.lab().window().workspaces().get(1).remember())).containsAllEntriesOf(uncertainty);
  }
}
