package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.predict.sweep.SweepStatistics;

/// Each seed a dot over its value, the median and the middle half beside it; below, the difference to the own partner.
public record SweepFigure(SweepStatistics statistics, SweepLook look) implements Figure {
  @Override public void draw(Pen pen, double width, double height, Theme theme) {}
}
