package dropoutlab.predict.variant.maps;

import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;

/// The mean of each map over all examples and places.
final class MapMeans {
  private MapMeans() {}

  /// @param values (examples x maps rows columns)
  static double[] of(LayerView.Maps maps, Matrix values) {
    double[] means = new double[maps.maps()];
    int area = maps.rows() * maps.columns();
    for (int i = 0; i < values.size(); i++) means[i % values.cols() / area] += values.get(i);
    for (int map = 0; map < means.length; map++) means[map] /= Math.max(1, (long) values.rows() * area);
    return means;
  }
}
