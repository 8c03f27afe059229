package dropoutlab.export.picture;

import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.words.Numbers;
import java.io.IOException;
import java.util.List;

/// The pages of a handout, filled from the top to the bottom. A figure stays with its heading, its caption and, where
/// there is room, with its text. All lengths are in pt.
final class HandoutPages {
  private static final double SHORT_SIDE = 595.28, LONG_SIDE = 841.89;
  private static final double SIDE = 62, TOP = 60, BOTTOM = 70;
  private static final double BETWEEN = 30;
  /// The share of a page's height that a figure may take.
  private static final double TALLEST = .62;
  private static final Type TITLE = new Type(Face.TEXT_BOLD, 21);
  private static final Type HEADING = new Type(Face.TEXT_BOLD, 13);
  private static final Type CAPTION = new Type(Face.TEXT, 8.5), NUMBER = new Type(Face.TEXT_BOLD, 8.5);
  private static final Type TEXT = new Type(Face.TEXT, 10);
  private static final Type FOOT = new Type(Face.TEXT, 8.5);
  private static final double LEADING = 1.5;
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

  private double column() { return width - 2 * SIDE; }

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
    double text = lines(entry.text(), TEXT) * TEXT.size() * LEADING;
    double block = lines(entry.heading(), HEADING) * HEADING.size() * 1.35 + 8 + high + 24
        + lines(number + "  " + entry.sheet().caption(), CAPTION) * CAPTION.size() * LEADING;
    double room = height - BOTTOM - TOP;
    // A text that is too long for any page begins where it can.
    double together = block + text <= room ? block + text : block + 2 * TEXT.size() * LEADING;
    if (y + together > height - BOTTOM && y > TOP) next();
    flow("H2", entry.heading(), HEADING, THEME.ink(), 1.35);
    y += 4;
    Sheet sheet = entry.on(wide, high);
    book.figure(sheet, SIDE, y, sheet.ptPerPixel());
    y += high + 8;
    caption(number, entry.sheet().caption());
    y += 8;
    for (String paragraph : entry.text().lines().toList()) flow("P", paragraph, TEXT, THEME.ink(), LEADING);
    y += BETWEEN;
  }

  private int lines(String text, Type type) { return text.isBlank() ? 0 : TextMeasure.wrapped(text, type, column()).size(); }

  /// The number stands before the caption's first line.
  private void caption(String number, String caption) throws IOException {
    double indent = TextMeasure.width(number + "  ", NUMBER);
    // As many spaces as make the room that the number takes.
    String room = " ".repeat((int) Math.ceil(indent / TextMeasure.width(" ", CAPTION)));
    List<String> lines = TextMeasure.wrapped(room.replace(' ', '\u00a0') + caption, CAPTION, column());
    book.tagged("Caption", () -> {
      PdfPen pen = book.pen();
      pen.fill(THEME.ink());
      pen.text(number, SIDE, y + CAPTION.size(), NUMBER, Align.LEFT);
      pen.fill(THEME.muted());
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i).replace("\u00a0", "");
        pen.text(line, i == 0 ? SIDE + indent : SIDE, y + CAPTION.size() + i * CAPTION.size() * LEADING, CAPTION, Align.LEFT);
      }
    });
    y += lines.size() * CAPTION.size() * LEADING;
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
        for (int i = 0; i < here.size(); i++) book.pen().text(here.get(i), SIDE, y + type.size() + i * each, type, Align.LEFT);
      });
      y += here.size() * each;
      from += here.size();
    }
  }
}
