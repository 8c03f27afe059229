package dropoutlab.figure.variant.units;

import dropoutlab.figure.variant.Side;
import dropoutlab.frame.ColumnView;
import dropoutlab.frame.Matrix;
import dropoutlab.spec.DropoutSpec.Targeted;
import java.util.List;

/// The weights into a layer in the order in which they are drawn, and which of them the example dropped.
///
/// @param order for each unit its inputs in the order of the rows
/// @param share of the weights into each unit that are candidates; 0 if the method has none
record LayerWeights(int column, ColumnView layer, int example, int[][] order, double share) {
  static LayerWeights of(Dense dense, Side side, int column) {
    ColumnView layer = SidePanel.layer(side, column);
    boolean sorted = dense.isTargeted();
    int[][] order = new int[layer.units()][];
    for (int unit = 0; unit < order.length; unit++) {
      List<Integer> ranked = Candidates.ranked(Candidates.into(layer.weights(), unit));
      order[unit] = (sorted ? ranked.stream() : ranked.stream().sorted()).mapToInt(Integer::intValue).toArray();
    }
    double share = Dense.method(side, column) instanceof Targeted targeted ? targeted.share() : 0;
    return new LayerWeights(column, layer, dense.example(side), order, share);
  }

  private Matrix weights() { return layer.weights(); }

  int units() { return weights().cols(); }

  int inputs() { return weights().rows(); }

  double weight(int from, int unit) { return weights().at(from, unit); }

  double largest() { return Math.max(Math.abs(weights().min()), Math.abs(weights().max())); }

  /// Returns the input in a row.
  int input(int row, int unit) { return order[unit][row]; }

  int row(int input, int unit) {
    int row = 0;
    while (order[unit][row] != input) row++;
    return row;
  }

  /// Returns how many of the weights into a unit are candidates.
  int candidates() { return (int) (share * inputs() + 1e-9); }

  boolean isDropped(int from, int unit) {
    return layer.dropped(example, unit) || layer.edgeDropped(example, from, unit);
  }
}
