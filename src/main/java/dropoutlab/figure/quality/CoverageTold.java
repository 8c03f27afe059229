package dropoutlab.figure.quality;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Measured;
import dropoutlab.frame.Method;
import dropoutlab.frame.Quality.Coverage;
import dropoutlab.frame.Quality.Level;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// What a [CoverageFigure] says of itself: whether intervals hold as much as they claim, and how wide they are.
final class CoverageTold {
  private final List<Coverage> methods;
  private final Measured target;

  CoverageTold(List<Coverage> methods, String target) {
    this.methods = methods;
    this.target = Measured.of(target, 0);
  }

  Description describe() {
    String title = Words.of("told.coverage.title", target.name());
    List<Coverage> known = methods.stream().filter(method -> !method.levels().isEmpty()).toList();
    if (known.isEmpty()) return Description.of(title, Words.of("told.coverage.none"));
    List<String> names = known.stream().map(each -> each.method().title()).toList();
    List<String> widths = known.stream().map(each -> Words.of("told.of_method",
        target.size(CoverageFigure.named(each.levels()).meanWidth() / 2), each.method().title())).toList();
    Coverage main = known.stream().filter(each -> each.method() == Method.MC_DROPOUT).findFirst()
        .orElse(known.getFirst());
    String level = Shown.percent(CoverageFigure.named(main.levels()).nominal());
    List<String> held = known.stream().map(each -> Words.of("told.of_method",
        Shown.percent(CoverageFigure.named(each.levels()).observed()), each.method().title())).toList();
    return Description.of(title, Words.of("told.coverage.drawn", Words.list(names)),
        Words.of("told.coverage.held", level, Words.list(held)), honest(main),
        Words.of("told.coverage.widths", level, Words.list(widths)));
  }

  /// Levels whose 95 % intervals do not hold what is claimed.
  private static String honest(Coverage of) {
    List<Level> over = of.levels().stream().filter(level -> level.nominal() > level.high()).toList();
    List<Level> under = of.levels().stream().filter(level -> level.nominal() < level.low()).toList();
    String name = of.method().title();
    if (over.isEmpty() && under.isEmpty()) return Words.count("told.coverage.honest", of.levels().size(), name);
    if (!over.isEmpty() && !under.isEmpty())
      return Words.of("told.coverage.both", name, over.size(), under.size(), of.levels().size());
    return over.isEmpty() ? Words.of("told.coverage.careful", name, under.size(), of.levels().size())
        : Words.of("told.coverage.sure", name, over.size(), of.levels().size());
  }

  /// One row a level of a method.
  Optional<DataTable> table() {
    DataTable.Rows rows = new DataTable.Rows(new DataTable.Column(Words.of("told.method")),
        new DataTable.Column(Words.of("told.coverage.column.claimed")),
        new DataTable.Column(Words.of("told.coverage.column.held")), new DataTable.Column(Words.of("told.column.low")),
        new DataTable.Column(Words.of("told.column.high")), target.column(Words.of("told.coverage.column.width")));
    for (Coverage method : methods)
      for (Level level : method.levels())
        rows.add(method.method().title(), level.nominal(), level.observed(), level.low(), level.high(),
            level.meanWidth());
    return rows.table();
  }
}
