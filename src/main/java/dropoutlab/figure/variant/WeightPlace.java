package dropoutlab.figure.variant;

import dropoutlab.frame.ColumnView;
import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NetworkView;
import dropoutlab.spec.NetworkSpec.HiddenLayer;
import java.util.List;

/// The weights into a hidden layer as a place of dropout: w, its factor m, and m w. An example's row has the order of
/// the layer's matrix of weights. A unit that is dropped drops all weights into it: since f(m u) = m f(u) for a
/// piecewise linear activation, its factor is that of its weights.
public final class WeightPlace {
  /// The greatest number of factors that are told of a place, over all its examples.
  private static final int MOST = 1 << 16;

  private WeightPlace() {}

  /// Returns whether the network of a side drops weights into the column of neurons `i`.
  public static boolean isIn(Side side, int i) {
    List<HiddenLayer> hidden = side.state().inForce().hidden();
    return i > 0 && i <= hidden.size() && hidden.get(i - 1).method().dropsWeights();
  }

  /// Returns what happened to the weights into the column of neurons `i`, or to its units where the weights are too
  /// many to be shown.
  static Dropped of(Side side, int i) {
    NetworkView view = side.view();
    ColumnView column = view.layers().get(i);
    if (column.weights().isEmpty()) return column.dropped();
    Matrix weights = Matrix.generate(1, column.weights().size(), (_, c) -> column.weights().get(c));
    Matrix factors = factors(column), after = gradients(view, i);
    Matrix before = after.isEmpty() || factors.isEmpty() ? after
        : Matrix.generate(after.rows(), after.cols(), (r, c) -> after.at(r, c) * factors.at(r, c));
    return new Dropped(side.state().inForce().hidden().get(i - 1).drop(), weights, factors, Matrix.EMPTY, after,
        before);
  }

  private static Matrix factors(ColumnView column) {
    Matrix units = column.mask();
    if (units.isEmpty()) return column.weightMask();
    int weights = column.weights().size(), examples = Math.clamp(MOST / weights, 1, units.rows());
    return Matrix.generate(examples, weights, (r, c) -> units.at(r, c % column.units()));
  }

  private static Matrix gradients(NetworkView view, int i) {
    ColumnView column = view.layers().get(i);
    Matrix inputs = view.layers().get(i - 1).dropped().after(), sums = column.sumGradients();
    if (sums.isEmpty()) return Matrix.EMPTY;
    return Matrix.generate(column.weightMask().isEmpty() ? 1 : column.weightMask().rows(), column.weights().size(),
        (r, c) -> inputs.at(r, c / column.units()) * sums.at(r, c % column.units()));
  }
}
