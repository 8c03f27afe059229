package dropoutlab.figure.variant.units;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.Side;
import dropoutlab.frame.ColumnView;
import dropoutlab.spec.DropoutSpec.Targeted.Target;
import dropoutlab.spec.DropoutSpec.Targeted;
import java.util.Optional;

/// What the place in front does, beside the network: the masks of the batch, the units by their norms, or the weights.
sealed interface SidePanel extends Figure permits MaskPanel, RankPanel, MatrixPanel {
  /// Where a value of the shown example stands; empty where it is not shown.
  Optional<Inset> place(Look.Cell cell, double width, double height);

  /// A and B have the same panel, so that they can be compared.
  static SidePanel of(Dense dense, Side side) {
    int column = dense.frontColumn();
    if (column > 0 && !side.view().layers().get(column).weights().isEmpty()) {
      if (dense.isOfWeights(column)) return new MatrixPanel(dense, side);
      if (ranksUnits(dense, column)) return new RankPanel(dense, side, column);
    }
    return new MaskPanel(dense, side, column);
  }

  private static boolean ranksUnits(Dense dense, int column) {
    return dense.versus().sides().stream()
        .anyMatch(side -> Dense.method(side, column) instanceof Targeted(double _, Target target)
            && target == Target.UNITS);
  }

  /// Returns the layer, which has a mask if anything was drawn for its units.
  static ColumnView layer(Side side, int column) { return side.view().layers().get(column); }
}
