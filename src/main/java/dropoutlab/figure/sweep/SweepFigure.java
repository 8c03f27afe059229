package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.ShiftedPen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.predict.sweep.SweepWords;
import java.util.Optional;

/// Each seed a dot over its value, the median and the middle half beside it; below, the difference to the own partner.
/// Values whose names are too long for columns lie as rows; more than four values of a second axis are small multiples.
public record SweepFigure(SweepWords words, SweepLook look) implements Figure {
  /// So many series stand in one panel.
  static final int TOGETHER = 4;
  private static final double TITLED = 180;

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    double title = titleHeight(width, height);
    if (title > 0) drawTitle(pen, theme, width, Axes.textSize(width, height));
    SweepView view = new SweepView(words, look);
    Pen below = new ShiftedPen(pen, 0, title);
    if (view.series().size() > TOGETHER) new Multiples(view, width, height - title).draw(below, theme);
    else Arrangement.of(view, width, height - title).draw(below, theme);
  }

  private double titleHeight(double width, double height) {
    return look.titled() && height >= TITLED ? Math.round(1.6 * Axes.textSize(width, height)) : 0;
  }

  private void drawTitle(Pen pen, Theme theme, double width, double size) {
    Type type = new Type(Face.TEXT_BOLD, size);
    pen.fill(theme.ink());
    pen.text(Fit.within(pen, words.measured(), type, width), 0, size, type, Align.LEFT);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    double title = titleHeight(width, height);
    SweepView view = new SweepView(words, look);
    return view.series().size() > TOGETHER ? new Multiples(view, width, height - title).hit(x, y - title)
        : Arrangement.of(view, width, height - title).hit(view, x, y - title);
  }

  @Override public Description describe() { return new SweepTold(new SweepView(words, look)).description(); }

  @Override public Optional<DataTable> table() { return new SweepTold(new SweepView(words, look)).table(); }
}
