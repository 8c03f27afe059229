package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Theme;
import dropoutlab.predict.sweep.Column;
import dropoutlab.predict.sweep.Quartiles;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The words at the right of the panel of values: what each line is, with a thin leader where a name had to move.
final class SideWords {
  private static final double LINE = 1.22, LEADER = 12;

  private final SweepView view;
  private final double size;

  SideWords(SweepView view, double size) {
    this.view = view;
    this.size = size;
  }

  /// Some lines beside a place.
  ///
  /// @param from where a leader begins; empty for none
  private record Block(List<String> lines, boolean bold, int argb, double wanted, Optional<double[]> from) {}

  /// Returns all words that may stand there, from which their room follows.
  static List<String> all(SweepView view) {
    List<String> all = new ArrayList<>(partner(view));
    all.addAll(notFinite(view));
    for (Series series : view.series()) all.add(name(view, series));
    all.addAll(SweepRows.sides(view));
    if (view.paired()) all.addAll(List.of(Words.of("sweepfigure.worse"), Words.of("sweepfigure.better")));
    return all;
  }

  /// Returns the series whose partner is drawn: that of the column that is chosen.
  private static Series ofPartner(SweepView view) {
    return view.series().stream().filter(view::isChosenSeries).findFirst().orElse(view.series().getFirst());
  }

  private static List<String> partner(SweepView view) {
    Optional<Quartiles> shared = ofPartner(view).shared();
    if (!view.paired() || shared.isEmpty()) return view.paired() ? List.of(view.partner()) : List.of();
    String name = view.isTwin() ? Words.of("sweepfigure.twin.named") : view.partner();
    double median = shared.get().median();
    return Double.isFinite(median) ? List.of(name, view.words().value(median)) : List.of(name);
  }

  private static List<String> notFinite(SweepView view) {
    List<Column> with = view.series().stream().flatMap(each -> each.columns().stream())
        .filter(column -> column.notFinite() > 0).toList();
    if (with.isEmpty()) return List.of();
    if (with.size() > 1)
      return List.of(Words.count("sweepfigure.not_finite", with.stream().mapToInt(Column::notFinite).sum()));
    Column only = with.getFirst();
    return List.of(Words.of("sweepfigure.not_finite.of", only.notFinite(), only.results()),
        Words.of("sweepfigure.not_finite.at", view.words().named(only.point())));
  }

  private static String name(SweepView view, Series series) {
    if (!series.label().isEmpty()) return view.name(series);
    return view.isTwin() && series.columns().stream().anyMatch(column -> view.drops(column.point()))
        ? Words.of("sweepfigure.with_dropout") : "";
  }

  void draw(Pen pen, Theme theme, ValuePanel panel, double left, double right, double bottom) {
    List<Block> blocks = fitting(blocks(panel, theme), bottom - panel.scale().top());
    double[] places = places(blocks, Math.min(panel.scale().top(), bottom), bottom);
    for (int i = 0; i < blocks.size(); i++) draw(pen, theme, blocks.get(i), places[i], left, right);
  }

  /// Where there is not room for all, second lines go first, and then the last blocks.
  private List<Block> fitting(List<Block> blocks, double room) {
    if (high(blocks) <= room) return blocks;
    List<Block> brief = new ArrayList<>(blocks.stream().map(block -> new Block(block.lines.subList(0, 1), block.bold,
        block.argb, block.wanted, block.from)).toList());
    while (!brief.isEmpty() && high(brief) > room) brief.removeLast();
    return brief;
  }

  private double high(List<Block> blocks) { return blocks.stream().mapToDouble(this::high).sum(); }

  private List<Block> blocks(ValuePanel panel, Theme theme) {
    List<Block> blocks = new ArrayList<>();
    List<String> infinite = notFinite(view);
    if (!infinite.isEmpty() && Double.isFinite(panel.scale().infinite()))
      blocks.add(new Block(infinite, false, theme.ink(), panel.scale().infinite(), Optional.empty()));
    for (Series series : view.series()) {
      Optional<double[]> last = last(panel, series);
      String name = name(view, series);
      if (last.isPresent() && !name.isEmpty() && panel.axis().joined())
        blocks.add(new Block(List.of(name), true, colour(theme, series), last.get()[1], last));
    }
    partnerBlock(panel, theme).ifPresent(blocks::add);
    blocks.sort(Comparator.comparingDouble(Block::wanted));
    return blocks;
  }

  private int colour(Theme theme, Series series) {
    return series.columns().stream().anyMatch(column -> view.drops(column.point())) ? theme.accent() : theme.ink();
  }

  private Optional<Block> partnerBlock(ValuePanel panel, Theme theme) {
    if (!view.paired()) return Optional.empty();
    Series first = ofPartner(view);
    double y = first.shared().map(shared -> panel.scale().px(shared.median()))
        .orElseGet(() -> lastPartner(panel, first));
    return Double.isFinite(y) ? Optional.of(new Block(partner(view), false, theme.muted(), y, Optional.empty()))
        : Optional.empty();
  }

  private static double lastPartner(ValuePanel panel, Series of) {
    return panel.scale().px(SweepView.quartiles(of.columns().getLast().partners()).median());
  }

  /// Where the line of a series ends: at its last median on the main scale.
  private static Optional<double[]> last(ValuePanel panel, Series series) {
    Optional<double[]> last = Optional.empty();
    for (int i = 0; i < series.columns().size(); i++) {
      double median = series.columns().get(i).quartiles().median();
      if (Double.isFinite(median) && !panel.scale().isBeyond(median))
        last = Optional.of(new double[] {panel.slot(series, i).ring(), panel.scale().px(median)});
    }
    return last;
  }

  /// Pushes blocks apart, each as near to its place as the one above lets it.
  private double[] places(List<Block> blocks, double top, double bottom) {
    double[] places = new double[blocks.size()];
    double free = top;
    for (int i = 0; i < places.length; i++) {
      places[i] = Math.max(blocks.get(i).wanted, free + high(blocks.get(i)) / 2);
      free = places[i] + high(blocks.get(i)) / 2;
    }
    double most = bottom;
    for (int i = places.length - 1; i >= 0; i--) {
      places[i] = Math.min(places[i], most - high(blocks.get(i)) / 2);
      most = places[i] - high(blocks.get(i)) / 2;
    }
    return places;
  }

  private double high(Block block) { return (block.lines.size() * LINE + .25) * size; }

  private void draw(Pen pen, Theme theme, Block block, double y, double left, double right) {
    Type type = new Type(block.bold ? Face.TEXT_BOLD : Face.TEXT, size);
    if (block.from.isPresent()) drawLeader(pen, theme, block, y, left);
    pen.fill(block.argb);
    double baseline = y - (block.lines.size() - 1) * LINE * size / 2 + .36 * size;
    for (int i = 0; i < block.lines.size(); i++)
      pen.text(Fit.within(pen, block.lines.get(i), type, right - left - LEADER), left + LEADER,
          baseline + i * LINE * size, type, Align.LEFT);
  }

  private void drawLeader(Pen pen, Theme theme, Block block, double y, double left) {
    double[] from = block.from.orElseThrow();
    pen.stroke(Palette.withAlpha(block.argb, .7), .9);
    pen.line(from[0] + MedianMark.RING + 2, from[1], left + LEADER - 3, y);
  }
}
