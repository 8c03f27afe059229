package dropoutlab.figure.plot;

import dropoutlab.figure.plot.Series.Look;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/// The line on which what is claimed is what happens.
public final class Diagonal {
  private Diagonal() {}

  /// The series and, behind them, the diagonal.
  public static List<Series> with(List<Series> series, double from, double to) {
    List<Series> all = new ArrayList<>(series);
    double[] ends = {from, to};
    String name = Words.of("figure.diagonal.claimed");
    all.add(Series.of(name, ends, ends, Look.line(Theme::muted, 1),
        i -> Words.of("figure.told", name, Numbers.brief(ends[i]))));
    return all;
  }
}
