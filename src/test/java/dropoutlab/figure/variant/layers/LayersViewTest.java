package dropoutlab.figure.variant.layers;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.DeepRuns.Moment;
import dropoutlab.figure.variant.DeepRuns;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.Versus;
import dropoutlab.frame.LayerView;
import dropoutlab.spec.Experiment;
import dropoutlab.train.TrainingSession;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The view of blocks that are skipped in all its states. Oracle: the frame that it draws.
class LayersViewTest {
  static final List<Experiment> PAIRS = List.of(
      DeepRuns.onMoons(DeepRuns.residual(12, .4, 0, 0), DeepRuns.residual(12, 0, .3, 0)),
      DeepRuns.onMoons(DeepRuns.residual(12, .4, 0, 0), DeepRuns.residual(12, 0, 0, .3)),
      DeepRuns.onMoons(DeepRuns.residual(30, .4, 0, 0), DeepRuns.residual(30, 0, 0, 0)),
          DeepRuns.onMoons(DeepRuns.residual(2, .4, 0, 0), ""),
      DeepRuns.onSequences(DeepRuns.encoders(4, 0, 0, 0, 0, .4, "pre"), DeepRuns.encoders(4, 0, 0, 0, 0, 0, "pre")));

  @ParameterizedTest @FieldSource("PAIRS")
  void everyStateIsDrawnInEverySizeWithoutOverlap(Experiment experiment) {
    DeepRuns.MOMENTS.forEach((when, steps) ->
        DeepRuns.requireClean(when, Moment.of(experiment, steps),
            Look.print(1).withSite(1).withCursor(Optional.of(new Look.Cell(1, 3)))));
  }

  @Test void theBlocksThatAnExampleSkipsAreCountedAndDashed() {
    Moment moment = Moment.of(PAIRS.getFirst(), TrainingSession::step);
    long skipped = moment.frame().network().body().stream().filter(layer -> layer instanceof LayerView.Block block
        && block.kept().at(1, 0) == 0).count();
    assertThat(skipped).isPositive();
    assertThat(moment.drawn(Look.print(1), 808, 345).words())
        .contains("skipped in this example: " + skipped + " of 12 blocks");
    assertThat(moment.figure(Look.print(1), false).describe().text()).contains(skipped + " of 12 blocks");
  }

  @Test void aPointOnABlockIsAValueOfItsBranch() {
    Moment moment = Moment.of(PAIRS.getFirst(), TrainingSession::step);
    Set<Integer> sites = new TreeSet<>();
    for (int x = 0; x < 390; x++)
      if (moment.figure(Look.print(1), false).hit(x, 60, 808, 345).orElse(null) instanceof Hit.Cell cell) {
        sites.add(cell.site());
        assertThat(cell.index()).isBetween(0, 7);
        RecordingPen pen = moment.drawn(Look.print(1)
            .withCursor(Optional.of(new Look.Cell(cell.site(), cell.index()))), 808, 345);
        int px = x;
        assertThat(pen.boxes).anySatisfy(box -> {
          assertThat(box.argb()).isEqualTo(Theme.LIGHT.ink());
          assertThat((double) px).isBetween(box.x() - 1, box.x() + box.width() + 1);
          assertThat(60.0).isBetween(box.y() - 1, box.y() + box.height() + 1);
        });
      }
    assertThat(sites).hasSize(12);
  }

  @Test void moreBlocksThanFitAreScrolledTo() {
    Moment moment = Moment.of(PAIRS.get(2), TrainingSession::step);
    assertThat(moment.drawn(Look.print(1), 808, 345).words()).contains("24 of 30").contains("1").doesNotContain("30");
    assertThat(moment.drawn(Look.print(1).withFirst(6), 808, 345).words()).contains("30");
  }

  @Test void aBlockThatChangesNothingIsSkipped() {
    Moment moment = Moment.of(PAIRS.getFirst(), TrainingSession::step);
    List<DeepBlock> blocks = DeepBlock.of(Versus.of(moment.frame()), Versus.of(moment.frame()).a());
    assertThat(blocks).hasSize(12).allSatisfy(block -> assertThat(block.change(1) == 0).isEqualTo(block.isSkipped(1)));
  }
}
