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
    List<String> told = drawn.stream().map(this::at).filter(each -> !each.isEmpty()).toList();
    return told.isEmpty() ? Words.of("toldvariants.site.none", letter, method)
        : Words.of("toldvariants.site", letter, method, Words.list(told));
  }

  /// What a place drops of the example, or by what it multiplies where it drops nothing; empty where it does neither.
  private String at(Site site) {
    double share = site.droppedShare(example);
    if (share > 0) return Words.of("toldvariants.site.drops", Shown.percent(share, 1), site.name());
    Matrix factors = site.dropped().factors();
    int row = Math.min(example, factors.rows() - 1);
    double least = Double.POSITIVE_INFINITY, most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < factors.cols(); i++) {
      least = Math.min(least, factors.at(row, i));
      most = Math.max(most, factors.at(row, i));
    }
    return least < most ? Words.of("toldvariants.site.factors", Numbers.fixed(least, 2), Numbers.fixed(most, 2),
        site.name())
        : "";
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
