package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.predict.sweep.SweepWords;

/// Each seed a dot over its value, the median and the middle half beside it; below, the difference to the own partner.
public record SweepFigure(SweepWords words, SweepLook look) implements Figure {
  private Arrangement arranged(double width, double height) {
    return new Standing(new SweepView(words, look), width, height);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    arranged(width, height).draw(pen, theme);
  }
}
