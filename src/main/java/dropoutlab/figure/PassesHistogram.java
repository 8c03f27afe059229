package dropoutlab.figure;

import dropoutlab.data.Schema;
import dropoutlab.frame.PointPasses;

/// How the passes at one input are spread.
public final class PassesHistogram implements Figure {
  private final PointPasses passes;
  private final Schema schema;

  public PassesHistogram(PointPasses passes, Schema schema) {
    this.passes = passes;
    this.schema = schema;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {}
}
