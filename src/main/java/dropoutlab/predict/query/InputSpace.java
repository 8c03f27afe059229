package dropoutlab.predict.query;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Viewport;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Task;

/// The part of the input space that pictures cover, and the points in it at which they ask the network: a line for one
/// input, a plane for two. It reaches beyond the data on every side, for it is there that uncertainty has to show.
public final class InputSpace {
  private static final int POINTS_A_CELL = 3;
  private static final double LINE_MARGIN = 0.35;
  private static final double PLANE_MARGIN = 0.25;

  private final Schema schema;
  private final Viewport window;

  InputSpace(DataSet data) {
    schema = data.schema();
    window = isLine(schema) || isPlane(schema) ? cover(data) : new Viewport(0, 1, 0, 1);
  }

  /// Whether answers are curves along one input.
  public static boolean isLine(Schema schema) {
    return schema.inputs().size() == 1 && schema.task() == Task.REGRESSION && schema.image().isEmpty();
  }

  /// Whether answers are maps over two inputs.
  public static boolean isPlane(Schema schema) {
    return schema.inputs().size() == 2 && schema.image().isEmpty() && schema.task() != Task.RECONSTRUCTION;
  }

  Viewport window() { return window; }

  /// The part of the plane that pictures of these data cover; of one input its x alone counts.
  public static Viewport window(DataSet data) { return new InputSpace(data).window; }

  private Viewport cover(DataSet data) {
    boolean line = isLine(schema);
    double[] x = range(data, 0, line ? LINE_MARGIN : PLANE_MARGIN);
    double[] y = line ? new double[] {0, 1} : range(data, 1, PLANE_MARGIN);
    return new Viewport(x[0], x[1], y[0], y[1]);
  }

  /// The training data with a margin on both sides, widened where validation data lie outside.
  private double[] range(DataSet data, int column, double margin) {
    double low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY;
    for (int r = 0; r < data.train().size(); r++) {
      low = Math.min(low, data.train().x().at(r, column));
      high = Math.max(high, data.train().x().at(r, column));
    }
    double reach = Math.max(high - low, 1e-3) * margin;
    low -= reach;
    high += reach;
    for (int r = 0; r < data.validation().size(); r++) {
      low = Math.min(low, data.validation().x().at(r, column));
      high = Math.max(high, data.validation().x().at(r, column));
    }
    return new double[] {schema.inputScaling().toRaw(column, low), schema.inputScaling().toRaw(column, high)};
  }

  /// The points along the line, (n x 1), in the user's units.
  Matrix curveX(int cells) {
    int n = POINTS_A_CELL * cells;
    return Matrix.generate(n, 1, (r, _) -> along(window.xMin(), window.xMax(), r, n - 1));
  }

  /// The same, scaled.
  Tensor curve(int cells) {
    return scaled(curveX(cells), schema);
  }

  /// The centres of the cells, (cells² x 2), scaled: row j * cells + i is column i and row j from the bottom.
  Tensor grid(int cells) {
    Tensor points = new Tensor(cells * cells, 2);
    for (int j = 0; j < cells; j++) {
      for (int i = 0; i < cells; i++) {
        double x = along(window.xMin(), window.xMax(), i + 0.5, cells);
        double y = along(window.yMin(), window.yMax(), j + 0.5, cells);
        points.set(j * cells + i, 0, (float) schema.inputScaling().toScaled(0, x));
        points.set(j * cells + i, 1, (float) schema.inputScaling().toScaled(1, y));
      }
    }
    return points;
  }

  /// Rows in the user's units, scaled.
  static Tensor scaled(Matrix raw, Schema schema) {
    Tensor x = new Tensor(raw.rows(), raw.cols());
    for (int row = 0; row < raw.rows(); row++)
      for (int c = 0; c < raw.cols(); c++)
        x.set(row, c, (float) schema.inputScaling().toScaled(c, raw.at(row, c)));
    return x;
  }

  private static double along(double from, double to, double part, double of) {
    return from + (to - from) * part / of;
  }
}
