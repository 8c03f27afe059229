package dropoutlab.export.picture;

import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.TextMeasure;
import java.util.List;

/// A caption in lines at the foot of a page. It has at most a third of the page's height: longer ones have smaller
/// words.
///
/// @param sizePt the size of its words
record Caption(List<String> lines, double sizePt) {
  private static final double LEADING = 1.4;
  /// Between the figure and the caption, in the size of its words.
  private static final double ABOVE = 1.4;
  private static final double MOST_OF_PAGE = 1 / 3.0;
  private static final double SMALLER = .95;

  static Caption on(Page page, String caption) {
    if (caption.isBlank()) return new Caption(List.of(), page.captionPt());
    double width = page.widthPt() - 2 * page.marginPt();
    double sizePt = page.captionPt();
    Caption fitting = wrapped(caption, sizePt, width);
    while (fitting.heightPt() > MOST_OF_PAGE * page.heightPt()) fitting = wrapped(caption, sizePt *= SMALLER, width);
    return fitting;
  }

  private static Caption wrapped(String caption, double sizePt, double widthPt) {
    Type type = new Type(Face.TEXT, sizePt);
    return new Caption(caption.lines().flatMap(line -> TextMeasure.wrapped(line, type, widthPt).stream()).toList(),
        sizePt);
  }

  /// What it takes of the page's height, with the room above it.
  double heightPt() { return lines.isEmpty() ? 0 : (ABOVE + LEADING * lines.size()) * sizePt; }

  double baselinePt(Page page, int line) {
    return page.heightPt() - page.marginPt() - LEADING * sizePt * (lines.size() - 1 - line) - .25 * sizePt;
  }
}
