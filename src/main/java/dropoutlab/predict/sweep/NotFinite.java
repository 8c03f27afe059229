package dropoutlab.predict.sweep;

import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Where losses were no longer finite, and where that leaves no median.
record NotFinite(SweepWords words) {
  List<String> sentences() {
    List<String> told = new ArrayList<>();
    for (int series = 0; series < words.statistics().series(); series++) told.addAll(of(series));
    return told;
  }

  private List<String> of(int series) {
    List<String> told = new ArrayList<>();
    List<Column> some = columns(series, c -> c.notFinite() > 0 && Double.isFinite(c.quartiles().median()));
    List<Column> half = columns(series, c -> c.notFinite() > 0 && 2 * c.notFinite() == c.results());
    List<Column> most = columns(series, c -> 2 * c.notFinite() > c.results());
    if (!some.isEmpty())
      told.add(Words.of("sweep.finding.not_finite", words.inSeries(series, words.places(some).where()),
          some.stream().mapToInt(Column::notFinite).sum(), some.stream().mapToInt(Column::results).sum()));
    if (!half.isEmpty()) told.add(words.inSeries(series, Words.of("sweep.finding.half", at(half))));
    if (!most.isEmpty()) told.add(words.inSeries(series, Words.of("sweep.finding.most", at(most))));
    return told;
  }

  private List<Column> columns(int series, Predicate<Column> which) {
    return words.statistics().series(series).stream().filter(which).toList();
  }

  private String at(List<Column> columns) {
    Places places = words.places(columns);
    return places.areNames() ? Words.of("sweep.where.inside_for", places.list())
        : Words.of("sweep.where.inside_at", places.list());
  }
}
