package dropoutlab.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.figure.ImageFigure;
import dropoutlab.frame.RunState;
import dropoutlab.spec.DataSpec.Csv;
import dropoutlab.spec.DataSpec.Generated;
import dropoutlab.spec.DataSpec.Idx;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.shell.LabWindow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A person's own table, good and bad. Oracle: the engine goes on with the old data, or trains on the new.
@ExtendWith(ApplicationExtension.class)
class OwnDataTest {
  @TempDir Path folder;
  private LabWindow lab;

  @Start void start(Stage stage) { lab = new LabWindow(stage); }

  @BeforeEach void trains() { lab.awaitTraining(); }

  @AfterEach void close() { lab.close(); }

  @Test void tableOpensAfterTheQuestionForItsTarget(FxRobot robot) throws IOException {
    open(robot, "width,height,kind\n" + "1.0,2.0,a\n2.0,1.0,b\n1.5,2.5,a\n2.5,1.2,b\n".repeat(10));
    lab.await("the table is learned", f -> f.experiment().data() instanceof Csv csv && csv.target().equals("kind"));
    assertThat(lab.model().data().get().schema().classes()).containsExactly("a", "b");
  }

  @Test void badTableIsExplainedAndTheRunGoesOn(FxRobot robot) throws IOException {
    long run = lab.latest().run();
    open(robot, "width,height,kind\n" + "1.0,2.0,a\n2.0,wide,b\n1.5,2.5,a\n2.5,1.2,b\n".repeat(10));
    lab.until("the notice", () -> lab.window().lookup("#notice").isVisible());
    assertThat(lab.text("noticeText")).contains("table.csv").contains("wide");
    long step = lab.latest().progress().step();
    lab.await("the old run goes on", f -> f.run() == run && f.state() instanceof RunState.Running
        && f.progress().step() > step);
    assertThat(lab.model().experiment().get().data()).isNotInstanceOf(Csv.class);
    robot.clickOn("#noticeClose");
    assertThat(lab.node("notice", Node.class).isVisible()).isFalse();
  }

  @Test void droppedTableAsksForItsTarget(FxRobot robot) throws IOException {
    Path file = Files.writeString(folder.resolve("dropped.csv"), "a,b\n" + "1,2\n2,3\n3,5\n4,4\n".repeat(5));
    robot.interact(() -> FileDrop.dropped(List.of(file.toFile()), lab.window(), lab.model()));
    lab.until("the question", () -> robot.lookup("#csvTarget").tryQuery().isPresent());
    robot.clickOn("OK");
    lab.await("a regression on b", f -> f.experiment().data() instanceof Csv csv && csv.target().equals("b"));
  }

  /// Images 2 x 2, of which the k-th is all k / 8 grey; labels alternate.
  @Test void imagesOpenWithTheLabelsBesideThem(FxRobot robot) throws IOException {
    ByteArrayOutputStream images = new ByteArrayOutputStream();
    ByteArrayOutputStream labels = new ByteArrayOutputStream();
    images.write(ByteBuffer.allocate(16).putInt(0x803).putInt(8).putInt(2).putInt(2).array());
    labels.write(ByteBuffer.allocate(8).putInt(0x801).putInt(8).array());
    for (int k = 0; k < 8; k++) {
      for (int pixel = 0; pixel < 4; pixel++) images.write(32 * k);
      labels.write(k % 2);
    }
    Path file = Files.write(folder.resolve("small-images-idx3-ubyte"), images.toByteArray());
    Files.write(folder.resolve("small-labels-idx1-ubyte"), labels.toByteArray());
    robot.interact(() -> new OwnData(lab.model(), lab.window().getScene().getWindow()).open(file.toFile()));
    lab.await("the images are learned", f -> f.experiment().data() instanceof Idx);
    assertThat(lab.model().data().get().train().size() + lab.model().data().get().validation().size()).isEqualTo(8);
    lab.until("an image beside its passes", () ->
        lab.window().lookup("#probe") instanceof FigureCanvas side && side.figure() instanceof ImageFigure);
  }

  @Test void pChangedWhileDataLoadReachesTheirRun(FxRobot robot) {
    robot.interact(() -> {
      lab.model().change(e -> e.withData(new Generated(GeneratedSet.CIRCLES, 3_000, 500, 0.1, 1L)));
      lab.model().setDropRates(List.of(0.0, 0.6, 0.6));
    });
    lab.await("circles with p = 0.6", f -> f.experiment().data() instanceof Generated g
        && g.set() == GeneratedSet.CIRCLES && f.dropRates().equals(List.of(0.0, 0.6, 0.6))
        && f.state() instanceof RunState.Running);
  }

  private void open(FxRobot robot, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("table.csv"), text);
    Platform.runLater(() -> new OwnData(lab.model(), lab.window().getScene().getWindow()).open(file.toFile()));
    lab.until("the question", () -> robot.lookup("#csvTarget").tryQuery().isPresent());
    robot.clickOn("OK");
  }
}
