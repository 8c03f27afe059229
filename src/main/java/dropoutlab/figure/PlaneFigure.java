package dropoutlab.figure;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Finding;
import java.util.List;

/// One map of MC dropout over the plane of two inputs.
public final class PlaneFigure implements Figure {
  /// What is mapped.
  public enum Quantity { MEAN, ENTROPY, INFORMATION, VARIANCE }

  private final DataSet data;
  private final Finding.Plane plane;
  private final Quantity quantity;

  public PlaneFigure(DataSet data, Finding.Plane plane, Quantity quantity) { this(data, plane, quantity, false); }

  /// @param ensemble maps what the ensemble says instead, on the same scales
  public PlaneFigure(DataSet data, Finding.Plane plane, Quantity quantity, boolean ensemble) {
    this.data = data;
    this.plane = plane;
    this.quantity = quantity;
  }

  /// What can be mapped: entropy and information are of classes alone.
  public static List<Quantity> quantities(Finding.Plane plane) {
    return plane.entropy().isEmpty() ? List.of(Quantity.MEAN, Quantity.VARIANCE) : List.of(Quantity.values());
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {}
}
