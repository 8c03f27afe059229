package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.PartTable;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Telling;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.bench.RegulariserPicture.DoubleDescent;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;

/// What double descent tells: where the risk of least squares is greatest, and what dropout makes of it.
record DescentTold(DoubleDescent of, Showing showing) implements Told {
  @Override public String title() { return Words.of("toldtheory.descent.title"); }

  @Override public List<String> sentences() {
    String drawn = Words.count("toldtheory.descent.drawn", of.draws(), of.features(), of.sizes().getFirst(),
        of.sizes().getLast(),
        Numbers.reading(of.floor()));
    if (showing.hidden()) return List.of(drawn, plain(), Telling.guesses(showing, truth()));
    return List.of(drawn, plain(), dropped(), chosen(), trained(), Telling.guesses(showing, truth()));
  }

  private List<Double> truth() {
    return of.grid().stream().map(size -> of.droppedMedians().get(of.sizes().indexOf(size))).toList();
  }

  private int greatest(List<Double> medians) {
    int greatest = 0;
    for (int i = 1; i < medians.size(); i++) if (medians.get(i) > medians.get(greatest)) greatest = i;
    return greatest;
  }

  private String plain() {
    int peak = greatest(of.plainMedians());
    return Words.of("toldtheory.descent.plain", of.sizes().get(peak), Numbers.reading(of.plainMedians().get(peak)),
        Numbers.reading(of.plainMedians().getFirst()), Numbers.reading(of.plainMedians().getLast()));
  }

  private String dropped() {
    int peak = greatest(of.plainMedians()), own = greatest(of.droppedMedians());
    double before = of.plainMedians().get(peak), after = of.droppedMedians().get(peak);
    String there = Words.of(after < before ? "toldtheory.descent.cured" : "toldtheory.descent.kept",
        Shown.dropRate(of.p()),
        Numbers.reading(after), Numbers.brief(before / after));
    return there + " " + Words.of("toldtheory.descent.own", Numbers.reading(of.droppedMedians().get(own)),
        of.sizes().get(own));
  }

  private String chosen() {
    int at = of.sizes().indexOf(of.n());
    return Words.of("toldtheory.descent.chosen", of.n(), Numbers.reading(of.droppedMedians().get(at)),
        Telling.than(of.droppedMedians().get(at), of.plainMedians().get(at), Words.of("toldtheory.descent.without")));
  }

  private String trained() {
    if (!Double.isFinite(of.trained())) return "";
    double exact = of.dropped().at(0, of.sizes().indexOf(of.n()));
    return Words.of("toldtheory.descent.trained", Numbers.reading(of.trained()), Numbers.reading(exact),
        Telling.gap(exact, of.trained()));
  }

  @Override public DataTable table() {
    PartTable table = new PartTable();
    PartTable.Part medians = table.part(Words.of("toldtheory.descent.medians"));
    for (int i = 0; i < of.sizes().size(); i++)
      medians.row(of.sizes().get(i), of.plainMedians().get(i), Telling.asked(showing, of.droppedMedians().get(i)),
      of.floor());
    PartTable.Part draws = table.part(Words.of("toldtheory.descent.draws"));
    for (int draw = 0; draw < of.draws(); draw++)
      for (int i = 0; i < of.sizes().size(); i++)
        draws.row(of.sizes().get(i), draw + 1, of.plain().at(draw, i), Telling.asked(showing, of.dropped().at(draw, i)),
            draw == 0 && of.sizes().get(i) == of.n() ? Telling.asked(showing, of.trained()) : null);
    return table.table();
  }
}
