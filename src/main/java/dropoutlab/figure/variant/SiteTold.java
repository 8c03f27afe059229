package dropoutlab.figure.variant;

import dropoutlab.figure.plot.PartTable;
import dropoutlab.frame.Matrix;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/// What happened to one example at the places of dropout of two networks, in words and numbers.
///
/// @param example the row of the batch, from 0
public record SiteTold(Versus versus, int example) {
  /// One sentence for each network.
  public List<String> sentences() { return versus.sides().stream().map(this::sentence).toList(); }

  private String sentence(Side side) {
    String letter = side.letter().name(), method = side.method().title();
    List<Site> drawn = Sites.of(versus, side).stream().filter(Site::isDrawn).toList();
    if (side.isNone() || Sites.of(versus, side).isEmpty()) return Words.of("toldvariants.site.none", letter, method);
    if (drawn.isEmpty()) return Words.of("toldvariants.site.waits", letter, method);
    List<String> takes = drawn.stream().filter(site -> site.droppedShare(example) > 0).map(site ->
        Words.of("toldvariants.site.share", Shown.percent(site.droppedShare(example), 1), site.name())).toList();
    List<String> factors = drawn.stream().filter(site -> site.droppedShare(example) == 0).map(this::range)
        .filter(each -> !each.isEmpty()).toList();
    if (takes.isEmpty() && factors.isEmpty()) return Words.of("toldvariants.site.none", letter, method);
    String first = takes.isEmpty() ? "" : Words.of("toldvariants.site.takes", letter, method, Words.list(takes));
    return factors.isEmpty() ? first
        : (first + " " + Words.of("toldvariants.site.multiplies", letter, method, Words.list(factors))).strip();
  }

  /// By what a place multiplies where it takes nothing; empty where all factors are alike.
  private String range(Site site) {
    Matrix factors = site.dropped().factors();
    int row = Math.min(example, factors.rows() - 1);
    double least = Double.POSITIVE_INFINITY, most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < factors.cols(); i++) {
      least = Math.min(least, factors.at(row, i));
      most = Math.max(most, factors.at(row, i));
    }
    return least < most
        ? Words.of("toldvariants.site.range", Numbers.fixed(least, 2), Numbers.fixed(most, 2), site.name()) : "";
  }

  /// A row for each value of the example at each place.
  public void tabulate(PartTable table) {
    List<Row> rows = new ArrayList<>();
    for (Side side : versus.sides())
      for (Site site : Sites.of(versus, side)) for (int i = 0; i < site.size(); i++) rows.add(new Row(side, site, i));
    if (rows.isEmpty()) return;
    PartTable.Part part = table.part(Words.of("toldvariants.site.values"));
    for (Row row : rows) {
      Site.Reading read = row.site.read(example, row.index);
      part.row(row.side.letter().name(), row.site.name(), row.index + 1, read.before(),
          row.site.isDrawn() ? read.factor() : Double.NaN, read.after());
    }
  }

  private record Row(Side side, Site site, int index) {}
}
