package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.predict.sweep.SweepStatistics;

/// One value against its partner, each seed a dot.
public record PairFigure(SweepStatistics statistics, SweepLook look) implements Figure {
  @Override public void draw(Pen pen, double width, double height, Theme theme) {}
}
