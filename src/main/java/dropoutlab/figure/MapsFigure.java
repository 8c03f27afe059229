package dropoutlab.figure;

import dropoutlab.data.DataSet;
import dropoutlab.figure.PlaneFigure.Quantity;
import dropoutlab.figure.Pen.Align;
import dropoutlab.figure.Pen.Face;
import dropoutlab.figure.Pen.Type;
import dropoutlab.frame.Finding;
import dropoutlab.spec.Task;
import java.util.List;
import java.util.Optional;

/// All maps of MC dropout over the plane of two inputs, side by side, or in two rows where the maps are larger so. For
/// classes: mean, entropy, mutual information, variance; for regression mean and variance.
public final class MapsFigure implements Figure {
  private static final double GAP = 14;
  private static final double BAR = 30;

  private final List<Quantity> quantities;
  private final List<PlaneFigure> maps;
  private final boolean classes;

  public MapsFigure(DataSet data, Finding.Plane plane) {
    quantities = PlaneFigure.quantities(plane);
    maps = quantities.stream().map(quantity -> new PlaneFigure(data, plane, quantity)).toList();
    classes = data.schema().task() == Task.CLASSIFICATION;
  }

  private String title(Quantity quantity) {
    return switch (quantity) {
      case MEAN -> classes ? "Mean class" : "Mean";
      case ENTROPY -> "Entropy";
      case INFORMATION -> "Mutual information";
      case VARIANCE -> "Variance";
    };
  }

  private static double head(double width, double height) {
    return Math.min(width, height) < 120 ? 0 : Math.round(1.7 * Axes.textSize(width, height));
  }

  private Inset inset(int i, double width, double height) {
    int rows = side(1, width, height) >= side(2, width, height) ? 1 : 2;
    int columns = (maps.size() + rows - 1) / rows;
    double w = (width - (columns - 1) * GAP) / columns;
    double h = (height - (rows - 1) * GAP) / rows;
    double head = head(width, height);
    return new Inset(i % columns * (w + GAP), i / columns * (h + GAP) + head, w, h - head);
  }

  /// How large a square map is in so many rows.
  private double side(int rows, double width, double height) {
    int columns = (maps.size() + rows - 1) / rows;
    return Math.min((width - (columns - 1) * GAP) / columns, (height - (rows - 1) * GAP) / rows - head(width, height) - BAR);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Type type = new Type(Face.TEXT_BOLD, Axes.textSize(width, height));
    for (int i = 0; i < maps.size(); i++) {
      Inset inset = inset(i, width, height);
      inset.draw(pen, maps.get(i), theme);
      if (head(width, height) == 0) continue;
      pen.fill(theme.ink());
      pen.text(Fit.within(pen, title(quantities.get(i)), type, inset.width()), inset.left(),
          inset.top() - .55 * type.size(), type, Align.LEFT);
    }
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    for (int i = 0; i < maps.size(); i++) {
      Optional<Hit> hit = inset(i, width, height).hit(maps.get(i), x, y);
      if (hit.isPresent()) return hit;
    }
    return Optional.empty();
  }
}
