package dropoutlab.figure.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.export.picture.Format;
import dropoutlab.export.picture.Page;
import dropoutlab.export.picture.PictureFiles;
import dropoutlab.export.picture.Sheet;
import dropoutlab.export.picture.TableFile;
import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.sweep.SweepTable;
import dropoutlab.predict.sweep.SweepWords;
import dropoutlab.spec.sweep.Measure;
import dropoutlab.spec.sweep.Pair;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is drawn of a sweep. Oracles: the results themselves, counted; and the places that the test's own pen records.
class SweepFigureTest {
  private static final double WIDTH = 700, HEIGHT = 620;

  /// Sweeps along one axis with at most 40 seeds.
  static Map<String, SweepTable> sweeps() {
    return Map.of("design", Sweeps.design(), "finished", Sweeps.finished(), "one seed", Sweeps.few(9, 1), "one point",
        Sweeps.onePoint(20), "widths", Sweeps.widths(), "sizes", Sweeps.sizes(10), "regularisers",
        Sweeps.regularisers(new Pair.Of("none")), "unpaired", Sweeps.regularisers(new Pair.None()), "passes",
        Sweeps.passes(), "not finite", Sweeps.constant(5, 10, Double.POSITIVE_INFINITY));
  }

  static Iterable<String> names() { return sweeps().keySet(); }

  private static Arrangement arranged(SweepTable table) {
    return Arrangement.of(new SweepView(Sweeps.words(table), SweepLook.START), WIDTH, HEIGHT);
  }

  private static long results(SweepTable table) {
    return table.values().stream().filter(cell -> cell.state().isResult()).count();
  }

  @ParameterizedTest @MethodSource("names") void everyResultIsOneDot(String name) {
    SweepTable table = sweeps().get(name);
    List<Dot> dots = arranged(table).values().dots();
    assertThat(dots.stream().filter(dot -> dot.kind() != Dot.Kind.PARTNER && dot.point() >= 0).count())
        .isEqualTo(results(table));
    assertThat(dots.stream().filter(dot -> dot.point() >= 0).map(dot -> dot.point() + " " + dot.seed())
        .distinct().count())
        .isEqualTo(results(table));
  }

  @ParameterizedTest @MethodSource("names") void everyDotIsDrawnInsideItsPanel(String name) {
    SweepTable table = sweeps().get(name);
    Arrangement at = arranged(table);
    RecordingPen pen = new RecordingPen();
    new SweepFigure(Sweeps.words(table), SweepLook.START).draw(pen, WIDTH, HEIGHT, Theme.LIGHT);
    BrokenScale scale = at.values().scale();
    double low = Math.min(scale.main().fromPx(), scale.top()), high = Math.max(scale.main().fromPx(), scale.top());
    for (Dot dot : at.values().dots()) {
      assertThat(dot.at()).isBetween(low, high);
      assertThat(dot.along()).isBetween(at.values().axis().from(), at.values().axis().to());
      if (dot.kind() == Dot.Kind.NOT_FINITE) continue;
      boolean drawn = pen.discs.stream().anyMatch(disc -> Math.abs(at.along(disc.x(), disc.y()) - dot.along()) < .01
          && Math.abs(at.at(disc.x(), disc.y()) - dot.at()) < .01);
      assertThat(drawn).as("%s is drawn", dot).isTrue();
    }
    assertThat(pen.openClips).isZero();
  }

  @ParameterizedTest @MethodSource("names") void noTwoDotsOverlap(String name) {
    Arrangement at = arranged(sweeps().get(name));
    requireApart(at.values().dots());
    at.differences().ifPresent(panel -> requireApart(panel.dots()));
  }

  private static void requireApart(List<Dot> dots) {
    for (int i = 0; i < dots.size(); i++)
      for (Dot other : dots.subList(0, i))
        assertThat(dots.get(i).distance(other.along(), other.at())).as("%s and %s", dots.get(i), other)
            .isGreaterThan(Math.min(.9, dots.get(i).radius()) + Math.min(.9, other.radius()));
  }

  @ParameterizedTest @MethodSource("names") void pointingAtADotTellsItsRun(String name) {
    SweepTable table = sweeps().get(name);
    SweepFigure figure = new SweepFigure(Sweeps.words(table), SweepLook.START);
    Arrangement at = arranged(table);
    List<Dot> all = new ArrayList<>(at.values().dots());
    at.differences().ifPresent(panel -> all.addAll(panel.dots()));
    for (Dot dot : all) {
      // A lying figure has x and y changed.
      double x = at.along(1, 2) == 1 ? dot.along() : dot.at(), y = at.along(1, 2) == 1 ? dot.at() : dot.along();
      Hit hit = figure.hit(x, y, WIDTH, HEIGHT).orElseThrow();
      assertThat(hit).isInstanceOf(Hit.Run.class);
      assertThat(((Hit.Run) hit).point()).isEqualTo(dot.point());
      assertThat(((Hit.Run) hit).seed()).isEqualTo(dot.seed());
      assertThat(hit.text()).contains("seed " + (dot.seed() + 1)).doesNotContain("NaN");
    }
  }

  @Test void pointingTellsValuePartnerAndDifference() {
    SweepFigure figure = new SweepFigure(Sweeps.words(Sweeps.finished()), SweepLook.START);
    Dot dot = arranged(Sweeps.finished()).values().dots().stream()
        .filter(d -> d.point() == 6 && d.seed() == 1).findFirst()
        .orElseThrow();
    double own = 100 * Sweeps.moons(6, 1), twin = 100 * Sweeps.moons(0, 1);
    assertThat(figure.hit(dot.along(), dot.at(), WIDTH, HEIGHT).orElseThrow().text())
        .isEqualTo("p = 0.6, seed 2: %.1f %%; twin %.1f %%, difference %s".formatted(own, twin,
            "%+.1f".formatted(own - twin).replace('-', '\u2212')));
    Hit column = figure.hit(dot.along(), HEIGHT - 30, WIDTH, HEIGHT).orElseThrow();
    assertThat(((Hit.Run) column).seed()).isEqualTo(-1);
    assertThat(column.text()).isEqualTo(Sweeps.words(Sweeps.finished()).column(6))
        .startsWith("p 0.6: median 16.8 %, 40 pairs, ");
  }

  @Test void whatIsNotFiniteIsACrossInAStripOfItsOwnAndNothingIsCutOff() {
    Arrangement at = arranged(Sweeps.finished());
    List<Dot> crosses = at.values().dots().stream().filter(dot -> dot.kind() == Dot.Kind.NOT_FINITE).toList();
    assertThat(crosses).hasSize(20).allMatch(dot -> dot.point() == 9);
    double highest = at.values().dots().stream().filter(dot -> dot.kind() == Dot.Kind.VALUE).mapToDouble(Dot::at).min()
        .orElseThrow();
    assertThat(crosses).allMatch(dot -> dot.at() < highest);
    RecordingPen pen = drawn(Sweeps.finished(), SweepLook.START);
    assertThat(pen.words()).contains("not", "finite", "20 of 40 runs", "at p = 0.9", "twin, p = 0", "with dropout");
  }

  private static RecordingPen drawn(SweepTable table, SweepLook look) {
    RecordingPen pen = new RecordingPen();
    new SweepFigure(Sweeps.words(table), look).draw(pen, WIDTH, HEIGHT, Theme.LIGHT);
    return pen;
  }

  @Test void aDotStandsWhereItsTicksSay() {
    Arrangement at = arranged(Sweeps.finished());
    RecordingPen pen = drawn(Sweeps.finished(), SweepLook.START);
    double fifteen = tick(pen, "15"), twenty = tick(pen, "20"), point = (fifteen - twenty) / 5;
    for (Dot dot : at.values().dots()) {
      double value = 100 * Sweeps.moons(Math.max(0, dot.point()), dot.seed());
      if (dot.kind() == Dot.Kind.VALUE && !at.values().scale().isBeyond(value / 100)) assertThat(dot.at())
          .isCloseTo(fifteen - (value - 15) * point, within(.5));
    }
  }

  /// Where a label of the axis has its middle, a third of its size above the baseline.
  private static double tick(RecordingPen pen, String label) {
    RecordingPen.Text text = pen.texts.stream().filter(t -> t.text().equals(label) && t.right() < 60)
        .findFirst().orElseThrow();
    return text.baseline() - .33 / .92 * text.type().size();
  }

  @Test void theTableTellsWhatTheStatisticsTell() {
    SweepWords words = Sweeps.words(Sweeps.finished());
    RecordingPen pen = drawn(Sweeps.finished(), SweepLook.START);
    assertThat(pen.words()).contains("pairs", "median", "lower on", "sign test", "of 40", "points", "of the pairs",
        "Holm, 9 values");
    words.statistics().columns().stream().flatMap(column -> column.paired().stream()).forEach(paired ->
        assertThat(pen.words()).contains(words.difference(paired.median()), Integer.toString(paired.lower())));
    RecordingPen bare = drawn(Sweeps.finished(), SweepLook.START.withRows(false));
    assertThat(bare.words()).doesNotContain("sign test").contains("Difference to the own twin");
  }

  @Test void theSeedThatIsPointedAtIsNamedRingedAndJoined() {
    RecordingPen with = drawn(Sweeps.finished(), SweepLook.START.withSeed(OptionalInt.of(2)));
    RecordingPen without = drawn(Sweeps.finished(), SweepLook.START);
    assertThat(with.words()).contains("seed 3");
    assertThat(with.lines.size() - without.lines.size()).as("from value to value").isEqualTo(9);
    // Ten in the upper panel, and of nine differences those on the scale.
    assertThat(with.discs.size() - without.discs.size()).isBetween(18, 19);
  }

  @Test void aConfirmedValueStandsAloneOnItsNewSeeds() {
    SweepTable table = Sweeps.confirmed();
    List<Dot> anew = arranged(table).values().dots().stream().filter(dot -> dot.kind() == Dot.Kind.CONFIRMED).toList();
    assertThat(anew).hasSize(20).allMatch(dot -> dot.point() == 6);
    double last = arranged(table).values().axis().centres()[9];
    assertThat(anew).allMatch(dot -> dot.along() > last);
    SweepFigure figure = new SweepFigure(Sweeps.words(table), SweepLook.START);
    Hit hit = figure.hit(anew.getFirst().along(), anew.getFirst().at(), WIDTH, HEIGHT).orElseThrow();
    assertThat(hit.text()).startsWith("p = 0.6, seed 41: ");
    assertThat(drawn(table, SweepLook.START).words()).contains("41–60");
    // It is tested alone, not adjusted over the nine.
    double sign = Confirmed.of(Sweeps.words(table).statistics()).getFirst().column().paired().orElseThrow().sign();
    assertThat(drawn(table, SweepLook.START).words()).contains(Sweeps.words(table).p(sign));
  }

  @Test void beforeTheFirstResultThereAreColumnsAndNothingElse() {
    RecordingPen pen = drawn(Sweeps.constant(10, 10, Double.NaN), SweepLook.START);
    assertThat(pen.words()).contains("0", "0.9")
        .noneMatch(word -> word.contains("NaN") || word.contains("%") && !word.contains("95 %"));
    assertThat(pen.discs).hasSizeLessThan(4);
  }

  @Test void manySeriesAreSmallMultiplesOnOneScale() {
    RecordingPen pen = new RecordingPen();
    new SweepFigure(Sweeps.words(Sweeps.series(6, 9, 10)), SweepLook.START).draw(pen, 900, 600, Theme.LIGHT);
    assertThat(pen.words()).contains("units = 8", "units = 256");
    List<Double> ticks = pen.texts.stream().filter(text -> text.text().equals("20"))
        .map(RecordingPen.Text::baseline).toList();
    assertThat(ticks).hasSize(6);
    assertThat(ticks.stream().map(Math::round).distinct().count()).as("rows of panels").isEqualTo(2);
  }

  @Test void theTwinOfTheChosenSeriesIsTold() {
    SweepTable table = Sweeps.series(4, 9, 10);
    SweepWords words = Sweeps.words(table);
    for (int series = 0; series < 4; series++) {
      RecordingPen pen = drawn(table, SweepLook.START.withPoint(OptionalInt.of(9 * series + 3)));
      double median = words.statistics().partner(series).orElseThrow().median();
      assertThat(pen.words()).contains("units = 8", "units = 64", words.value(median));
    }
  }

  @Test void theFindingThenEachColumnAreSaid() {
    SweepWords words = Sweeps.words(Sweeps.finished());
    List<String> said = new SweepFigure(words, SweepLook.START).describe().sentences();
    assertThat(said.subList(0, words.finding().size())).isEqualTo(words.finding());
    assertThat(said).hasSize(words.finding().size() + 10).contains(words.column(6) + ".");
    assertThat(new SweepFigure(words, SweepLook.START).describe().title())
        .isEqualTo("wrong validation answers after the last epoch, against p, hidden layers");
  }

  @Test void theNumbersAreARowForEachPointAndSeed() {
    DataTable table = new SweepFigure(Sweeps.words(Sweeps.design()), SweepLook.START).table().orElseThrow();
    assertThat(table.rows()).hasSize(400);
    assertThat(TableFile.text(table).lines().limit(1)).containsExactly("\"p, hidden layers\",seed,state,"
        + "wrong validation answers after the last epoch (%),twin (%),difference (points)");
    List<Object> row = table.rows().get(40 * 6 + 1);
    assertThat(row.subList(0, 3)).containsExactly("0.6", 2L, "done");
    assertThat((Double) row.get(3)).isCloseTo(100 * Sweeps.moons(6, 1), within(1e-9));
    assertThat((Double) row.get(5)).isCloseTo(100 * (Sweeps.moons(6, 1) - Sweeps.moons(0, 1)), within(1e-9));
    assertThat(table.rows().get(40 * 6 + 18).subList(2, 4)).containsExactly("lost", null);
    assertThat(table.rows().get(399).subList(2, 4)).containsExactly("waiting", null);
  }

  @Test void theSameResultsGiveTheSameBytes() throws IOException {
    for (Format format : List.of(Format.PNG, Format.SVG, Format.PDF)) {
      byte[] first = bytes(format), second = bytes(format);
      assertThat(first).as(format.name()).isEqualTo(second);
    }
  }

  private static byte[] bytes(Format format) throws IOException {
    return PictureFiles.bytes(format, new Sheet(new SweepFigure(Sweeps.words(Sweeps.design()), SweepLook.PRINT),
        Page.ofPixels(700, 620, 1, Theme.LIGHT), "Seeds 1 to 40.", ""));
  }

  @Test void otherMeasuresHaveTheirOwnUnits() {
    RecordingPen loss = new RecordingPen(), ppm = new RecordingPen();
    new SweepFigure(Sweeps.words(Sweeps.design(), Measure.LOSS), SweepLook.PRINT)
        .draw(loss, WIDTH, HEIGHT, Theme.LIGHT);
    assertThat(loss.words()).contains("validation loss after the last epoch").noneMatch(word -> word.endsWith("%"));
    new SweepFigure(Sweeps.regression(Sweeps.few(10, 10)), SweepLook.PRINT).draw(ppm, WIDTH, HEIGHT, Theme.LIGHT);
    assertThat(ppm.words()).contains("ppm").anyMatch(word -> word.endsWith(" ppm"));
  }
}
