package dropoutlab.figure.variant;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.ShiftedPen;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.predict.variant.seeds.SeedTable.Difference;
import dropoutlab.predict.variant.seeds.SeedWords;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// A comparison over seeds: above, mean and standard deviation of loss and error for each network; below, the paired
/// differences of the losses; at the foot, the verdict on the first pair.
public final class SeedsFigure implements Figure {
  private static final double WIDEST = 720, HIGHEST_ROW = 32, HIGHEST_PAIR = 72, LEAST_ROW = 1.3;
  private static final double FOREST_SHARE = .55;

  private final SeedWords words;
  private final int planned;
  private final Scale range;

  /// @param planned how many seeds are wanted
  public SeedsFigure(SeedWords words, int planned) {
    this.words = words;
    this.planned = planned;
    range = SeedForest.range(words.table().differences());
  }

  /// Returns how many seeds are finished.
  public int finished() { return words.finished(); }

  /// Says the whole table in sentences.
  @Override public Description describe() { return new Description(Words.of("picture.title.seeds"), words.sentences()); }

  /// Where everything stands, in the pixels of the content, which is in the middle of the figure.
  ///
  /// @param rows   the height of a row of the table; 0 if there is no room for the table
  /// @param pairs  the height of a row of the forest
  private record Layout(double left, double top, double width, double size, double rows, double pairs) {
    double head() { return rows > 0 ? 1.5 * size : 0; }

    double forestHead() { return 1.45 * size; }

    double foot() { return 3.7 * size; }
  }

  private Layout layout(double width, double height) {
    double size = Axes.textSize(width, height), wide = Math.min(width, WIDEST);
    int table = words.table().rows().size(), pairs = words.table().differences().size();
    Layout bare = new Layout((width - wide) / 2, 0, wide, size, 1, 1);
    double left = height - bare.head() - bare.forestHead() - bare.foot();
    double pair = Math.min(HIGHEST_PAIR, pairs == 0 ? 0 : FOREST_SHARE * left / pairs);
    double row = Math.min(HIGHEST_ROW, (left - pairs * pair) / table);
    if (row < LEAST_ROW * size) {
      row = 0;
      pair = Math.clamp((height - bare.forestHead() - bare.foot()) / Math.max(1, pairs), 1, HIGHEST_PAIR);
    }
    Layout whole = new Layout(bare.left, 0, wide, size, row, pair);
    double used = whole.head() + table * row + whole.forestHead() + pairs * pair + whole.foot();
    return new Layout(bare.left, Math.max(0, Math.floor((height - used) / 2)), wide, size, row, pair);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    if (!Axes.roomForWords(width, height)) return;
    Layout at = layout(width, height);
    Pen inside = new ShiftedPen(pen, at.left, at.top);
    if (at.rows > 0) new SeedRows(words, planned, at.width, at.size, at.head(), at.rows).draw(inside, theme);
    if (words.table().differences().isEmpty()) return;
    SeedForest forest = forest(at);
    drawHead(inside, theme, at, forest);
    forest.draw(inside, theme);
    drawFoot(inside, theme, at, forest);
  }

  private double forestTop(Layout at) {
    return at.head() + words.table().rows().size() * at.rows + at.forestHead();
  }

  private SeedForest forest(Layout at) {
    List<Difference> all = words.table().differences();
    Type bold = new Type(Face.TEXT_BOLD, at.size), text = new Type(Face.TEXT, at.size);
    double names = TextMeasure.widest(all.stream().map(each -> SeedWords.title(each.pair())).toList(), bold);
    double counts = Math.max(TextMeasure.width(Words.of("compare.lower"), text),
        TextMeasure.widest(all.stream().map(each -> SeedForest.count(each.loss())).toList(), text));
    double from = Math.round(names + at.size), edge = Math.round(at.width - counts - at.size);
    double to = Math.max(from + 1, edge - SeedForest.crosses(all, at.size));
    return new SeedForest(words, range.at(from, to), forestTop(at), at.pairs, at.size, edge, at.width);
  }

  private void drawHead(Pen pen, Theme theme, Layout at, SeedForest forest) {
    pen.fill(theme.muted());
    Type type = new Type(Face.TEXT, at.size);
    double baseline = forest.top() - .5 * at.size;
    pen.text(Words.of("compare.lower"), at.width, baseline, type, Align.RIGHT);
    boolean waiting = words.table().differences().stream().allMatch(each -> each.loss().n() == 0);
    if (waiting && words.finished() == 0)
      pen.text(Words.of("compare.waiting"), forest.scale().px(0), baseline, type, Align.CENTRE);
  }

  private void drawFoot(Pen pen, Theme theme, Layout at, SeedForest forest) {
    double baseline = forest.top() + words.table().differences().size() * at.pairs + 3.3 * at.size;
    Type bold = new Type(Face.TEXT_BOLD, at.size), text = new Type(Face.TEXT, at.size);
    String verdict = words.finished() == 0 ? "" : verdict();
    pen.fill(theme.ink());
    pen.text(verdict, at.width, baseline, bold, Align.RIGHT);
    double room = at.width - pen.textWidth(verdict, bold) - at.size;
    pen.fill(theme.muted());
    pen.text(Fit.firstThatFits(pen, text, room, words.differenceTitles().toArray(String[]::new)), 0, baseline,
        text, Align.LEFT);
  }

  private String verdict() {
    Difference first = words.table().differences().getFirst();
    String pair = SeedWords.title(first.pair());
    return switch (first.loss().verdict()) {
      case LOWER -> Words.of("compare.brief.lower", pair);
      case HIGHER -> Words.of("compare.brief.higher", pair);
      case UNDECIDED -> Words.of("compare.brief.undecided", pair);
    };
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    if (!Axes.roomForWords(width, height)) return Optional.empty();
    Layout at = layout(width, height);
    double inX = x - at.left, inY = y - at.top;
    if (at.rows > 0) {
      int row = (int) Math.floor((inY - at.head()) / at.rows);
      if (row >= 0 && row < words.table().rows().size()) return Optional.of(new Hit.Place(row, 0, words.sentence(row)));
    }
    return words.table().differences().isEmpty() ? Optional.empty() : forest(at).hit(inX, inY);
  }
}
