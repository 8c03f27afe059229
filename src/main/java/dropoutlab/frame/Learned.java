package dropoutlab.frame;

import java.util.List;

/// What the network and its twin have learned, computed from one set of weights with masks off. The matrices of the
/// twin are empty without a twin. Inputs and regression targets are in the user's units.
public sealed interface Learned extends Result {
  /// Returns what the twin has learned, in the same form; empty without a twin.
  Matrix twin();

  /// Two inputs and classes: the class probabilities on a grid of `columns` x `rows` cells over the viewport. Cell
  /// (column i, row j from the bottom) is row j * columns + i of the matrix; the columns of the matrix are the classes
  /// (two if there are two).
  record DecisionMap(Viewport window, int columns, int rows, Matrix network, Matrix twin) implements Learned {}

  /// One input and regression: (n x 1) predictions along `x`.
  record FittedCurve(Matrix x, Matrix network, Matrix twin) implements Learned {}

  /// Two inputs and regression: the prediction on a grid as in [DecisionMap], in one column.
  record Surface(Viewport window, int columns, int rows, Matrix network, Matrix twin) implements Learned {}

  /// Images: the incoming weights of the units of the first layer as pictures of `width` x `height` pixels, one row per
  /// unit.
  record Features(int width, int height, Matrix network, Matrix twin) implements Learned {}

  /// Any other classification: the counts (true class x predicted class) over the validation examples.
  record Confusion(List<String> classes, Matrix network, Matrix twin) implements Learned {}

  /// Any other regression: (validation examples x 1) predictions and the true targets. Where inputs are reconstructed,
  /// all those of an example stand one under the other.
  ///
  /// @param each how many targets an example has
  record Scatter(Matrix truth, Matrix network, Matrix twin, int each) implements Learned {
    public Scatter(Matrix truth, Matrix network, Matrix twin) { this(truth, network, twin, 1); }

    /// The number of the example, from 1, to which a row belongs.
    public int example(int row) { return row / each + 1; }
  }
}
