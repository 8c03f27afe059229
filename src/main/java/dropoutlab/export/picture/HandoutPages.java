package dropoutlab.export.picture;

import dropoutlab.export.picture.vector.PdfBook;
import dropoutlab.export.picture.vector.PdfPen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.words.Numbers;
import java.io.IOException;
import java.util.List;

/// The pages of a handout, filled from the top to the bottom: figures and texts in a column that is read with ease, and
/// the captions in the margin beside them. A figure stays with its heading, its caption and the beginning of its text.
/// All lengths are in pt.
final class HandoutPages {
  private static final double SHORT_SIDE = 595.28, LONG_SIDE = 841.89;
  private static final double SIDE = 54, TOP = 58, BOTTOM = 70;
  private static final double BETWEEN = 26, GAP = 20;
  /// The share of a page's width, without its edges, that is margin.
  private static final double MARGIN = .25;
  /// The share of a page's height that a figure may take.
  private static final double TALLEST = .62;
  private static final Type TITLE = new Type(Face.TEXT_BOLD, 21);
  private static final Type HEADING = new Type(Face.TEXT_BOLD, 13);
  private static final Type CAPTION = new Type(Face.TEXT, 8), NUMBER = new Type(Face.TEXT_BOLD, 8);
  private static final Type TEXT = new Type(Face.TEXT, 9.5);
  private static final Type FOOT = new Type(Face.TEXT, 8.5);
  private static final double LEADING = 1.43;
  private static final int FIRST_LINES = 4;
  private static final Theme THEME = Theme.LIGHT;

  private final PdfBook book;
  private final String title;
  private final double width;
  private final double height;
  private int page;
  private double y;

  HandoutPages(PdfBook book, String title, boolean across) throws IOException {
    this.book = book;
    this.title = title;
    width = across ? LONG_SIDE : SHORT_SIDE;
    height = across ? SHORT_SIDE : LONG_SIDE;
    next();
    flow("H1", title, TITLE, THEME.ink(), 1.25);
    y += 10;
    book.artifact(() -> {
      book.pen().stroke(THEME.accent(), 2);
      book.pen().line(SIDE, y, SIDE + 44, y);
    });
    y += 22;
  }

  private double margin() { return MARGIN * (width - 2 * SIDE); }

  private double column() { return width - 2 * SIDE - margin() - GAP; }

  private void next() throws IOException {
    book.page(width, height);
    page++;
    y = TOP;
    book.artifact(() -> {
      PdfPen pen = book.pen();
      double foot = height - BOTTOM + 34;
      pen.stroke(THEME.line(), .5);
      pen.line(SIDE, foot - 14, width - SIDE, foot - 14);
      pen.fill(THEME.muted());
      if (page > 1) pen.text(title, SIDE, foot, FOOT, Align.LEFT);
      pen.text(Numbers.count(page), width - SIDE, foot, FOOT, Align.RIGHT);
    });
  }

  /// @param aspect the width of the figure over its height
  /// @param number what the figure is called: "Figure 3"
  void add(Handout.Entry entry, double aspect, String number) throws IOException {
    double wide = Math.min(column(), TALLEST * height * aspect), high = wide / aspect;
    List<String> caption = TextMeasure.wrapped(entry.sheet().caption(), CAPTION, margin());
    double figure = Math.max(high, (caption.size() + 1) * CAPTION.size() * LEADING);
    double block = lines(entry.heading(), HEADING) * HEADING.size() * 1.35 + 4 + figure + 10;
    // The text goes on on the next page where it must, but not from its first lines.
    double together = block + Math.min(FIRST_LINES, lines(entry.text(), TEXT)) * TEXT.size() * LEADING;
    if (y + together > height - BOTTOM && y > TOP) next();
    flow("H2", entry.heading(), HEADING, THEME.ink(), 1.35);
    y += 4;
    Sheet sheet = entry.on(wide, high);
    book.figure(entry.heading(), SIDE, y, sheet.ptPerPixel(), sheet.width(), sheet.height(), sheet::draw);
    caption(number, caption);
    y += figure + 10;
    for (String paragraph : entry.text().lines().toList()) flow("P", paragraph, TEXT, THEME.ink(), LEADING);
    y += BETWEEN;
  }

  private int lines(String text, Type type) {
    return text.isBlank() ? 0 : TextMeasure.wrapped(text, type, column()).size();
  }

  /// In the margin, beside the figure.
  private void caption(String number, List<String> lines) throws IOException {
    double left = SIDE + column() + GAP, each = CAPTION.size() * LEADING;
    book.tagged("Caption", () -> {
      PdfPen pen = book.pen();
      pen.fill(THEME.ink());
      pen.text(number, left, y + CAPTION.size(), NUMBER, Align.LEFT);
      pen.fill(THEME.muted());
      for (int i = 0; i < lines.size(); i++)
        pen.text(lines.get(i), left, y + CAPTION.size() + (i + 1) * each, CAPTION, Align.LEFT);
    });
  }

  /// Writes a paragraph, on as many pages as it takes.
  private void flow(String tag, String text, Type type, int argb, double leading) throws IOException {
    if (text.isBlank()) return;
    List<String> lines = TextMeasure.wrapped(text, type, column());
    double each = type.size() * leading;
    for (int from = 0; from < lines.size(); ) {
      int fit = (int) Math.max(1, Math.floor((height - BOTTOM - y) / each));
      if (y > TOP && y + each > height - BOTTOM) {
        next();
        continue;
      }
      List<String> here = lines.subList(from, Math.min(lines.size(), from + fit));
      book.tagged(tag, () -> {
        book.pen().fill(argb);
        for (int i = 0; i < here.size(); i++)
          book.pen().text(here.get(i), SIDE, y + type.size() + i * each, type, Align.LEFT);
      });
      y += here.size() * each;
      from += here.size();
    }
  }
}
