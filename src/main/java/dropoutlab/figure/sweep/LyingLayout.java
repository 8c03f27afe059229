package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.spec.sweep.Point;
import java.util.ArrayList;
import java.util.List;

/// Where the parts of a lying figure are: labels, values, differences and the table, from the left to the right. As
/// room shrinks the table goes first, then the differences, then the legend.
///
/// @param left,middle of the panel of values
/// @param begin,end   of the panel of differences, equal if there is none
/// @param top,bottom  of the rows
/// @param table       where the columns of the table end at their right
record LyingLayout(double size, double width, double left, double middle, double begin, double end, double top,
                   double bottom, List<Double> table, boolean legend) {
  private static final double TABLE = 560, TWO_PANELS = 400, LEGEND = 200, MOST_LABEL = .4, WRAPPED = .23, UPPER = .6,
      SMALL = .92;

  LyingLayout { table = List.copyOf(table); }

  static LyingLayout of(SweepView view, double width, double height) {
    if (!Axes.roomForWords(width, height))
      return new LyingLayout(9, width, 2, Math.max(3, width - 2), 0, 0, 2, Math.max(3, height - 2), List.of(), false);
    double size = Axes.textSize(width, height);
    Type bold = new Type(Face.TEXT_BOLD, size);
    double labels = TextMeasure.widest(view.axis().points().stream().map(Point::label).toList(), bold);
    // Two lines of a label find room where rows are high.
    boolean wrapped = height / view.columns() > 3.4 * size;
    double left = Math.round(Math.min(labels, (wrapped ? Math.max(WRAPPED * width, 90) : MOST_LABEL * width)) + 12);
    boolean two = view.paired() && width >= TWO_PANELS, legend = height >= LEGEND;
    List<Double> table = two && view.wantsRows() && width >= TABLE ? table(width, size) : List.of();
    double right = table.isEmpty() ? width - 6 : tableLeft(table, size) - 12, room = right - left - (two ? 18 : 0);
    double middle = Math.round(left + (two ? UPPER * room : room));
    double top = Math.round(((legend ? 1.9 : .3) + (two ? 1.6 : .3)) * size);
    return new LyingLayout(size, width, left, middle, two ? middle + 18 : 0, two ? right : 0, top,
        Math.max(top + 10, height - Math.round(1.95 * size)), table, legend);
  }

  /// Returns the right ends of the table's columns, each as wide as its title.
  private static List<Double> table(double width, double size) {
    List<Double> ends = new ArrayList<>();
    double right = width;
    for (String title : SweepRows.titles().reversed()) {
      ends.addFirst(right);
      right -= Math.max(TextMeasure.width(title, new Type(Face.TEXT, SMALL * size)), 2.4 * size) + .8 * size;
    }
    return ends;
  }

  private static double tableLeft(List<Double> table, double size) {
    return table.getFirst() - TextMeasure.width(SweepRows.titles().getFirst(), new Type(Face.TEXT, SMALL * size));
  }

  boolean two() { return end > begin; }

  boolean worded() { return size > 9; }

  Type words() { return new Type(Face.TEXT, size); }

  Type bold() { return new Type(Face.TEXT_BOLD, size); }

  Type small() { return new Type(Face.TEXT, SMALL * size); }

  Type number() { return new Type(Face.NUMBER, SMALL * size); }

  Type numberBold() { return new Type(Face.NUMBER_BOLD, SMALL * size); }
}
