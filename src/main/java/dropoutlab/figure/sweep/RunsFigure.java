package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.sweep.SweepTable;

/// The raster of runs: rows are values, columns seeds, blocks tasks.
public record RunsFigure(SweepTable runs, SweepLook look) implements Figure {
  @Override public void draw(Pen pen, double width, double height, Theme theme) {}
}
