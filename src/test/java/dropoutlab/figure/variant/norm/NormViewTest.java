package dropoutlab.figure.variant.norm;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.TrainedView;
import dropoutlab.frame.LayerView.Kind;
import dropoutlab.frame.NormEvidence.Layer;
import dropoutlab.frame.NormEvidence;
import dropoutlab.spec.Presets;
import dropoutlab.words.Numbers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The view of dropout beside normalisation. Oracle: what was measured.
class NormViewTest {
  private static final double WIDTH = 808, HEIGHT = 480;

  @ParameterizedTest @ValueSource(strings = {"batch-norm", "batch-norm-uout", "layer-norm"})
  void viewIsDrawnInEveryState(String preset) {
    TrainedView trained = TrainedView.of(Presets.load(preset), 60);
    trained.drawEverywhere();
    trained.unmeasured().drawEverywhere();
    TrainedView.of(Presets.load(preset), 0).drawEverywhere();
    TrainedView.of(Presets.load(preset).withBeside(List.of()), 2).drawEverywhere();
    TrainedView.of(Presets.load(preset)
        .with(e -> e.network(e.network().withDropRates(e.network().dropRates().stream().map(_ -> 0.0).toList()))), 2)
        .drawEverywhere();
  }

  @ParameterizedTest @ValueSource(strings = {"batch-norm", "batch-norm-uout", "layer-norm"})
  void textsDoNotStandOnEachOther(String preset) {
    TrainedView trained = TrainedView.of(Presets.load(preset), 100);
    TrainedView.requireReadable(TrainedView.draw(trained.figure(Look.print(0)), WIDTH, HEIGHT));
    TrainedView.requireReadable(TrainedView.draw(trained.figure(Look.print(0).withParts(Look.Parts.HERO)), 900, 345));
    TrainedView.requireReadable(TrainedView.draw(trained.figure(Look.print(0).withParts(Look.Parts.EVIDENCE)), 540,
        240));
  }

  @Test void barsTellWhatWasMeasuredAndShiftedNormsAreMarked() {
    TrainedView trained = TrainedView.of(Presets.load("batch-norm"), 150);
    NormEvidence measured = (NormEvidence) trained.evidence().orElseThrow();
    List<String> told = trained.figure(Look.print(0)).hit(5, 5, WIDTH, HEIGHT).stream().map(Hit::text).toList();
    assertThat(told).isEmpty();
    RecordingPen pen = TrainedView.draw(trained.figure(Look.print(0)), WIDTH, HEIGHT);
    for (Layer layer : measured.networks().getFirst().layers()) {
      if (layer.kind() != Kind.BATCH_NORM) continue;
      assertThat(layer.isShifted()).isTrue();
      assertThat(pen.words()).contains("× " + Numbers.fixed(layer.ratio(), 2));
    }
    Layer norm = measured.networks().getFirst().layers().get(4);
    // The fifth of ten layers of A.
    String text = trained.figure(Look.print(0)).hit(34 + (392 - 34) * .45, 250, WIDTH, HEIGHT).orElseThrow().text();
    assertThat(text).startsWith("batch norm")
        .contains(Numbers.reading(norm.training()), Numbers.reading(norm.inference()));
  }

  @Test void eachSideHasItsColourAndTitle() {
    RecordingPen pen = TrainedView.draw(TrainedView.of(Presets.load("batch-norm"), 30).figure(Look.print(0)), WIDTH,
        HEIGHT);
    assertThat(pen.words()).contains("dropout before batch norm", "dropout after the last batch norm");
    assertThat(pen.boxes).extracting(RecordingPen.Box::argb).contains(Theme.LIGHT.accent(), Theme.LIGHT.rival());
  }
}
