package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.PartTable;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Telling;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.bench.RegulariserPicture.AdaptiveL2;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;

/// What adaptive L2 tells: the penalty of each weight, where the weights go, and where ridge regression would take them.
record L2Told(AdaptiveL2 of, Showing showing) implements Told {
  @Override public String title() { return Words.of("toldtheory.l2.title"); }

  @Override public List<String> sentences() {
    String drawn = Words.of("toldtheory.l2.drawn", of.x().rows(), Numbers.brief(of.scale()),
        pair(of.plain().getFirst(), of.plain().getLast()));
    if (showing.hidden()) return List.of(drawn, penalties(), Telling.guess(showing, truth()));
    return List.of(drawn, penalties(), dropout(), ridge(), Telling.guess(showing, truth()));
  }

  private double truth() { return of.exact().getLast(); }

  private static String pair(double first, double second) {
    return Words.of("toldtheory.pair", Numbers.brief(first), Numbers.brief(second));
  }

  private String penalties() {
    return Words.of("toldtheory.l2.penalties", Shown.dropRate(of.p()), Numbers.reading(of.penalties().getFirst()),
        Numbers.reading(of.penalties().getLast()));
  }

  private String dropout() {
    int last = of.trail().rows() - 1;
    double first = of.trail().at(last, 1), second = of.trail().at(last, 2);
    double gap = Math.max(Math.abs(first - of.exact().getFirst()), Math.abs(second - truth()));
    return Words.count("toldtheory.l2.dropout", (long) of.trail().at(last, 0), pair(of.exact().getFirst(), truth()),
        pair(first, second), Telling.gap(0, gap));
  }

  private String ridge() {
    double away = Math.hypot(of.ridged().getFirst() - of.exact().getFirst(), of.ridged().getLast() - truth());
    String ridged = pair(of.ridged().getFirst(), of.ridged().getLast());
    return away < 1e-9 ? Words.of("toldtheory.l2.ridge.same", ridged)
        : Words.of("toldtheory.l2.ridge", ridged, Numbers.reading(away));
  }

  @Override public DataTable table() {
    PartTable table = new PartTable();
    PartTable.Part data = table.part(Words.of("toldtheory.l2.data"));
    for (int i = 0; i < of.x().rows(); i++) data.row(i + 1, of.x().at(i, 0), of.x().at(i, 1), of.y().get(i));
    PartTable.Part path = table.part(Words.of("toldtheory.l2.path"));
    for (int i = 0; i < of.path().rows(); i++)
      path.row(of.path().at(i, 0), of.path().at(i, 1), Telling.asked(showing, of.path().at(i, 2)),
          Telling.asked(showing, of.ridge().at(i, 1)), Telling.asked(showing, of.ridge().at(i, 2)));
    PartTable.Part trained = table.part(Words.of("toldtheory.l2.trained"));
    for (int i = 0; i < of.trained().rows(); i++)
      trained.row(of.trained().at(i, 0), of.trained().at(i, 1), Telling.asked(showing, of.trained().at(i, 2)));
    if (showing.hidden()) return table.table();
    PartTable.Part trail = table.part(Words.of("toldtheory.l2.trail"));
    for (int i = 0; i < of.trail().rows(); i++)
      trail.row((long) of.trail().at(i, 0), of.trail().at(i, 1), of.trail().at(i, 2));
    return table.table();
  }
}
