package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.PartTable;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Telling;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.RegulariserPicture.Equalise;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/// What the levelled loads tell: those of the twin and of the network, and which singular values are left.
record LevelTold(Equalise of, Showing showing) implements Told {
  @Override public String title() { return Words.of("toldtheory.level.title"); }

  @Override public List<String> sentences() {
    String drawn = Words.of("toldtheory.level.drawn", of.units(), Telling.list(of.s()), Shown.dropRate(of.p()),
        Numbers.count(stands()));
    String twin = Words.of("toldtheory.level.twin", Telling.range(of.twin().loads()));
    if (showing.hidden()) return List.of(drawn, twin, Telling.guesses(showing, of.left()));
    return List.of(drawn, twin, loads(), left(), drowned(), Telling.guesses(showing, of.left()));
  }

  private double stands() { return of.dropout().trail().at(of.dropout().trail().rows() - 1, 0); }

  private String loads() {
    double away = of.dropout().loads().stream().mapToDouble(load -> Math.abs(load - of.load())).max().orElse(0);
    return of.p() == 0 ? Words.of("toldtheory.level.uneven", Telling.range(of.dropout().loads()))
        : Words.of("toldtheory.level.loads", Telling.range(of.dropout().loads()), Numbers.reading(of.load()),
            Telling.gap(0, away));
  }

  private String left() {
    double gap = 0;
    for (int i = 0; i < of.left().size(); i++) gap = Math.max(gap, Math.abs(of.left().get(i) - of.learnt().get(i)));
    return Words.of("toldtheory.level.left", Numbers.reading(of.level()), of.above(), of.s().size(),
        Telling.list(of.left()),
        Telling.gap(0, gap));
  }

  private String drowned() {
    List<String> rates = new ArrayList<>();
    for (int i = 0; i < of.s().size(); i++)
      if (of.drowned().get(i) < 1)
        rates.add(Words.of("toldtheory.level.from", Numbers.brief(of.s().get(i)), Shown.dropRate(of.drowned().get(i))));
    return rates.isEmpty() ? Words.of("toldtheory.level.never") : Words.of("toldtheory.level.drowned",
        Words.list(rates));
  }

  @Override public DataTable table() {
    PartTable table = new PartTable();
    PartTable.Part values = table.part(Words.of("toldtheory.level.values"));
    for (int i = 0; i < of.s().size(); i++)
      values.row(i + 1, of.s().get(i), Telling.asked(showing, of.left().get(i)), Telling.asked(showing,
      of.learnt().get(i)),
          Telling.asked(showing, of.drowned().get(i)));
    loads(table.part(Words.of("toldtheory.level.loads_twin")), of.twin().trail());
    if (showing.hidden()) return table.table();
    loads(table.part(Words.of("toldtheory.level.loads_own")), of.dropout().trail());
    if (!of.random()) loads(table.part(Words.of("toldtheory.level.loads_random")), of.randomTrail());
    path(table.part(Words.of("toldtheory.level.exact")), of.path());
    path(table.part(Words.of("toldtheory.level.engine")), of.trained());
    return table.table();
  }

  /// A row for each unit at each recorded step.
  private void loads(PartTable.Part part, Matrix trail) {
    for (int i = 0; i < trail.rows(); i++)
      for (int unit = 0; unit < of.units(); unit++) part.row((long) trail.at(i, 0), unit + 1, trail.at(i, unit + 1));
  }

  /// A row for each singular value at each p.
  private void path(PartTable.Part part, Matrix path) {
    for (int i = 0; i < path.rows(); i++)
      for (int k = 0; k < of.s().size(); k++) part.row(path.at(i, 0), k + 1, of.s().get(k), path.at(i, k + 1));
  }
}
