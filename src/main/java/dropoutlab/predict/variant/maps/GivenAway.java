package dropoutlab.predict.variant.maps;

import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;

/// How much of a dropped value its kept neighbours give away.
///
/// @param r2        the share of the variance of all dropped values, around the means of their maps, that is explained by
///                  one linear regression on the mean of the kept ones among the four neighbours; a value without any is
///                  guessed to be its map's mean
/// @param seen      the share of the dropped values that have a kept neighbour
/// @param dropped   how many values were dropped
public record GivenAway(double r2, double seen, int dropped) {

  /// Measures a batch whose masks were drawn.
  public static GivenAway of(LayerView.Maps maps) {
    Dropped dropped = maps.dropped().orElseThrow();
    if (dropped.factors().isEmpty()) return new GivenAway(0, 0, 0);
    Guess guess = new Guess(maps, dropped.before(), dropped.factors());
    for (int example = 0; example < dropped.factors().rows(); example++)
      for (int i = 0; i < dropped.factors().cols(); i++)
        if (dropped.factors().at(example, i) == 0) guess.add(example, i);
    return guess.result();
  }

  /// The sums of the regression.
  private static final class Guess {
    private final LayerView.Maps maps;
    private final Matrix values;
    private final Matrix factors;
    private final double[] means;
    private int all, seen;
    private double squares, x, y, xx, xy, yy;

    Guess(LayerView.Maps maps, Matrix values, Matrix factors) {
      this.maps = maps;
      this.values = values;
      this.factors = factors;
      means = MapMeans.of(maps, values);
    }

    void add(int example, int i) {
      double value = centred(example, i), neighbours = neighbours(example, i);
      all++;
      squares += value * value;
      if (Double.isNaN(neighbours)) return;
      seen++;
      x += neighbours;
      y += value;
      xx += neighbours * neighbours;
      xy += neighbours * value;
      yy += value * value;
    }

    private double centred(int example, int i) {
      return values.at(example, i) - means[i / (maps.rows() * maps.columns())];
    }

    /// Returns the mean of the kept neighbours; NaN if there are none.
    private double neighbours(int example, int i) {
      int cols = maps.columns(), col = i % cols, row = i / cols % maps.rows(), kept = 0;
      int[] at = {col > 0 ? i - 1 : -1, col + 1 < cols ? i + 1 : -1, row > 0 ? i - cols : -1,
          row + 1 < maps.rows() ? i + cols : -1};
      double sum = 0;
      for (int j : at)
        if (j >= 0 && factors.at(example, j) != 0) {
          sum += centred(example, j);
          kept++;
        }
      return sum / kept;
    }

    /// The regression has an intercept, for dropped values that have a neighbour may have another mean than all values.
    GivenAway result() {
      double sxx = xx - x * x / Math.max(1, seen), sxy = xy - x * y / Math.max(1, seen);
      double left = squares - yy + (yy - y * y / Math.max(1, seen)) - (sxx == 0 ? 0 : sxy * sxy / sxx);
      return new GivenAway(squares == 0 ? 0 : 1 - left / squares, all == 0 ? 0 : (double) seen / all, all);
    }
  }
}
