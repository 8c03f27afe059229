package dropoutlab.figure.variant.beside;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.TrainedView;
import dropoutlab.frame.Curve;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Presets;
import dropoutlab.theory.SmoothedLabels;
import dropoutlab.train.TrainingSession;
import dropoutlab.words.Numbers;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The view of what stands beside dropout, for each method. Oracle: the frame, and what was measured.
class BesideViewTest {
  private static final double WIDTH = 808, HEIGHT = 480;

  static List<String> presets() {
    return List.of("l1", "l2", "weight-decay", "max-norm", "early-stopping", "label-smoothing", "mixup", "cutout");
  }

  @ParameterizedTest @MethodSource("presets") void viewIsDrawnInEveryState(String preset) {
    Experiment experiment = Presets.load(preset);
    TrainedView trained = TrainedView.of(experiment, 30);
    trained.drawEverywhere();
    trained.unmeasured().drawEverywhere();
    TrainedView.of(experiment, 0).drawEverywhere();
    TrainedView.of(experiment.withBeside(List.of()), 2).drawEverywhere();
  }

  @ParameterizedTest @MethodSource("presets") void textsDoNotStandOnEachOther(String preset) {
    TrainedView trained = TrainedView.of(Presets.load(preset), 60);
    TrainedView.requireReadable(TrainedView.draw(trained.figure(Look.print(0)), WIDTH, HEIGHT));
    TrainedView.requireReadable(TrainedView.draw(trained.figure(Look.print(0).withParts(Look.Parts.HERO)), 900, 345));
    TrainedView.requireReadable(TrainedView.draw(trained.figure(Look.print(0).withParts(Look.Parts.EVIDENCE)), 540,
        240));
  }

  /// Images with mixed targets, other inputs, and numbers.
  @Test void viewFitsOtherData() {
    for (String data : List.of("\"digits\"", "\"friedman\"", "\"sine-gap\"", "\"spirals\""))
      for (String more : List.of("\"augmentation\": {\"mixup\": 1}", "\"earlyStopping\": {\"patience\": 3}"))
        TrainedView.of(ExperimentJson.read("""
            {"data": {"set": %s, "training": 40, "validation": 20}, "network": {"hidden": [{"units": 6}]},
             "training": {"batch": 10, "twin": false, %s}}""".formatted(data, more), "other"), 5).drawEverywhere();
  }

  @Test void histogramsCountEveryWeight() {
    TrainedView trained = TrainedView.of(Presets.load("l1"), 40);
    Set<String> told = new HashSet<>();
    for (double x = 1; x < 196; x += 2)
      trained.figure(Look.print(0)).hit(x, 100, WIDTH, HEIGHT).map(Hit::text).ifPresent(told::add);
    // "hidden 1: from −1.2 to −1.1: 3 of 320"
    int counted = told.stream().mapToInt(text -> Integer.parseInt(text.replaceAll(".*: (\\d+) of 320", "$1"))).sum();
    assertThat(counted).isEqualTo(10 * 32);
  }

  @Test void noUnitStandsBeyondTheLimitOfMaxNorm() {
    TrainedView trained = TrainedView.of(Presets.load("max-norm"), 60);
    RecordingPen pen = TrainedView.draw(trained.figure(Look.print(0).withParts(Look.Parts.HERO)), 900, 345);
    assertThat(pen.words()).contains("c = 1").contains("largest 1.00");
  }

  @Test void targetsAndBestGapAreThoseOfTheLabels() {
    RecordingPen pen = TrainedView.draw(TrainedView.of(Presets.load("label-smoothing"), 30).figure(Look.print(0)),
        WIDTH, HEIGHT);
    assertThat(pen.words()).contains("0.933", "0.033", "1.000", "0.000",
        "best " + Numbers.fixed(SmoothedLabels.gap(0.1, 3), 2));
  }

  @Test void bestEpochIsTheOneWhoseWeightsArePutBack() {
    Experiment experiment = Presets.load("early-stopping").with(e -> e.training(e.training().withEpochs(12)));
    DataSet data = DataSets.load(experiment, Path.of(""));
    TrainingSession session = new TrainingSession(experiment, data);
    while (!session.finished()) session.step();
    TrainedView trained = TrainedView.of(session, data);
    int best = trained.frame().history().lowestEpoch(Curve.VALIDATION);
    RecordingPen pen = TrainedView.draw(trained.figure(Look.print(0)), WIDTH, HEIGHT);
    assertThat(pen.words()).contains("The weights of epoch " + best + " are put back.",
        "best: epoch " + best + ", " + Numbers.reading(trained.frame().history().value(Curve.VALIDATION, best)));
  }

  @Test void imagesAreThoseThatWereFed() {
    TrainedView trained = TrainedView.of(Presets.load("cutout"), 1);
    RecordingPen pen = TrainedView.draw(trained.figure(Look.print(0).withParts(Look.Parts.HERO)), 900, 345);
    assertThat(pen.images).hasSizeGreaterThanOrEqualTo(12).allMatch(pixels -> pixels.length == 256);
    int half = pen.images.size() / 2;
    assertThat(pen.images.getFirst()).as("a square of the first image is cut").isNotEqualTo(pen.images.get(half));
    assertThat(pen.boxes.stream().filter(box -> box.width() > 0 && box.height() > 0)).isNotEmpty();
  }
}
