package dropoutlab.figure;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Finding;

/// All maps of MC dropout over the plane of two inputs, in a row.
public final class MapsFigure implements Figure {
  private final DataSet data;
  private final Finding.Plane plane;

  public MapsFigure(DataSet data, Finding.Plane plane) {
    this.data = data;
    this.plane = plane;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {}
}
