package dropoutlab.figure;

import dropoutlab.data.Schema;
import dropoutlab.frame.PointPasses;
import java.util.OptionalInt;

/// What every pass says of each class at one input, a column a class.
public final class PassesStrip implements Figure {
  private final PointPasses passes;
  private final Schema schema;
  private final OptionalInt label;

  /// @param label the true class, where it is known
  public PassesStrip(PointPasses passes, Schema schema, OptionalInt label) {
    this.passes = passes;
    this.schema = schema;
    this.label = label;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {}
}
