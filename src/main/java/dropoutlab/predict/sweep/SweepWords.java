package dropoutlab.predict.sweep;

import dropoutlab.data.Schema;
import java.util.List;

/// A sweep as people read it: on the screen, on paper, on the command line and aloud.
///
/// @param schema tells what the errors are: wrong classes, or a root mean squared error in the target's unit
public record SweepWords(SweepStatistics statistics, Schema schema) {
  /// The finding; the first sentence is the one that stands out.
  public List<String> finding() { throw new UnsupportedOperationException(); }

  /// What stands at a point: "p 0.6: median 17.4 %, 27 pairs, difference −3.2, −4.5 to −0.9".
  public String column(int point) { throw new UnsupportedOperationException(); }

  /// A measured value with its unit ("17.4 %"), and without ("17.4").
  public String value(double measured) { throw new UnsupportedOperationException(); }

  public String bare(double measured) { throw new UnsupportedOperationException(); }

  /// A difference with its sign ("−3.2").
  public String difference(double measured) { throw new UnsupportedOperationException(); }

  /// A p value (".07", "<.001").
  public String p(double value) { throw new UnsupportedOperationException(); }

  /// What is measured: "wrong validation answers after the last epoch".
  public String measured() { throw new UnsupportedOperationException(); }

  /// The path in words where it has some: "p, hidden layers".
  public String axis(int axis) { throw new UnsupportedOperationException(); }
}
