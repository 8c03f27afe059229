package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.scaling.CellGrid.Look;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.ScalingPicture.Microscope;
import dropoutlab.words.Words;

/// Where there is no room for matrices: the followed row alone, line by line x, m, y and its gradient by x.
record FollowedRow(Microscope of, MicroscopeLayout at) {
  private static final double NAMES = 62;

  void draw(Pen pen, Theme theme) {
    line(pen, theme, 0, Words.of("claimscaling.micro.row_x", of.row() + 1), of.x(), Look.PLAIN, Look.PLAIN);
    line(pen, theme, 1, Words.of("claimscaling.micro.row_m"), of.mask(), Look.FACTOR, Look.CROSSED);
    line(pen, theme, 2, Words.of("claimscaling.micro.row_y"), of.y(), Look.KEPT, Look.GONE);
    line(pen, theme, 3, Words.of("claimscaling.micro.row_back"), of.back(), Look.KEPT, Look.GONE);
  }

  CellGrid grid() { return new CellGrid(NAMES, 0, at.across(), at.down(), 4, at); }

  private void line(Pen pen, Theme theme, int line, String name, Matrix values, Look kept, Look dropped) {
    pen.fill(theme.muted());
    pen.text(name, NAMES - 6, grid().baseline(line), new Type(Face.TEXT, 11), Align.RIGHT);
    for (int unit = 0; unit < MicroscopeLayout.UNITS; unit++)
      grid().draw(pen, theme, line, unit, values.at(of.row(), unit),
          of.mask().at(of.row(), unit) != 0 ? kept : dropped);
  }
}
