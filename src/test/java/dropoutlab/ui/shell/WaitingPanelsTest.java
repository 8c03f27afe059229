package dropoutlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.figure.catalogue.WaitingFigure;
import dropoutlab.run.Lab;
import dropoutlab.run.Slot;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Presets;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.Fonts;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.fx.Stage;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.util.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What every panel shows for as long as it has nothing to show. Oracle: of the canvases to be seen none is blank, and
/// none shows an answer that nobody has given.
@ExtendWith(ApplicationExtension.class)
class WaitingPanelsTest {
  /// What is known as soon as the data are.
  private static final Set<String> KNOWN_AT_ONCE = Set.of("picture", "probe");
  private static final List<String> VIEWS = List.of("viewPrediction", "viewQuality", "viewCritics");

  private LabWindow live;

  @Start void start(javafx.stage.Stage stage) { live = new LabWindow(stage); }

  @AfterEach void close() { live.close(); }

  /// A window whose engine never answers.
  private static final class Silent {
    final LabModel model;
    final MainWindow window = new MainWindow(new Appearance(new Fonts()), LabWindow.places());
    final Scene scene = new Scene(window, 1000, 900);
    private final Subscription bound;

    Silent() {
      Lab lab = new Lab();
      lab.close();
      model = new LabModel(lab, Path.of(""));
      bound = window.bind(model);
    }

    void close() {
      bound.unsubscribe();
      model.close();
    }

    void choose(String id) {
      window.applyCss();
      window.layout();
      ((ToggleButton) scene.lookup("#" + id)).fire();
    }

    List<FigureCanvas> canvases() { return WaitingPanelsTest.canvases(window); }
  }

  private static List<FigureCanvas> canvases(Node window) {
    return window.lookupAll(".figure-canvas").stream().map(FigureCanvas.class::cast)
        .filter(WaitingPanelsTest::isShown).collect(Collectors.toList());
  }

  private static boolean isShown(Node node) {
    return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
  }

  private static void assertWaiting(String where, List<FigureCanvas> canvases) {
    assertThat(canvases).as(where).isNotEmpty();
    for (FigureCanvas canvas : canvases)
      if (!KNOWN_AT_ONCE.contains(canvas.getId()) || canvas.figure() == null)
        assertThat(canvas.drawn()).as(where + ": " + canvas.getId()).isInstanceOf(WaitingFigure.class);
  }

  @Test void everyPanelOfEveryPresetWaitsOnItsGround(FxRobot robot) {
    for (String name : Presets.names()) {
      Experiment preset = Presets.load(name);
      Silent[] silent = new Silent[1];
      robot.interact(() -> {
        silent[0] = new Silent();
        silent[0].model.editor().open(preset);
      });
      live.until("the data of " + name, () -> silent[0].model.data().get() != null);
      robot.interact(() -> {
        assertThat(silent[0].model.stage().get()).isEqualTo(Stage.BUILDING);
        assertWaiting(name + ", Train", silent[0].canvases());
        silent[0].choose("tab-uncertainty");
        for (String view : VIEWS) {
          silent[0].choose(view);
          assertWaiting(name + ", " + view, silent[0].canvases());
        }
        silent[0].close();
      });
    }
  }

  @Test void whatIsWaitedForIsSaidBeforeAnythingIsOpen(FxRobot robot) {
    robot.interact(() -> {
      Silent silent = new Silent();
      assertThat(silent.model.stage().get()).isEqualTo(Stage.NOTHING);
      assertWaiting("Train", silent.canvases());
      silent.choose("tab-uncertainty");
      assertThat(silent.window.lookupAll(".card").stream().filter(Labeled.class::isInstance)
          .map(each -> ((Labeled) each).getText())).contains("nothing is open: choose a preset");
      silent.close();
    });
  }

  @Test void dataThatCannotBeLoadedLeaveNoPanelBlank(FxRobot robot) {
    Silent[] silent = new Silent[1];
    Experiment first = Presets.load("two-moons");
    robot.interact(() -> {
      silent[0] = new Silent();
      silent[0].model.editor().open(first.withData(
          new dropoutlab.spec.DataSpec.Csv("no-such-file.csv", "y", null, 0.25, null)));
      assertThat(silent[0].model.stage().get()).isEqualTo(Stage.LOADING);
    });
    live.until("the refusal", () -> !silent[0].model.editor().problem().get().isEmpty());
    robot.interact(() -> {
      assertThat(silent[0].model.stage().get()).isEqualTo(Stage.NOTHING);
      assertWaiting("after the refusal", silent[0].canvases());
      silent[0].model.close();
    });
  }

  /// In a living window: from preset to preset, at the end of every pulse, in both workspaces.
  @Test void noPanelIsBlankAtAnyPulseWhilePresetsChange(FxRobot robot) {
    live.awaitTraining();
    for (String tab : List.of("tab-train", "tab-uncertainty")) {
      robot.interact(() -> ((ToggleButton) live.window().lookup("#" + tab)).fire());
      for (String name : Presets.names()) {
        Experiment preset = Presets.load(name);
        robot.interact(() -> live.model().editor().open(preset));
        live.until("the answer of " + name, () -> {
          for (FigureCanvas canvas : canvases(live.window()))
            assertThat(canvas.drawn()).as(name + ": " + canvas.getId()).isNotNull();
          List<Slot> asked = tab.equals("tab-train") ? List.of(Slot.LEARNED, Slot.PASSES) : List.of(Slot.INQUIRY);
          return live.model().experiment().get().equals(preset) && live.model().run().present().isPresent()
              && asked.stream().allMatch(slot -> live.model().pump().answer(slot).filter(a -> !a.draft()).isPresent());
        });
      }
    }
  }
}
