package dropoutlab.figure.theory.uncertainty;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.PartTable;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Telling;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.bench.UncertaintyPicture.Asking;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;

/// What the information maps tell: how much a label would tell at the cross, by all networks and by a few passes, and how
/// far too little the passes find on average.
record AskingTold(Asking of, Showing showing) implements Told {
  private static final int PASSES = 0, EXPECTED = 1, ROUGH = 2, ENGINE = 3, ERROR = 4;

  @Override public String title() { return Words.of("toldtheory.asking.title"); }

  @Override public List<String> sentences() {
    String choice = Telling.choice(showing), labels = of.labels() == 0 ? "" : labels();
    if (showing.hidden()) return List.of(drawn(), cross(), labels, choice);
    return List.of(drawn(), cross(), average(), rising(), labels, choice);
  }

  private String drawn() {
    int bright = Telling.greatest(of.exact(), 0);
    return Words.count("toldtheory.asking.drawn", of.passes(), Numbers.reading(of.exact().get(bright)),
        Numbers.reading(x(bright)),
        Numbers.reading(y(bright)));
  }

  private double x(int cell) { return place(of.window().xMin(), of.window().xMax(), cell % of.columns(),
      of.columns()); }

  private double y(int cell) { return place(of.window().yMin(), of.window().yMax(), cell / of.columns(), of.rows()); }

  private static double place(double from, double to, int cell,
      int cells) { return from + (to - from) * (cell + .5) / cells; }

  private String cross() {
    return Words.count("toldtheory.asking.cross", of.passes(), Numbers.brief(of.cross().getFirst()),
        Numbers.brief(of.cross().getLast()), Numbers.reading(of.at().exact()), Numbers.reading(of.at().said()));
  }

  private String average() {
    return Words.count("toldtheory.asking.average", of.passes(), Numbers.reading(of.at().expected()),
        Telling.than(of.at().expected(), of.at().exact(), Words.of("toldtheory.asking.all")));
  }

  private String rising() {
    int last = of.byPasses().rows() - 1;
    return Words.of("toldtheory.asking.rising", Numbers.count(of.byPasses().at(0, PASSES)),
        Numbers.count(of.byPasses().at(last, PASSES)), Numbers.reading(of.byPasses().at(0, EXPECTED)),
        Numbers.reading(of.byPasses().at(last, EXPECTED)), Numbers.reading(of.byPasses().at(0, ENGINE)),
        Numbers.reading(of.byPasses().at(last, ENGINE)));
  }

  private String labels() {
    return Words.count("toldtheory.asking.labels", of.labels(), Numbers.reading(of.at().before()),
        Numbers.reading(of.at().exact()));
  }

  @Override public DataTable table() {
    PartTable table = new PartTable();
    table.part(Words.of("toldtheory.asking.at")).row(of.cross().getFirst(), of.cross().getLast(), of.passes(),
        of.at().exact(),
        of.at().said(), Telling.asked(showing, of.at().expected()), of.at().before());
    PartTable.Part outputs = table.part(Words.of("toldtheory.asking.outputs"));
    for (int i = 0; i < of.outputs().rows(); i++)
      outputs.row((double) i / of.outputs().rows(), (i + 1.0) / of.outputs().rows(), of.outputs().at(i, 0),
      of.outputs().at(i, 1));
    PartTable.Part points = table.part(Words.of("toldtheory.asking.points"));
    for (int i = 0; i < of.points().rows(); i++)
      points.row(of.points().at(i, 0), of.points().at(i, 1), (long) of.points().at(i, 2),
          Words.of(i < of.points().rows() - of.labels() ? "toldtheory.asking.drawn_point"
          : "toldtheory.asking.asked_point"));
    PartTable.Part cells = table.part(Words.of("toldtheory.asking.maps"));
    for (int i = 0; i < of.exact().size(); i++) cells.row(x(i), y(i), of.exact().get(i), of.drawn().get(i));
    if (!showing.hidden()) byPasses(table.part(Words.of("toldtheory.asking.bypasses")));
    return table.table();
  }

  private void byPasses(PartTable.Part part) {
    for (int i = 0; i < of.byPasses().rows(); i++)
      part.row((long) of.byPasses().at(i, PASSES), of.byPasses().at(i, EXPECTED), of.byPasses().at(i, ROUGH),
          of.byPasses().at(i, ENGINE), of.byPasses().at(i, ERROR));
  }
}
