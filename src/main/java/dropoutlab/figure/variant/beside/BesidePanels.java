package dropoutlab.figure.variant.beside;

import dropoutlab.figure.plot.Chart;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Series.Look;
import dropoutlab.figure.plot.Series;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import dropoutlab.figure.variant.View.Panel;
import dropoutlab.frame.BesideEvidence.Between;
import dropoutlab.frame.BesideEvidence.Gaps;
import dropoutlab.frame.BesideEvidence.Hidden;
import dropoutlab.frame.BesideEvidence.Network;
import dropoutlab.frame.BesideEvidence;
import dropoutlab.frame.Curve;
import dropoutlab.frame.Metric;
import dropoutlab.predict.variant.WeightSizes;
import dropoutlab.theory.SmoothedLabels;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// The small plots of the view: what the method is about, how the networks stand, and what either does under masks.
record BesidePanels(Scene scene) {
  private static final int MOST_ROWS = 3;

  List<Panel> all() {
    List<Panel> panels = new ArrayList<>();
    switch (scene.method().name()) {
      case "early-stopping" -> {
        panels.add(stopping());
        panels.add(norms());
      }
      case "label-smoothing" -> {
        panels.add(smoothed());
        sure().ifPresent(panels::add);
      }
      case "mixup" -> {
        between().ifPresent(panels::add);
        sure().ifPresent(panels::add);
      }
      case "cutout" -> {
        hidden().ifPresent(panels::add);
        sure().ifPresent(panels::add);
      }
      case "max-norm" -> {
        panels.add(layers("besideview.largest", WeightSizes::largestUnit, Numbers::reading,
            Optional.of(new RowsPlot.Reference(scene.strength(),
                Words.of("besideview.strength.c", Numbers.brief(scene.strength())), 0))));
        panels.add(norms());
      }
      default -> {
        panels.add(layers("besideview.near", WeightSizes::nearZero, share -> Shown.percent(share, share < .1 ? 1 : 0),
            Optional.empty()));
        panels.add(norms());
      }
    }
    underMasks().ifPresent(panels::add);
    return panels;
  }

  private List<Side> sides() { return scene.versus().sides(); }

  private Panel norms() { return layers("besideview.norms", WeightSizes::norm, Numbers::reading, Optional.empty()); }

  private Panel layers(String key, ToDoubleFunction<WeightSizes> of, DoubleFunction<String> written,
                       Optional<RowsPlot.Reference> reference) {
    int layers = scene.weights(scene.versus().a()).size(), shown = Math.min(MOST_ROWS, layers);
    List<RowsPlot.Row> rows = IntStream.range(0, shown).mapToObj(i -> new RowsPlot.Row(Scene.layer(i, layers), sides(),
        sides().stream().map(side -> of.applyAsDouble(scene.weights(side).get(i))).toList())).toList();
    return new Panel(Words.of(key), Words.of(key + ".note"), new RowsPlot(rows, written, reference));
  }

  private RowsPlot.Row row(String key, Function<Side, Double> of) {
    return new RowsPlot.Row(Words.of(key), sides(), sides().stream().map(of).toList());
  }

  private Panel stopping() {
    List<RowsPlot.Row> rows = List.of(row("besideview.going.best", side -> lowest(side)),
        row("besideview.going.last", side -> last(side)));
    return new Panel(Words.of("besideview.going"), Words.of("besideview.going.note"),
        new RowsPlot(rows, Numbers::reading));
  }

  private static Curve validation(Side side) { return new Curve(side.state().name(), Metric.VALIDATION); }

  private double lowest(Side side) {
    return finite(scene.history().value(validation(side), scene.history().lowestRow(validation(side))));
  }

  private double last(Side side) { return finite(scene.history().last(validation(side))); }

  private static double finite(double value) { return Double.isFinite(value) ? value : 0; }

  private Panel smoothed() {
    double floor = SmoothedLabels.floor(scene.strength(), scene.schema().classes().size());
    List<RowsPlot.Row> rows = List.of(row("besideview.smoothed.plain", side -> gaps(side).plain()),
        row("besideview.smoothed.smoothed", side -> gaps(side).smoothed()));
    return new Panel(Words.of("besideview.smoothed"), Words.of("besideview.smoothed.note"),
        new RowsPlot(rows, Numbers::reading,
            Optional.of(new RowsPlot.Reference(floor, Words.of("besideview.smoothed.floor", Numbers.reading(floor)),
                1))));
  }

  private Gaps gaps(Side side) { return (Gaps) scene.network(side).orElseThrow().tried().orElseThrow(); }

  private Optional<Panel> sure() {
    if (sides().stream().anyMatch(side -> scene.network(side).flatMap(Network::sure).isEmpty()))
      return Optional.empty();
    List<RowsPlot.Row> rows = List.of(row("besideview.sure.confidence", side -> sureOf(side).confidence()),
        row("besideview.sure.right", side -> sureOf(side).right()));
    return Optional.of(new Panel(Words.of("besideview.sure"), Words.of("besideview.sure.note"),
        new RowsPlot(rows, p -> Shown.percent(p, 1))));
  }

  private BesideEvidence.Sure sureOf(Side side) { return scene.network(side).flatMap(Network::sure).orElseThrow(); }

  private Optional<Panel> between() {
    return curves("besideview.between", side -> scene.network(side).flatMap(Network::tried)
        .filter(Between.class::isInstance)
        .map(Between.class::cast).map(each -> new Line(each.shares(), each.p())), true);
  }

  private Optional<Panel> hidden() {
    return curves("besideview.hidden", side -> scene.network(side).flatMap(Network::tried)
        .filter(Hidden.class::isInstance)
        .map(Hidden.class::cast).map(each ->
            new Line(each.sides().stream().map(Integer::doubleValue).toList(), each.errors())), false);
  }

  private Optional<Panel> underMasks() {
    return curves("besideview.masked", side -> scene.network(side).map(Network::masked).filter(all -> !all.isEmpty())
        .map(all -> new Line(BesideEvidence.RATES, all)), false);
  }

  private record Line(List<Double> x, List<Double> y) {}

  /// @param straight whether a straight line from corner to corner is drawn behind
  private Optional<Panel> curves(String key, Function<Side, Optional<Line>> of, boolean straight) {
    List<Series> series = new ArrayList<>();
    Span span = new Span().add(0);
    double end = 0;
    for (Side side : sides()) {
      Optional<Line> line = of.apply(side);
      if (line.isEmpty()) continue;
      line.get().y.forEach(span::add);
      end = Math.max(end, Collections.max(line.get().x));
      series.add(series(key, side, line.get()));
    }
    if (series.isEmpty()) return Optional.empty();
    double[] ends = {0, end}, corner = {0, 1};
    if (straight) series.add(Series.of("", ends, corner, Look.line(Theme::muted, 1), _ -> ""));
    Chart chart = new Chart(series, Scale.linear(0, end, 0, 1),
        Scale.linear(0, straight ? 1.05 : 1.05 * span.max(), 0, 1),
        Words.of(key + ".x"), "");
    return Optional.of(new Panel(Words.of(key), Words.of(key + ".note"), chart));
  }

  private static Series series(String key, Side side, Line line) {
    double[] x = line.x.stream().mapToDouble(Double::doubleValue).toArray(),
        y = line.y.stream().mapToDouble(Double::doubleValue).toArray();
    return Series.of(side.letter().name(), x, y, Look.line(side::colour, 1.8, side.dash()),
        i -> Words.of("besideview.curve.told", side.letter().name(), Words.of(key + ".x"), Numbers.brief(x[i]),
            Numbers.reading(y[i])));
  }
}
