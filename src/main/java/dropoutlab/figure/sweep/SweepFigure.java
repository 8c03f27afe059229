package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.predict.sweep.SweepWords;
import java.util.Optional;

/// Each seed a dot over its value, the median and the middle half beside it; below, the difference to the own partner.
/// Values whose names are too long for columns lie as rows; more than four values of a second axis are small multiples.
public record SweepFigure(SweepWords words, SweepLook look) implements Figure {
  /// So many series stand in one panel.
  static final int TOGETHER = 4;

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    SweepView view = new SweepView(words, look);
    if (view.series().size() > TOGETHER) new Multiples(view, width, height).draw(pen, theme);
    else Arrangement.of(view, width, height).draw(pen, theme);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    SweepView view = new SweepView(words, look);
    return view.series().size() > TOGETHER ? new Multiples(view, width, height).hit(x, y)
        : Arrangement.of(view, width, height).hit(view, x, y);
  }

  @Override public Description describe() { return new SweepTold(new SweepView(words, look)).description(); }

  @Override public Optional<DataTable> table() { return new SweepTold(new SweepView(words, look)).table(); }
}
