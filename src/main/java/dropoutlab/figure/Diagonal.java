package dropoutlab.figure;

import dropoutlab.figure.Series.Look;
import java.util.ArrayList;
import java.util.List;

/// The line on which what is claimed is what happens.
final class Diagonal {
  private Diagonal() {}

  /// The series and, behind them, the diagonal.
  static List<Series> with(List<Series> series, double from, double to) {
    List<Series> all = new ArrayList<>(series);
    double[] ends = {from, to};
    all.add(Series.of("as claimed", ends, ends, Look.line(Theme::muted, 1), i -> "as claimed: " + Numbers.brief(ends[i])));
    return all;
  }
}
