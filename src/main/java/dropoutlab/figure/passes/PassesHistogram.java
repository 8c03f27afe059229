package dropoutlab.figure.passes;

import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.PointPasses;
import java.util.Optional;

/// How the passes at one input are spread: of the value, or of the probability of the class that the passes are
/// looked at for. The mean is a solid line with one standard deviation to both sides, the prediction with the masks
/// off a dashed one; below stand the numbers.
public final class PassesHistogram implements Figure {
  private final HistogramFigure histogram;

  public PassesHistogram(PointPasses passes, Schema schema) {
    histogram = new HistogramFigure(HistogramContent.of(passes, schema));
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    histogram.draw(pen, width, height, theme);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    return histogram.hit(x, y, width, height);
  }
}
