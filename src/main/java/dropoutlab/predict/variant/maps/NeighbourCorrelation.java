package dropoutlab.predict.variant.maps;

import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import java.util.ArrayList;
import java.util.List;

/// How alike neighbours in feature maps are: the correlation of values that are k pixels apart, along rows and columns
/// (Tompson et al. 2015, section 3.2). Where neighbours say nearly the same, dropping single pixels hides little.
public final class NeighbourCorrelation {
  private NeighbourCorrelation() {}

  /// Returns the correlations of what a layer gave out for k = 0, ..., `most`.
  public static List<Double> ofValues(LayerView.Maps maps, int most) { return of(maps, maps.values(), most); }

  /// Returns the correlations of its mask: of whether a value was dropped.
  public static List<Double> ofMask(LayerView.Maps maps, int most) {
    Matrix factors = maps.dropped().orElseThrow().factors();
    return of(maps, Matrix.generate(factors.rows(), factors.cols(), (r, c) -> factors.at(r, c) == 0 ? 1 : 0), most);
  }

  /// Values are taken around the mean of their map over all examples and places. Where nothing varies the correlation is
  /// 0.
  private static List<Double> of(LayerView.Maps maps, Matrix values, int most) {
    double[] means = MapMeans.of(maps, values);
    List<Double> correlations = new ArrayList<>();
    for (int apart = 0; apart <= most; apart++) correlations.add(new Pairs(maps, values, means).correlation(apart));
    return correlations;
  }

  /// Sums over pairs of values.
  private static final class Pairs {
    private final LayerView.Maps maps;
    private final Matrix values;
    private final double[] means;
    private double xx, yy, xy;

    Pairs(LayerView.Maps maps, Matrix values, double[] means) {
      this.maps = maps;
      this.values = values;
      this.means = means;
    }

    double correlation(int apart) {
      int rows = maps.rows(), cols = maps.columns();
      for (int example = 0; example < values.rows(); example++)
        for (int i = 0; i < values.cols(); i++) {
          if (i % cols + apart < cols) add(example, i, i + apart);
          if (apart > 0 && i / cols % rows + apart < rows) add(example, i, i + apart * cols);
        }
      return xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy);
    }

    private void add(int example, int i, int j) {
      double mean = means[i / (maps.rows() * maps.columns())];
      double x = values.at(example, i) - mean, y = values.at(example, j) - mean;
      xx += x * x;
      yy += y * y;
      xy += x * y;
    }
  }
}
