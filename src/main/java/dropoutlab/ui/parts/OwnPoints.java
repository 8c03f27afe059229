package dropoutlab.ui.parts;

import dropoutlab.data.DataSet;
import dropoutlab.data.Examples;
import dropoutlab.data.Schema;
import dropoutlab.spec.DataSpec.Point;
import dropoutlab.spec.Task;
import java.util.ArrayList;
import java.util.List;

/// Turns the examples of a set that lies in a plane into points, as a person clicks them.
public final class OwnPoints {
  private OwnPoints() {}

  /// Points lie in a plane: two inputs for classes, an input and the target for regression.
  public static boolean canHold(Schema schema) {
    return switch (schema.task()) {
      case CLASSIFICATION -> schema.inputs().size() == 2;
      case REGRESSION -> schema.inputs().size() == 1;
      case RECONSTRUCTION -> false;
    };
  }

  /// All training examples, and `validation` of the others at most, in the user's units.
  public static List<Point> of(DataSet data, int validation) {
    List<Point> points = new ArrayList<>();
    add(points, data.train(), data.train().size(), data.schema());
    add(points, data.validation(), Math.min(validation, data.validation().size()), data.schema());
    return points;
  }

  /// How far a point lies from a place, in standard deviations: so plots show it, whatever the units.
  public static double distance(Schema schema, Point point, double x, double y) {
    double ySpread = schema.task() == Task.CLASSIFICATION ? schema.inputSpread(1) : schema.targetSpread();
    return Math.hypot((point.x() - x) / schema.inputSpread(0), (point.y() - y) / ySpread);
  }

  private static void add(List<Point> points, Examples examples, int count, Schema schema) {
    boolean classes = schema.task() == Task.CLASSIFICATION;
    for (int row = 0; row < count; row++) {
      double x = schema.inputScaling().toRaw(0, examples.x().at(row, 0));
      double y = classes ? schema.inputScaling().toRaw(1, examples.x().at(row, 1))
          : schema.targetScaling().toRaw(0, examples.y().at(row, 0));
      points.add(new Point(x, y, classes ? examples.label(row) : 0));
    }
  }
}
