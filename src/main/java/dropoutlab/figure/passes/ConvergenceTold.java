package dropoutlab.figure.passes;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Measured;
import dropoutlab.frame.Convergence;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// What a [ConvergenceFigure] says of itself: what the last estimates are, and from how many passes on they hold.
final class ConvergenceTold {
  private final Convergence convergence;
  private final Measured of;

  ConvergenceTold(Convergence convergence, String quantity) {
    this.convergence = convergence;
    this.of = Measured.of(quantity, 0);
  }

  Description describe() {
    String title = Words.of("told.convergence.title", of.name());
    List<Integer> passes = convergence.passes();
    if (passes.isEmpty()) return Description.of(title, Words.of("told.convergence.none", of.name()));
    int last = passes.getLast();
    String drawn = Words.of("told.convergence.drawn", of.name(), passes.getFirst(), Numbers.count(last));
    if (!Double.isFinite(convergence.mean().getLast()))
      return Description.of(title, drawn, Words.of("told.not_finite"));
    String mean = within(convergence.mean(), convergence.meanSe());
    if (last == 1) return Description.of(title, drawn, Words.of("told.convergence.one", mean));
    return Description.of(title, drawn, Words.of("told.convergence.last", Numbers.count(last), mean,
        within(convergence.sd(), convergence.sdSe())), settled());
  }

  private String within(List<Double> values, List<Double> errors) {
    String told = Shown.within(values.getLast(), errors.getLast());
    return of.unit().isEmpty() ? told : Words.of("told.with_unit", told, of.unit());
  }

  /// From how many passes on the mean stays within two of its last standard errors from where it ends.
  private String settled() {
    List<Double> mean = convergence.mean();
    double end = mean.getLast(), near = 2 * convergence.meanSe().getLast();
    int from = mean.size() - 1;
    while (from > 0 && Math.abs(mean.get(from - 1) - end) <= near) from--;
    int passes = convergence.passes().get(from);
    return from == mean.size() - 1 ? Words.of("told.convergence.unsettled")
        : Words.count("told.convergence.settled", passes, of.size(near));
  }

  /// One row a number of passes.
  Optional<DataTable> table() {
    DataTable.Rows rows = new DataTable.Rows(new DataTable.Column(Words.of("told.passes")),
        of.column(Words.of("told.convergence.column.mean", of.name())),
        of.column(Words.of("told.convergence.column.mean_se")),
        of.column(Words.of("told.convergence.column.sd", of.name())),
            of.column(Words.of("told.convergence.column.sd_se")));
    for (int i = 0; i < convergence.passes().size(); i++) {
      // One pass has neither a standard deviation nor an error.
      boolean one = convergence.passes().get(i) == 1;
      rows.add(convergence.passes().get(i), convergence.mean().get(i), one ? null : convergence.meanSe().get(i),
          one ? null : convergence.sd().get(i), one ? null : convergence.sdSe().get(i));
    }
    return rows.table();
  }
}
