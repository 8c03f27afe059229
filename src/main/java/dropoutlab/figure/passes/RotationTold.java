package dropoutlab.figure.passes;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Summary;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Result;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a [RotationFigure] says of itself: which class wins at which angles, and where the passes are least sure.
final class RotationTold {
  private static final int MOST_STRETCHES = 6;

  private final Result.Rotation turned;
  private final List<Integer> winners;

  /// @param winners the most probable class of each step
  RotationTold(Result.Rotation turned, List<Integer> winners) {
    this.turned = turned;
    this.winners = winners;
  }

  private String degrees(int step) {
    return Words.of("told.rotation.degrees", Numbers.brief(turned.degrees().get(step)));
  }

  Description describe() {
    String title = Words.of("told.rotation.title");
    int steps = turned.degrees().size();
    if (steps == 0) return Description.of(title, Words.of("told.rotation.none"));
    String drawn = Words.count("told.rotation.drawn", turned.passes(), turned.classes().get(turned.label()), steps,
        degrees(0), degrees(steps - 1));
    if (Summary.of(turned.mean()).isEmpty()) return Description.of(title, drawn, Words.of("told.not_finite"));
    return Description.of(title, drawn, wins(), scores(turned.entropy(), "told.rotation.entropy"),
        scores(turned.information(), "told.rotation.information"), right());
  }

  private String wins() {
    List<String> stretches = new ArrayList<>();
    for (int from = 0; from < winners.size();) {
      int to = from;
      while (to + 1 < winners.size() && winners.get(to + 1).equals(winners.get(from))) to++;
      String name = turned.classes().get(winners.get(from));
      stretches.add(from == to ? Words.of("told.rotation.stretch.one", name, degrees(from))
          : Words.of("told.rotation.stretch", name, Numbers.brief(turned.degrees().get(from)), degrees(to)));
      from = to + 1;
    }
    if (stretches.size() <= MOST_STRETCHES) return Words.of("told.rotation.wins", Words.list(stretches));
    return Words.of("told.rotation.wins.many", stretches.size() - 1);
  }

  private String scores(Matrix of, String key) {
    Summary all = Summary.of(of);
    return all.isEmpty() ? "" : Words.of(key, Numbers.reading(all.least()), degrees(all.leastAt()),
        Numbers.reading(all.most()), degrees(all.mostAt()));
  }

  private String right() {
    long right = winners.stream().filter(winner -> winner == turned.label()).count();
    return Words.count("told.rotation.right", right, winners.size());
  }

  /// One row an angle.
  Optional<DataTable> table() {
    String nats = Words.of("passes.map.nats");
    List<DataTable.Column> columns = new ArrayList<>(List.of(
        new DataTable.Column(Words.of("told.rotation.column.angle"), Words.of("told.rotation.column.degrees")),
        new DataTable.Column(Words.of("passes.rotation.entropy"), nats),
        new DataTable.Column(Words.of("passes.rotation.information"), nats)));
    for (String name : turned.classes()) columns.add(new DataTable.Column(Words.of("told.plane.column.mean", name)));
    for (String name : turned.classes()) columns.add(new DataTable.Column(Words.of("told.rotation.column.off", name)));
    DataTable.Rows rows = new DataTable.Rows(columns);
    for (int step = 0; step < turned.degrees().size(); step++) {
      List<Object> cells = new ArrayList<>(
          List.of(turned.degrees().get(step), turned.entropy().get(step), turned.information().get(step)));
      for (int c = 0; c < turned.classes().size(); c++) cells.add(turned.mean().at(step, c));
      for (int c = 0; c < turned.classes().size(); c++) cells.add(turned.deterministic().at(step, c));
      rows.add(cells);
    }
    return rows.table();
  }
}
