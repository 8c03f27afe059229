package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.TextMeasure;
import java.util.List;

/// Where the parts of a standing figure are. As room shrinks the table goes first, then the legends, then the second
/// line under the columns, then the panel of differences.
///
/// @param left,right   of the columns
/// @param top,middle   of the panel of values
/// @param begin,end    of the panel of differences, equal if there is none
/// @param rows         of the table
/// @param legends      whether there is room for them
/// @param secondLine   whether there is a second line under the columns' labels
record StandingLayout(double size, double width, double left, double right, double top, double middle, double begin,
                      double end, List<Integer> rows, boolean legends, boolean secondLine) {
  private static final double FULL_TABLE = 500, SHORT_TABLE = 385, LEGENDS = 270, LEGENDS_OF_ONE = 185,
      SECOND_LINE = 330, SECOND_OF_ONE = 190, TWO_PANELS = 265;
  private static final double RIGHT_WORDS = 400, UPPER = .63, MOST_RIGHT = .25, SMALL = .92;

  static StandingLayout of(SweepView view, double width, double height) {
    if (!Axes.roomForWords(width, height))
      return new StandingLayout(9, width, 2, Math.max(3, width - 2), 2, Math.max(3, height - 2), 0, 0, List.of(),
          false, false);
    double size = Axes.textSize(width, height);
    boolean two = view.showsDifferences() && height >= TWO_PANELS;
    double left = left(view, size), right = right(view, width, size);
    List<Integer> rows = rows(view, ColumnAxis.of(view, left, Math.max(left + 10, right)), size,
        !two ? 0 : height >= FULL_TABLE ? 4 : height >= SHORT_TABLE ? 2 : 0);
    boolean legends = view.showsSides() && height >= (width < RIGHT_WORDS ? LEGENDS_OF_ONE : LEGENDS);
    boolean second = height >= (two ? SECOND_LINE : SECOND_OF_ONE)
        && (view.series().stream().anyMatch(each -> each.own().isPresent()) || !view.confirmed().isEmpty()
        || view.showsTitle() && !titleFits(view, width - right, size));
    double top = Math.round((legends ? 1.9 : .7) * size), labels = Math.round((second ? 2.95 : 1.95) * size);
    double head = two ? Math.round(1.85 * size) : 0, table = rows.isEmpty() ? 7 : rows.size() * rowHeight(size) + 7;
    double room = Math.max(20, height - top - labels - head - table), upper = Math.round(two ? UPPER * room : room);
    double begin = top + upper + labels + head;
    return new StandingLayout(size, width, left, right, top, top + upper,
        two ? begin : 0, two ? begin + room - upper : 0, rows, legends, second);
  }

  static double rowHeight(double size) { return Math.round(1.45 * size); }

  /// Returns the rows of the table: those whose numbers fit, at most so many.
  private static List<Integer> rows(SweepView view, ColumnAxis axis, double size, int most) {
    if (!view.wantsRows() || view.series().size() > 1) return List.of();
    return new SweepRows(view, view.series().getFirst(), axis).fitting(new Type(Face.NUMBER, SMALL * size)).stream()
        .limit(most).toList();
  }

  private static double left(SweepView view, double size) {
    Type number = new Type(Face.NUMBER, SMALL * size);
    double ticks = TextMeasure.widest(Ticks.of(view, BrokenScale.of(view.values(), 0, 0, 200).main(), 40, false)
        .united(view).labels(), number);
    double words = TextMeasure.widest(view.wantsRows() && view.showsDifferences() ? SweepRows.titles() : List.of(),
        new Type(Face.TEXT, SMALL * size));
    double finite = TextMeasure.widest(StandingWords.notFinite(), new Type(Face.TEXT, SMALL * size));
    return Math.round(Math.max(Math.max(ticks, words), Math.max(finite, TextMeasure.width("100 %", number))) + 11);
  }

  private static double right(SweepView view, double width, double size) {
    if (width < RIGHT_WORDS || !view.showsSides()) return width - 8;
    double words = TextMeasure.widest(SideWords.all(view), new Type(Face.TEXT_BOLD, size));
    return Math.round(width - Math.min(MOST_RIGHT * width, words + 16));
  }

  /// Returns whether the title of the axis fits beside the labels of the columns.
  private static boolean titleFits(SweepView view, double room, double size) {
    return TextMeasure.width(view.words().axis(0), new Type(Face.TEXT, SMALL * size)) <= room - 12;
  }

  boolean two() { return end > begin; }

  /// Returns whether there are words beside the panels.
  boolean sides() { return width - right > 20; }

  boolean worded() { return size > 9; }

  Type words() { return new Type(Face.TEXT, size); }

  Type bold() { return new Type(Face.TEXT_BOLD, size); }

  Type small() { return new Type(Face.TEXT, SMALL * size); }

  Type number() { return new Type(Face.NUMBER, SMALL * size); }

  Type numberBold() { return new Type(Face.NUMBER_BOLD, SMALL * size); }

  /// Returns where a line of words has its baseline whose middle is at `y`.
  double baseline(double y) { return y + .36 * size; }

  double tableTop() { return end + 7; }

  double rowBaseline(int i) { return tableTop() + (i + .75) * rowHeight(size); }

  /// Returns where everything ends.
  double bottom() { return two() ? tableTop() + rows.size() * rowHeight(size) : middle; }
}
