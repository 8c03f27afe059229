package dropoutlab.figure;

import dropoutlab.figure.Series.Look;
import java.util.ArrayList;
import java.util.List;

/// The line on which what is claimed is what happens.
final class Diagonal {
  private Diagonal() {}

  /// The series and, behind them, the diagonal.
  static List<Series> with(List<Series> series, String name, double from, double to) {
    List<Series> all = new ArrayList<>(series);
    double[] ends = {from, to};
    all.add(Series.of(name, ends, ends, Look.line(Theme::faint, 1), i -> name + ": claimed = observed"));
    return all;
  }
}
