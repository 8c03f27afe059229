package dropoutlab.figure.variant;

import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Replicates.Role;
import dropoutlab.predict.variant.seeds.SeedTable.Row;
import dropoutlab.predict.variant.seeds.SeedWords.Cell;
import dropoutlab.predict.variant.seeds.SeedWords;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;

/// The table of a comparison over seeds: one row for each network with mean and standard deviation of loss and error.
///
/// @param planned how many seeds are wanted
/// @param size    of the type
/// @param top     of the first row, below the titles
/// @param high    the height of a row
record SeedRows(SeedWords words, List<Cell> losses, List<Cell> errors, int planned, double width, double size,
                double top, double high) {
  SeedRows(SeedWords words, int planned, double width, double size, double top, double high) {
    this(words, words.losses(), words.errors(), planned, width, size, top, high);
  }

  void draw(Pen pen, Theme theme) {
    Type text = new Type(Face.TEXT, size);
    double second = column(errors, words.errorTitle(), text), first = column(losses, SeedWords.lossTitle(), text);
    double gap = Math.clamp(.04 * width, 12, 48), lossRight = width - second - gap;
    pen.fill(theme.muted());
    pen.text(words.errorTitle(), width, size, text, Align.RIGHT);
    pen.text(SeedWords.lossTitle(), lossRight, size, text, Align.RIGHT);
    pen.text(Fit.within(pen, seeds(), text, lossRight - first - gap), 0, size, text, Align.LEFT);
    for (int i = 0; i < words.table().rows().size(); i++) {
      double baseline = Math.round(top + (i + .5) * high + .36 * size);
      drawName(pen, theme, i, baseline, lossRight - first - 8);
      boolean failed = words.table().rows().get(i).loss().n() == 0 && words.finished() > 0;
      Cell loss = failed ? new Cell(Words.of("compare.not_finite"), "") : losses.get(i);
      drawCell(pen, theme, i, loss, failed ? 0 : spread(losses, text.size()), lossRight, baseline);
      drawCell(pen, theme, i, errors.get(i), spread(errors, text.size()), width, baseline);
    }
  }

  private String seeds() {
    return words.finished() < planned ? Words.of("compare.seeds_of", words.finished(), planned)
        : Words.count("compare.seeds_all", words.finished());
  }

  private static double column(List<Cell> cells, String title, Type text) {
    double means = TextMeasure.widest(cells.stream().map(Cell::mean).toList(), new Type(Face.NUMBER_BOLD, text.size()));
    return Math.max(TextMeasure.width(title, text), means + spread(cells, text.size()));
  }

  private static double spread(List<Cell> cells, double size) {
    Type number = new Type(Face.NUMBER, size);
    double widest = TextMeasure.widest(cells.stream().map(Cell::sd).toList(), number);
    return widest == 0 ? 0 : widest + TextMeasure.width(Words.of("compare.sign"), number);
  }

  /// Draws badge and name, and how often the training failed.
  private void drawName(Pen pen, Theme theme, int i, double baseline, double right) {
    Row row = words.table().rows().get(i);
    double radius = Math.min(.72 * size, .48 * high), left = 2 * radius + 7;
    SeedLook.badge(pen, theme, row.role(), words.look(row.role()), radius, baseline - .36 * size, radius);
    Type type = new Type(Face.TEXT_MEDIUM, size);
    int failed = row.loss().notFinite();
    String count = failed > 1 ? Integer.toString(failed) : "";
    double mark = failed == 0 ? 0 : 17 + pen.textWidth(count, type);
    String whole = words.look(row.role()) == Role.NONE ? Words.of("compare.none.whole") : words.name(row.role());
    String name = Fit.within(pen, whole, type, right - left - mark);
    pen.fill(SeedLook.words(theme, words.look(row.role())));
    pen.text(name, left, baseline, type, Align.LEFT);
    if (failed == 0) return;
    double x = left + pen.textWidth(name, type) + 10;
    pen.stroke(theme.ink(), 1.4, Marks.SOLID);
    Marks.cross(pen, x, baseline - .36 * size, 3);
    pen.fill(theme.ink());
    pen.text(count, x + 7, baseline, type, Align.LEFT);
  }

  /// The mean has the colour of its network and is bold; the standard deviation is muted.
  ///
  /// @param spread the room for the widest standard deviation of the column and the sign before it
  private void drawCell(Pen pen, Theme theme, int i, Cell cell, double spread, double right, double baseline) {
    Type number = new Type(Face.NUMBER, size);
    Type bold = new Type(Face.NUMBER_BOLD, size);
    if (cell.mean().isEmpty()) {
      pen.fill(theme.muted());
      pen.text(Numbers.brief(Double.NaN), right, baseline, number, Align.RIGHT);
      return;
    }
    double meanRight = right - spread;
    if (!cell.sd().isEmpty()) {
      pen.fill(theme.muted());
      pen.text(cell.sd(), right, baseline, number, Align.RIGHT);
      pen.text(Words.of("compare.sign"), meanRight, baseline, number, Align.LEFT);
    }
    pen.fill(SeedLook.words(theme, words.look(words.table().rows().get(i).role())));
    pen.text(cell.mean(), meanRight, baseline, bold, Align.RIGHT);
  }
}
