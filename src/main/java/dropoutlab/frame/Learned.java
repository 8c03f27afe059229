package dropoutlab.frame;

import java.util.List;

/// What the network and its twin have learned, computed from one set of weights, masks off. Twin tables are empty
/// without a twin. Inputs and regression targets are in the user's units.
public sealed interface Learned extends Result {
  /// What the twin has learned, in the same form; empty without a twin.
  Matrix twin();

  /// Two inputs, classes: the class probabilities on a grid of `columns` x `rows` cells over the window. Cell (column
  /// i, row j from the bottom) is table row j * columns + i; columns are the classes (two for binary).
  record DecisionMap(Viewport window, int columns, int rows, Matrix network, Matrix twin) implements Learned {}

  /// One input, regression: (n x 1) tables along `x`.
  record FittedCurve(Matrix x, Matrix network, Matrix twin) implements Learned {}

  /// Two inputs, regression: the prediction on a grid as in [DecisionMap], one column.
  record Surface(Viewport window, int columns, int rows, Matrix network, Matrix twin) implements Learned {}

  /// Images: the incoming weights of first-layer units as pictures, a row a unit, `width` x `height` pixels.
  record Features(int width, int height, Matrix network, Matrix twin) implements Learned {}

  /// Any other classification: counts (true class x predicted class) over the validation examples.
  record Confusion(List<String> classes, Matrix network, Matrix twin) implements Learned {}

  /// Any other regression: (validation examples x 1) predictions beside the truth.
  record Scatter(Matrix truth, Matrix network, Matrix twin) implements Learned {}
}
