package dropoutlab.figure.quality;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Measured;
import dropoutlab.figure.plot.Summary;
import dropoutlab.figure.plot.Than;
import dropoutlab.frame.Method;
import dropoutlab.frame.Quality.Left;
import dropoutlab.frame.Quality.Sparsification;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// What a [SparsificationFigure] says of itself: whether the error falls as the most uncertain examples are left out,
/// and how near it comes to the oracle.
final class SparsificationTold {
  private static final double HALF = .5;

  private final List<Sparsification> methods;
  private final Measured error;

  SparsificationTold(List<Sparsification> methods, String error) {
    this.methods = methods;
    this.error = Measured.of(error, 0);
  }

  Description describe() {
    String title = Words.of("told.sparsification.title", error.name());
    List<Sparsification> known = methods.stream().filter(each -> !each.points().isEmpty()).toList();
    if (known.isEmpty()) return Description.of(title, Words.of("told.sparsification.none", error.name()));
    List<String> names = known.stream().map(each -> each.method().title()).toList();
    Sparsification main = known.stream().filter(each -> each.method() == Method.MC_DROPOUT).findFirst()
        .orElse(known.getFirst());
    return Description.of(title, Words.of("told.sparsification.drawn", error.name(), Words.list(names)), course(main),
        areas(known));
  }

  private String course(Sparsification of) {
    Left all = of.points().getFirst();
    Left half = of.points().get(Summary.of(of.points().size(), i -> Math.abs(of.points().get(i).leftOut() - HALF))
        .leastAt());
    String name = of.method().title(), from = error.size(all.error()), to = error.size(half.error());
    String without = Shown.percent(half.leftOut()), oracle = error.size(half.oracle());
    return switch (Than.of(half.error(), all.error())) {
      case LOWER -> Words.of("told.sparsification.falls", name, from, to, without, oracle);
      case ALIKE -> Words.of("told.sparsification.stays", name, from, to, without, oracle);
      case HIGHER -> Words.of("told.sparsification.rises", name, from, to, without, oracle);
    };
  }

  private static String areas(List<Sparsification> known) {
    List<String> told = known.stream().map(each -> Words.of("told.of_method", Numbers.fixed(each.area(), 3),
        each.method().title())).toList();
    if (known.size() == 1) return Words.of("told.sparsification.areas", Words.list(told));
    int best = Summary.of(known.size(), i -> known.get(i).area()).leastAt();
    return best < 0 ? "" : Words.of("told.sparsification.areas.best", Words.list(told),
        known.get(best).method().title());
  }

  /// One row a share of a method.
  Optional<DataTable> table() {
    DataTable.Rows rows = new DataTable.Rows(new DataTable.Column(Words.of("told.method")),
        new DataTable.Column(Words.of("told.sparsification.column.left")), error.column(),
            error.column(Words.of("told.column.low")),
        error.column(Words.of("told.column.high")), error.column(Words.of("told.sparsification.column.oracle")));
    for (Sparsification method : methods)
      for (Left left : method.points())
        rows.add(method.method().title(), left.leftOut(), left.error(), left.low(), left.high(), left.oracle());
    return rows.table();
  }
}
