package dropoutlab.figure.variant.time;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.Side;
import dropoutlab.figure.variant.Site;
import dropoutlab.figure.variant.Sites;
import dropoutlab.figure.variant.VariantFigure;
import dropoutlab.figure.variant.Versus;
import dropoutlab.frame.Frame;
import dropoutlab.frame.RunState;
import dropoutlab.frame.TimeEvidence;
import dropoutlab.predict.variant.time.TimeMeasures;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeViewTest {
  private static final String EMBEDDING = "{\"type\": \"embedding\", \"vocabulary\": 6, \"width\": 4%s}, ";
  private static final int STEPS = 20, UNITS = 6;

  /// A network on temporal order.
  private static String order(String word, String cell, String drop) {
    return EMBEDDING.formatted(word) + "{\"type\": \"recurrent\", \"cell\": \"" + cell + "\", \"units\": 6, \"drop\": {"
        + drop + "}}";
  }

  private static String state(String method, double p) { return "\"method\": \"" + method + "\", \"state\": " + p; }

  /// @param set of the generated data, and the bodies of A and of B
  private static Experiment experiment(String set, String a, Optional<String> b) {
    String network = "\"network\": {\"hidden\": [], \"body\": [%s]}";
    String beside = b.map(body -> ", \"beside\": [{\"name\": \"other\", " + network.formatted(body) + "}]").orElse("");
    return ExperimentJson.read("""
        {"title": "t", "data": {"type": "generated", "set": "%s", "training": 24, "validation": 40}, %s%s,
         "training": {"epochs": 2, "batch": 8, "twin": false}, "seed": 3}""".formatted(set, network.formatted(a),
        beside), "test");
  }

  private record Scene(Frame frame, DataSet data) {
    static Scene of(String set, String a, Optional<String> b, int halfSteps) {
      Experiment experiment = experiment(set, a, b);
      DataSet data = DataSets.load(experiment, Path.of("."));
      TrainingSession session = new TrainingSession(experiment, data);
      for (int i = 0; i < halfSteps; i++) session.halfStep();
      return new Scene(new FrameBuilder(session).present(1, new RunState.Paused(), 0), data);
    }

    VariantFigure figure(Look look, boolean measured) {
      Optional<TimeEvidence> evidence = measured ? Optional.of(TimeMeasures.of(frame, data, look.example()))
          : Optional.empty();
      return new VariantFigure(new TimeView(Versus.of(frame), look, data.schema(), frame.experiment().data(), evidence),
          look);
    }

    List<Site> sites(Side.Letter letter) {
      Versus versus = Versus.of(frame);
      return Sites.of(versus, letter == Side.Letter.A ? versus.a() : versus.b().orElseThrow());
    }
  }

  private static RecordingPen drawn(VariantFigure figure, double width, double height) {
    RecordingPen pen = new RecordingPen();
    figure.draw(pen, width, height, Theme.LIGHT);
    assertThat(pen.openClips).isZero();
    return pen;
  }

  private static void assertClean(RecordingPen pen, double width, double height) {
    for (RecordingPen.Text text : pen.texts) {
      assertThat(text.left()).as(text.text()).isGreaterThanOrEqualTo(-1);
      assertThat(text.right()).as(text.text()).isLessThanOrEqualTo(width + 1);
      assertThat(text.bottom()).as(text.text()).isLessThanOrEqualTo(height + 2);
    }
    for (int i = 0; i < pen.texts.size(); i++)
      for (int j = 0; j < i; j++)
        assertThat(pen.texts.get(i).overlaps(pen.texts.get(j))).as(pen.texts.get(i) + " over " + pen.texts.get(j))
            .isFalse();
  }

  @ParameterizedTest @ValueSource(strings = {"variational", "per-step", "candidate", "zoneout"})
  void everyMethodIsDrawnInEveryCellAndPhaseWithoutCuttingWords(String method) {
    for (String cell : List.of("lstm", "gru", "rnn"))
      for (int halfSteps = 0; halfSteps < 5; halfSteps++) {
        Scene scene = Scene.of("temporal-order", order("", cell, state(method, .3)),
            Optional.of(order("", cell, state("per-step", .3))), halfSteps);
        Look look = Look.print(2);
        assertClean(drawn(scene.figure(look, halfSteps == 3), 808, 480), 808, 480);
        assertClean(drawn(scene.figure(look.withParts(Look.Parts.HERO), false), 900, 345), 900, 345);
        assertClean(drawn(scene.figure(look.withParts(Look.Parts.EVIDENCE), halfSteps == 3), 540, 240), 540, 240);
      }
  }

  @Test void smallRoomsLeavePartsOutAndTinyOnesDrawWhatTheyCan() {
    Scene scene = Scene.of("temporal-order", order("", "lstm", state("zoneout", .3)), Optional.empty(), 3);
    for (double[] size : new double[][] {{700, 300}, {600, 200}, {420, 160}})
      assertClean(drawn(scene.figure(Look.print(0), true), size[0], size[1]), size[0], size[1]);
    for (double size : new double[] {1, 20, 60, 100}) drawn(scene.figure(Look.print(0), true), size, size);
  }

  @Test void whereNothingIsDroppedTheStatesAreDrawnAndTold() {
    Scene scene = Scene.of("temporal-order", order("", "gru", state("variational", 0)),
        Optional.of(order("", "gru", state("variational", 0))), 2);
    assertThat(drawn(scene.figure(Look.print(0), true), 808, 480).words()).contains("nothing is dropped");
    assertThat(scene.figure(Look.print(0), false).hit(300, 150, 808, 480).orElseThrow().text()).contains("× 1");
    assertThat(scene.sites(Side.Letter.A)).extracting(Site::name).containsExactly("state h");
    assertThat(scene.figure(Look.print(0), false).describe().text()).contains("A, No dropout: nothing is dropped.");
  }

  @Test void beforeTheMasksAreDrawnTheTitleSaysSo() {
    Scene scene = Scene.of("temporal-order", order("", "lstm", state("per-step", .3)), Optional.empty(), 1);
    assertThat(drawn(scene.figure(Look.print(0), false), 900, 600).words()).contains("no mask in this phase");
  }

  /// Each hit tells a cell whose rectangle is where the next cells say it is: the index counts units within steps.
  @Test void everyCellIsHitOnceInTheOrderOfTheSite() {
    Scene scene = Scene.of("temporal-order", order("", "lstm", state("per-step", .3)),
        Optional.of(order("", "lstm", state("variational", .3))), 3);
    VariantFigure figure = scene.figure(Look.print(1), false);
    boolean[] seen = new boolean[STEPS * UNITS];
    for (double x = 0; x < 390; x += 5)
      for (double y = 0; y < 480; y += 4)
        figure.hit(x, y, 808, 480).filter(Hit.Cell.class::isInstance).map(Hit.Cell.class::cast)
            .ifPresent(cell -> seen[cell.index()] = true);
    assertThat(seen).containsOnly(true);
    assertThat(scene.sites(Side.Letter.A)).hasSize(1).allMatch(site -> site.size() == STEPS * UNITS);
    assertThat(scene.sites(Side.Letter.B).getFirst().size()).as("of four gates the first is told")
        .isEqualTo(STEPS * UNITS);
  }

  @Test void aDroppedCellTellsItsFactorAndTheSiteOfTheStripItsName() {
    Scene scene = Scene.of("temporal-order", order("", "lstm", state("per-step", .5)), Optional.empty(), 3);
    Site site = scene.sites(Side.Letter.A).getFirst();
    int index = 0;
    while (!site.isDropped(1, index)) index++;
    Lane lane = Lane.of(Versus.of(scene.frame), Versus.of(scene.frame).a(), 0, 1);
    assertThat(lane.told(index / UNITS, index % UNITS))
        .startsWith("unit " + (index % UNITS + 1) + ", step " + (index / UNITS + 1)).contains("× 0");
    boolean found = false;
    for (double x = 0; x < 500; x += 5)
      found |= scene.figure(Look.print(1), false).hit(x, 10, 900, 600)
          .filter(new Hit.Site(0, "state h")::equals).isPresent();
    assertThat(found).isTrue();
  }

  /// By hand: a mask that lasts makes 6 decisions a sequence, fresh ones 6 x 20.
  @Test void aLastingMaskHasAsManyDrawsAsUnitsAndAFreshOneAsCells() {
    Scene scene = Scene.of("temporal-order", order("", "lstm", state("per-step", .25)),
        Optional.of(order("", "lstm", state("variational", .25))), 3);
    Versus versus = Versus.of(scene.frame);
    assertThat(SharePlot.sd(Lane.of(versus, versus.a(), 0, 0))).isEqualTo(Math.sqrt(.25 * .75 / (UNITS * STEPS)));
    assertThat(SharePlot.sd(Lane.of(versus, versus.b().orElseThrow(), 0, 0))).isEqualTo(Math.sqrt(.25 * .75 / UNITS));
    Lane lane = Lane.of(versus, versus.b().orElseThrow(), 0, 0);
    for (int unit = 0; unit < UNITS; unit++)
      for (int step = 1; step < STEPS; step++) assertThat(lane.isMarked(step, unit)).isEqualTo(lane.isMarked(0, unit));
  }

  @Test void wordTypesAreDroppedAtEveryPlaceOfAWord() {
    Scene scene = Scene.of("temporal-order", order(", \"drop\": 0.5", "lstm", state("per-step", 0)),
        Optional.of(order("", "lstm", state("per-step", .3))), 3);
    Versus versus = Versus.of(scene.frame);
    for (int example = 0; example < 8; example++) {
      Lane lane = Lane.of(versus, versus.a(), 0, example);
      StepLabels labels = StepLabels.of(versus.a(), scene.data.schema(), scene.frame.experiment().data(), example);
      for (int a = 0; a < STEPS; a++)
        for (int b = 0; b < a; b++)
          if (labels.steps().get(a).word().equals(labels.steps().get(b).word()))
            assertThat(lane.isWholeStep(a)).isEqualTo(lane.isWholeStep(b));
    }
    assertThat(scene.sites(Side.Letter.A)).extracting(Site::name).containsExactly("embedding", "state h");
    assertClean(drawn(scene.figure(Look.print(0), true), 808, 480), 808, 480);
  }

  @Test void twoLayersAndTheAddingProblemAreDrawn() {
    String stacked = """
        {"type": "reshape", "maps": 1, "rows": 20, "cols": 2},
        {"type": "recurrent", "cell": "lstm", "units": 5, "last": false,
         "drop": {"method": "per-step", "outputs": 0.3}},
        {"type": "recurrent", "cell": "gru", "units": 40,
         "drop": {"method": "per-step", "inputs": 0.2, "state": 0.2}}""";
    Scene scene = Scene.of("adding-problem", stacked, Optional.of(stacked.replace("0.3", "0").replace("0.2", "0")), 3);
    assertThat(scene.sites(Side.Letter.B)).extracting(Site::size).containsExactly(100, 100, 800);
    for (int site = 0; site < 3; site++)
      assertClean(drawn(scene.figure(Look.print(3).withSite(site).withCursor(Optional.of(new Look.Cell(site, 7))),
          true), 808, 480), 808, 480);
    assertThat(drawn(scene.figure(Look.print(3), true), 808, 480).words()).contains("LSTM 5", "GRU 40", "sum");
  }

  @Test void aNetworkWithoutDropoutIsShownBesideOneWithIt() {
    Scene scene = Scene.of("temporal-order", order("", "lstm", state("zoneout", 0)),
        Optional.of(order("", "lstm", state("zoneout", .3))), 3);
    assertClean(drawn(scene.figure(Look.print(0).withSite(1), true), 808, 480), 808, 480);
    assertThat(scene.sites(Side.Letter.B)).extracting(Site::name).containsExactly("state h", "memory c");
  }
}
