package dropoutlab.ui.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.export.picture.PictureFiles;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.NoiseSource;
import dropoutlab.frame.Query;
import dropoutlab.frame.Result;
import dropoutlab.frame.Sampling;
import dropoutlab.run.Slot;
import dropoutlab.spec.LossKind;
import dropoutlab.spec.Presets;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.shell.LabWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The controls of the Uncertainty workspace on the two moons and on a line. Oracle: the question that the engine is
/// asked, and its answers.
@ExtendWith(ApplicationExtension.class)
class QuerySettingsTest {
  @TempDir Path folder;
  private LabWindow lab;

  @Start void start(Stage stage) { lab = new LabWindow(stage); }

  @BeforeEach void opens(FxRobot robot) {
    lab.awaitTraining();
    robot.clickOn("#tab-uncertainty");
    awaitFinding(Result.Plane.class);
  }

  @AfterEach void close() { lab.close(); }

  @Test void sliderAndFieldSetTUpToTenThousand(FxRobot robot) {
    robot.interact(() -> lab.node("T", Slider.class).requestFocus());
    robot.type(KeyCode.HOME);
    awaitSampling(new Sampling(1, true, OptionalDouble.empty()));
    robot.type(KeyCode.END);
    awaitSampling(new Sampling(10_000, true, OptionalDouble.empty()));
    assertThat(lab.node("TValue", Label.class).getText()).isEqualTo("T = 10,000");
    write(robot, "TField", "37");
    awaitSampling(new Sampling(37, true, OptionalDouble.empty()));
    assertThat(lab.node("T", Slider.class).getValue()).isEqualTo(Math.log10(37));
    lab.until("37 passes", () -> lab.model().pump().answer(Slot.INQUIRY)
        .filter(a -> a.result() instanceof Result.Plane plane && plane.passes() == 37).isPresent());
  }

  @Test void tooManyPassesAreExplainedAndNotAsked(FxRobot robot) {
    write(robot, "TField", "10001");
    assertThat(lab.node("TFieldFault", Label.class).getText()).contains("1 to 10000");
    assertThat(sampling().passes()).isEqualTo(100);
  }

  @Test void freshMasksReachTheQuestion(FxRobot robot) {
    robot.clickOn("#freshMask");
    awaitSampling(new Sampling(100, false, OptionalDouble.empty()));
    robot.clickOn("#heldMask");
    awaitSampling(Sampling.standard());
  }

  @Test void anotherRateOfThePassesIsSaidInASentence(FxRobot robot) {
    assertThat(lab.node("rateSentence", Label.class).isVisible()).isFalse();
    robot.clickOn("#rateOwn");
    robot.interact(() -> lab.node("predictionP", Slider.class).setValue(0.5));
    awaitSampling(new Sampling(100, true, OptionalDouble.of(0.5)));
    Label sentence = lab.node("rateSentence", Label.class);
    lab.until("the sentence", sentence::isVisible);
    assertThat(sentence.getText()).isEqualTo("Passes taken with p = 0.50, trained with p = 0.30.");
    robot.clickOn("#rateAsTrained");
    awaitSampling(Sampling.standard());
    lab.until("nothing to say", () -> !sentence.isVisible());
  }

  @Test void rateKeysRuleTheRateOfThePassesAndNotThatOfTheTraining(FxRobot robot) {
    robot.type(KeyCode.CLOSE_BRACKET);
    awaitSampling(new Sampling(100, true, OptionalDouble.of(0.35)));
    assertThat(lab.model().experiment().get().network().dropRates()).isEqualTo(List.of(0.0, 0.3, 0.3));
    robot.type(KeyCode.P);
    assertThat(lab.node("predictionP", Slider.class).isFocused()).isTrue();
  }

  @Test void arrowKeysMoveTheProbeOfAllMaps(FxRobot robot) {
    List<Double> before = probe();
    robot.interact(() -> lab.node("mc-map-mean", Node.class).requestFocus());
    robot.type(KeyCode.RIGHT).type(KeyCode.UP, 2);
    List<Double> after = probe();
    assertThat(after.get(0)).isGreaterThan(before.get(0));
    assertThat(after.get(1) - before.get(1)).isCloseTo(2 * step(), Offset.offset(1e-9));
    lab.until("the passes there", () -> lab.model().pump().answer(Slot.INQUIRY)
        .filter(a -> a.result() instanceof Result.Plane plane && plane.probe().isPresent()
            && Math.abs(plane.probe().get().at().at(0, 1) - after.get(1)) < 1e-5).isPresent());
  }

  private double step() {
    Result.Plane plane = (Result.Plane) lab.read(() -> lab.model().pump().answer(Slot.INQUIRY).orElseThrow().result());
    return (plane.window().yMax() - plane.window().yMin()) / 30;
  }

  @Test void clickOnAnyMapHoldsTheProbe(FxRobot robot) {
    Point2D there = lab.placeOf("mc-map-variance", Hit.Place.class::isInstance);
    FigureCanvas map = lab.node("mc-map-variance", FigureCanvas.class);
    Hit.Place place = (Hit.Place) lab.click(robot, "mc-map-variance", there,
        event -> map.hit(event.getX(), event.getY()).orElseThrow());
    assertThat(probe()).containsExactly(place.xData(), place.yData());
    robot.moveTo("#T");
    assertThat(probe()).containsExactly(place.xData(), place.yData());
  }

  /// Oracle: entropy is expected entropy plus information. All three are read in one pulse, as the training goes on and
  /// the next answer would change them between two readings.
  @Test void scoresAtTheProbeAddUp() {
    lab.until("scores", () -> !lab.text("entropy").equals("–"));
    List<Double> scores = lab.read(() -> Stream.of("entropy", "expectedEntropy", "information")
        .map(id -> Double.parseDouble(lab.text(id).replace(" nats", ""))).toList());
    assertThat(scores.get(1) + scores.get(2)).isCloseTo(scores.get(0), Offset.offset(0.0015));
  }

  @Test void noNoiseIsAskedOfClasses() {
    assertThat(lab.node("noiseFitted", Node.class).getParent()).isNotNull();
    assertThat(shows("noiseShown")).isFalse();
  }

  @Test void figuresOfThisWorkspaceCanBeExported(FxRobot robot) throws IOException {
    lab.until("the point's figures", () -> lab.node("voters", FigureCanvas.class).figure() != null);
    Map<String, Figure> figures = new LinkedHashMap<>();
    robot.interact(() -> lab.window().shown().get().figures().forEach((id, canvas) -> {
      if (canvas.get() != null) figures.put(id, canvas.get().figure());
    }));
    assertThat(figures).containsOnlyKeys("mc-map-mean", "mc-map-entropy", "mc-map-information", "mc-map-variance",
        "mc-passes", "convergence", "voters");
    for (String id : figures.keySet()) {
      Path file = folder.resolve(id + ".png");
      PictureFiles.write(figures.get(id), Theme.LIGHT, 300, 200, 1, file);
      assertThat(Files.size(file)).isGreaterThan(500);
    }
  }

  @Test void qualityComparesTheMethodsInATable(FxRobot robot) {
    robot.clickOn("#viewQuality");
    awaitFinding(Result.QualityReport.class);
    assertThat(lab.read(() -> lab.node("scores", ScoresTable.class).getChildren().stream()
        .map(node -> ((Label) node).getText()).toList()))
        .contains("masks off", "MC dropout", "accuracy", "Brier", "ECE");
  }

  @Test void resetTellsThatNothingIsTrainedYet(FxRobot robot) {
    robot.clickOn("#reset");
    lab.await("the first weights", f -> f.progress().step() == 0);
    lab.until("said so", () -> lab.node("inquiryState", javafx.scene.layout.Pane.class).getChildren().stream()
        .anyMatch(label -> ((Label) label).getText().contains("nothing is trained yet")));
  }

  @Test void givenTauReachesTheQuestionOfALine(FxRobot robot) {
    open(robot, "sine-gap", Result.Line.class);
    robot.clickOn("#noiseGiven");
    write(robot, "tau", "4");
    lab.until("tau 4", () -> lab.model().query(Slot.INQUIRY).get() instanceof Query.Line line
        && line.noise().equals(new NoiseSource.Given(4)));
    lab.until("sd 0.5", () -> lab.text("noiseShown").startsWith("sd 0.500"));
    assertThat(lab.node("noisePrior", Node.class).isDisabled()).isTrue();
  }

  @Test void aLearntNoiseCanBeRescaled(FxRobot robot) {
    open(robot, "sine-gap", Result.Line.class);
    robot.interact(() -> lab.model().editor().change(e -> e.withTraining(e.training().withLoss(LossKind.GAUSSIAN_NLL))));
    lab.until("asked no more", () -> shows("noiseRescaled") && !shows("noiseGiven"));
    assertThat(lab.text("noiseRemark")).contains("taken the spread of the masks for noise");
    robot.clickOn("#noiseRescaled");
    lab.until("rescaled", () -> lab.model().query(Slot.INQUIRY).get() instanceof Query.Line line
        && line.noise().equals(new NoiseSource.Rescaled()));
    lab.until("told", () -> lab.text("noiseFit").startsWith("learnt variances × "));
    robot.interact(() -> lab.model().editor().change(e -> e.withTraining(e.training().withLoss(LossKind.AUTO))));
    lab.until("fitted again", () -> lab.model().query(Slot.INQUIRY).get() instanceof Query.Line line
        && line.noise().equals(new NoiseSource.Fitted()));
    lab.until("with its likelihood", () -> lab.text("noiseFit").startsWith("log-likelihood "));
  }

  @Test void lengthScaleIsOfferedWithWeightDecay(FxRobot robot) {
    open(robot, "sine-gap", Result.Line.class);
    robot.interact(() -> lab.model().editor().change(e -> e.withRegulariser(e.regulariser().withL2(1e-3))));
    lab.until("offered", () -> !lab.node("noisePrior", Node.class).isDisabled());
    robot.clickOn("#noisePrior");
    write(robot, "lengthScale", "0.5");
    lab.until("l = 0.5", () -> lab.model().query(Slot.INQUIRY).get() instanceof Query.Line line
        && line.noise().equals(new NoiseSource.Prior(0.5)));
    robot.interact(() -> lab.model().editor().change(e -> e.withRegulariser(e.regulariser().withL2(0))));
    lab.until("fitted again", () -> lab.model().query(Slot.INQUIRY).get() instanceof Query.Line line
        && line.noise().equals(new NoiseSource.Fitted()));
  }

  private void open(FxRobot robot, String preset, Class<? extends Result> awaited) {
    robot.interact(() -> lab.model().editor().open(Presets.load(preset)));
    awaitFinding(awaited);
  }

  private void awaitFinding(Class<? extends Result> kind) {
    lab.until(kind.getSimpleName(), () -> lab.model().pump().answer(Slot.INQUIRY).filter(a -> kind.isInstance(a.result()))
        .isPresent());
  }

  private Sampling sampling() { return ((Query.OfPasses) lab.model().query(Slot.INQUIRY).get()).sampling(); }

  private void awaitSampling(Sampling wanted) {
    lab.until(wanted.toString(), () -> lab.model().query(Slot.INQUIRY).get() != null && sampling().equals(wanted));
  }

  private List<Double> probe() { return ((Query.Plane) lab.model().query(Slot.INQUIRY).get()).probe().orElseThrow(); }

  private boolean shows(String id) {
    for (Node node = lab.node(id, Node.class); node != null; node = node.getParent())
      if (!node.isVisible()) return false;
    return true;
  }

  private void write(FxRobot robot, String id, String text) { lab.write(robot, id, text).type(KeyCode.ENTER); }
}
