package dropoutlab.figure.variant.sites;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.catalogue.Views;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.DeepRuns.Moment;
import dropoutlab.figure.variant.DeepRuns;
import dropoutlab.figure.variant.Look;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.spec.Experiment;
import dropoutlab.train.TrainingSession;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The view of the places of an encoder in all its states. Oracle: the frame that it draws.
class SitesViewTest {
  private static final String ALL = DeepRuns.encoders(1, .1, .3, .2, .2, 0, "post"),
      NONE = DeepRuns.encoders(1, 0, 0, 0, 0, 0, "post");
  static final List<Experiment> PAIRS = List.of(DeepRuns.onSequences(ALL, NONE), DeepRuns.onSequences(ALL, ""),
      DeepRuns.onSequences(DeepRuns.encoders(1, 0, 0, .2, 0, 0, "pre"), ALL),
          DeepRuns.onSequences(DeepRuns.encoders(3, 0, 0, 0, .2, 0, "pre"), ""),
      DeepRuns.onSequences(DeepRuns.encoders(1, .2, 0, 0, 0, 0, "post"), NONE));

  @ParameterizedTest @FieldSource("PAIRS")
  void everyStateIsDrawnInEverySizeWithoutOverlap(Experiment experiment) {
    DeepRuns.MOMENTS.forEach((when, steps) -> {
      Moment moment = Moment.of(experiment, steps);
      for (Look.Shown shown : Look.Shown.values())
        DeepRuns.requireClean(when, moment,
            Look.print(1).withShown(shown).withHead(1).withCursor(Optional.of(new Look.Cell(0, 5))));
    });
  }

  @Test void theCellUnderThePointerIsTheOneThatIsFramed() {
    Moment moment = Moment.of(PAIRS.getFirst(), TrainingSession::step);
    Set<Integer> sites = new TreeSet<>();
    for (int x = 3; x < 800; x += 23)
      for (int y = 120; y < 280; y += 31) {
        if (!(moment.figure(Look.print(1), false).hit(x, y, 800, 345).orElse(null) instanceof Hit.Cell cell)) continue;
        sites.add(cell.site());
        RecordingPen pen = moment.drawn(Look.print(1)
            .withCursor(Optional.of(new Look.Cell(cell.site(), cell.index()))), 800, 345);
        int px = x, py = y;
        assertThat(pen.boxes).as("%d %d", x, y).anySatisfy(box -> {
          assertThat(box.argb()).isEqualTo(Theme.LIGHT.ink());
          assertThat((double) px).isBetween(box.x(), box.x() + box.width());
          assertThat((double) py).isBetween(box.y(), box.y() + box.height());
          assertThat(box.width()).isLessThan(40);
        });
      }
    assertThat(sites).containsExactly(0, 1, 2, 3, 4);
  }

  @Test void aRasterTellsHowManyValuesWereKept() {
    Moment moment = Moment.of(PAIRS.getFirst(), TrainingSession::step);
    LayerView.Attention attention =
        (LayerView.Attention) ((LayerView.Block) ((LayerView.Block) moment.frame().network().body().get(3))
        .inside().getFirst()).inside().getFirst();
    Matrix factors = attention.dropped().factors();
    int kept = 0;
    for (int i = 100; i < 200; i++) if (factors.at(1, i) != 0) kept++;
    assertThat(moment.drawn(Look.print(1).withHead(1), 808, 345).words())
        .contains("attention, head 2 of 2", kept + " of 100 kept");
    assertThat(moment.figure(Look.print(1).withHead(1), false).describe().text()).contains(kept + " of 100 kept");
  }

  @Test void aCellTellsItsReading() {
    Moment moment = Moment.of(PAIRS.getFirst(), TrainingSession::step);
    assertThat(cell(moment, Look.Shown.A).text()).startsWith("head 1, word").contains("×").contains("→");
    assertThat(cell(moment, Look.Shown.DIFFERENCE).text()).contains("A − B");
  }

  /// Returns one of the attention.
  private static Hit.Cell cell(Moment moment, Look.Shown shown) {
    for (int x = 3; x < 800; x += 7)
      if (moment.figure(Look.print(0).withShown(shown), false).hit(x, 200, 800, 345)
          .orElse(null) instanceof Hit.Cell cell && cell.site() == 1)
        return cell;
    throw new AssertionError("no cell of the attention");
  }

  @Test void headsAndBlocksAreChosenByAClick() {
    Moment moment = Moment.of(DeepRuns.onSequences(DeepRuns.encoders(3, 0, .2, 0, 0, 0, "pre"), ""),
        TrainingSession::step);
    Set<Integer> heads = new TreeSet<>(), blocks = new TreeSet<>();
    for (int x = 0; x < 808; x += 2)
      for (int y = 0; y < 480; y += 4)
        switch (moment.figure(Look.print(0), false).hit(x, y, 808, 480).orElse(null)) {
          case Hit.Head head -> heads.add(head.head());
          case Hit.Site site -> blocks.add(site.site());
          case null, default -> { }
        }
    assertThat(heads).containsExactly(0, 1);
    assertThat(blocks).containsExactly(0, 1, 2);
  }

  @Test void inPrintThePlaceOfTheMethodStandsInFront() {
    Moment all = Moment.of(PAIRS.getFirst(), TrainingSession::step),
        feed = Moment.of(PAIRS.get(3), TrainingSession::step);
    assertThat(Views.print(all.frame(), 2)).isEqualTo(Look.print(2).withSite(1));
    assertThat(Views.print(feed.frame(), 2)).isEqualTo(Look.print(2));
  }

  @Test void withoutBItsPictureIsThatOfA() {
    Moment moment = Moment.of(PAIRS.get(1), TrainingSession::step);
    assertThat(moment.drawn(Look.print(0).withShown(Look.Shown.B), 808, 345).words())
        .isEqualTo(moment.drawn(Look.print(0), 808, 345).words());
  }
}
