package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.BenchFigure;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.bench.RegulariserPicture;
import java.util.Optional;

/// The plane of both weights with the valley of the loss, dropout's penalty and the ways over p; beside it both weights
/// against p, and how strong the penalty is.
record AdaptiveL2Figure(RegulariserPicture.AdaptiveL2 of, Showing showing) implements BenchFigure {
  private static final double BESIDE_FROM = 600, GAP = 26;
  private static final double PLANE_SHARE = .56, WEIGHTS_SHARE = .56;

  private record Layout(Inset plane, Inset weights, Inset strength) {}

  private static Layout layout(double width, double height) {
    boolean beside = width >= BESIDE_FROM;
    double plane = beside ? Math.round(PLANE_SHARE * width) : width, right = plane + GAP;
    double middle = Math.round(WEIGHTS_SHARE * height);
    return new Layout(new Inset(0, 0, plane, height), beside ? new Inset(right, 0, width - right, middle - 8) : null,
        beside ? new Inset(right, middle + 4, width - right, height - middle - 4) : null);
  }

  private WeightPlane plane() { return new WeightPlane(of, showing.hidden()); }

  private WeightsOverRate weights() { return new WeightsOverRate(of, showing); }

  @Override public Told told() { return new L2Told(of, showing); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Layout layout = layout(width, height);
    layout.plane.draw(pen, plane(), theme);
    if (layout.weights == null) return;
    layout.weights.draw(pen, weights(), theme);
    layout.strength.draw(pen, new StrengthOverRate(of.p()), theme);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Layout layout = layout(width, height);
    Optional<Hit> hit = layout.plane.hit(plane(), x, y);
    if (hit.isPresent() || layout.weights == null) return hit;
    return layout.weights.hit(weights(), x, y).or(() -> layout.strength.hit(new StrengthOverRate(of.p()), x, y));
  }
}
