package dropoutlab.figure.learned;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Which;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Matrix;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a [ConfusionFigure] says of itself: how many are right, what is most often taken for what, and which class is
/// recognised worst.
final class ConfusionTold {
  private final Learned.Confusion confusion;
  private final Which which;
  private final List<String> classes;
  private final Matrix shown;

  ConfusionTold(Learned.Confusion confusion, Which which) {
    this.confusion = confusion;
    this.which = which;
    this.classes = confusion.classes();
    this.shown = which == Which.TWIN ? confusion.twin() : confusion.network();
  }

  Description describe() {
    String title = switch (which) {
      case NETWORK -> Words.of("told.confusion.title");
      case TWIN -> Words.of("told.confusion.title.twin");
      case GAP -> Words.of("told.confusion.title.gap");
    };
    if (which != Which.NETWORK && confusion.twin().isEmpty() && !confusion.network().isEmpty())
      return Description.of(title, Words.of("told.no_twin"));
    if (shown.isEmpty()) return Description.of(title, Words.of("told.confusion.empty", classes.size()));
    String drawn = Words.of(which == Which.GAP ? "told.confusion.gap" : "told.confusion.drawn", classes.size(),
        Numbers.count(total(shown)));
    if (which == Which.GAP) return Description.of(title, drawn, difference());
    return Description.of(title, drawn, right(), commonest(), extremes(), other());
  }

  private static double total(Matrix of) { return IntStream.range(0, of.size()).mapToDouble(of::get).sum(); }

  private static double right(Matrix of) { return IntStream.range(0, of.rows()).mapToDouble(k -> of.at(k, k)).sum(); }

  private String right() {
    return Words.count("told.confusion.right", (long) right(shown), Numbers.count(total(shown)),
        Shown.percent(right(shown) / total(shown), 1));
  }

  private String commonest() {
    int most = -1, n = classes.size();
    for (int cell = 0; cell < n * n; cell++)
      if (cell / n != cell % n && (most < 0 || shown.get(cell) > shown.get(most))) most = cell;
    if (most < 0 || shown.get(most) == 0) return Words.of("told.confusion.none");
    return Words.count("told.confusion.commonest", (long) shown.get(most), classes.get(most / n),
        classes.get(most % n));
  }

  /// The share of the examples of a class that are right; NaN where there are none.
  private double recalled(int truth) {
    double all = IntStream.range(0, classes.size()).mapToDouble(k -> shown.at(truth, k)).sum();
    return shown.at(truth, truth) / all;
  }

  private String extremes() {
    int worst = -1, best = -1;
    for (int k = 0; k < classes.size(); k++) {
      if (Double.isNaN(recalled(k))) continue;
      if (worst < 0 || recalled(k) < recalled(worst)) worst = k;
      if (best < 0 || recalled(k) > recalled(best)) best = k;
    }
    if (worst < 0 || recalled(worst) == recalled(best)) return "";
    return Words.of("told.confusion.extremes", classes.get(worst), Shown.percent(recalled(worst)), classes.get(best),
        Shown.percent(recalled(best)));
  }

  private String other() {
    Matrix other = which == Which.TWIN ? confusion.network() : confusion.twin();
    if (other.isEmpty()) return "";
    String name = Words.of(which == Which.TWIN ? "told.confusion.the_network" : "told.confusion.the_twin");
    long more = (long) (right(other) - right(shown));
    String share = Shown.percent(right(other) / total(other), 1);
    if (more == 0) return Words.of("told.confusion.other.same", name);
    return more > 0 ? Words.of("told.confusion.other.more", name, Numbers.count(more), share)
        : Words.of("told.confusion.other.fewer", name, Numbers.count(-more), share);
  }

  private String difference() {
    long more = (long) (right(confusion.network()) - right(confusion.twin()));
    String all = Numbers.count(total(shown));
    if (more == 0) return Words.of("told.confusion.gap.same", all);
    return more > 0 ? Words.of("told.confusion.gap.more", Numbers.count(more), all)
        : Words.of("told.confusion.gap.fewer", Numbers.count(-more), all);
  }

  /// One row a pair of classes.
  Optional<DataTable> table() {
    if (shown.isEmpty() || which == Which.GAP && confusion.twin().isEmpty()) return Optional.empty();
    DataTable.Rows rows = new DataTable.Rows(new DataTable.Column(Words.of("told.confusion.column.true")),
        new DataTable.Column(Words.of("told.confusion.column.predicted")),
        new DataTable.Column(Words.of(which == Which.GAP ? "told.confusion.column.gap"
            : "told.confusion.column.count")));
    for (int truth = 0; truth < classes.size(); truth++)
      for (int said = 0; said < classes.size(); said++)
        rows.add(classes.get(truth), classes.get(said),
            (long) (shown.at(truth, said) - (which == Which.GAP ? confusion.twin().at(truth, said) : 0)));
    return rows.table();
  }
}
