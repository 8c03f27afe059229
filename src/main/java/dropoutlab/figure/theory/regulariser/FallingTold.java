package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.PartTable;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Telling;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.RegulariserPicture.FallingPenalty;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;

/// What the falling penalty tells: the penalty of weight 1 alone, what weight 2 makes of it, and what L2 would.
record FallingTold(FallingPenalty of, Showing showing) implements Told {
  @Override public String title() { return Words.of("toldtheory.falling.title"); }

  @Override public List<String> sentences() {
    int last = of.curve().rows() - 1;
    String drawn = Words.of("toldtheory.falling.drawn", Numbers.brief(of.x().getFirst()),
        Numbers.brief(of.x().getLast()),
        Shown.dropRate(of.p()), Numbers.brief(of.curve().at(0, 0)), Numbers.brief(of.curve().at(last, 0)),
        Numbers.brief(w(0)));
    double end = of.curve().at(last, 0);
    String l2 = Words.of(flat(end) > flat(0) ? "toldtheory.falling.l2" : "toldtheory.falling.l2_flat",
        Numbers.reading(flat(0)),
        Numbers.brief(end), Numbers.reading(flat(end)));
    if (showing.hidden())
      return List.of(drawn, Words.of("toldtheory.falling.alone", Numbers.fixed(alone(), 4)), l2,
      Telling.guesses(showing, truth()));
    return List.of(drawn, here(), least(), l2, engine(), Telling.guesses(showing, truth()));
  }

  private double w(int i) { return of.w().get(i); }

  /// L2 that begins alike.
  private double flat(double w2) { return of.curvature().get(0) * w(0) * w(0) + of.curvature().get(1) * w2 * w2; }

  private double at(double w2) { return of.curve().at(Telling.nearest(of.curve(), 0, w2), 1); }

  private double alone() { return at(0); }

  private List<Double> truth() { return of.places().stream().map(this::at).toList(); }

  private String here() {
    return Words.of("toldtheory.falling.here", Numbers.fixed(alone(), 4), Numbers.brief(w(1)),
        Numbers.fixed(of.penalty(), 4),
        Telling.than(of.penalty(), alone(), Words.of("toldtheory.falling.before")));
  }

  private String least() {
    double place = of.least().getFirst(), penalty = of.least().getLast();
    return Words.of(penalty < alone() ? "toldtheory.falling.falls" : "toldtheory.falling.rises",
        Numbers.fixed(penalty, 4),
        Numbers.fixed(place, 2));
  }

  private String engine() {
    double gap = 0;
    for (int i = 0; i < of.engine().rows(); i++) {
      int same = Telling.nearest(of.curve(), 0, of.engine().at(i, 0));
      gap = Math.max(gap, Math.abs(of.engine().at(i, 1) - of.curve().at(same, 1)));
    }
    return Words.of("toldtheory.falling.engine", of.engine().rows(), Telling.gap(0, gap));
  }

  @Override public DataTable table() {
    PartTable table = new PartTable();
    PartTable.Part curve = table.part(Words.of("toldtheory.falling.curve"));
    for (int i = 0; i < of.curve().rows(); i++)
      curve.row(of.curve().at(i, 0), Telling.asked(showing, of.curve().at(i, 1)), flat(of.curve().at(i, 0)));
    if (showing.hidden()) return table.table();
    PartTable.Part engine = table.part(Words.of("toldtheory.falling.forced"));
    for (int i = 0; i < of.engine().rows(); i++) engine.row(of.engine().at(i, 0), of.engine().at(i, 1));
    PartTable.Part masks = table.part(Words.of("toldtheory.falling.masks"));
    for (int i = 0; i < of.losses().rows(); i++) masks.row(i & 1, i >> 1, of.losses().at(i, 0), of.losses().at(i, 1),
        of.off());
    map(table.part(Words.of("toldtheory.falling.map")), of.map());
    return table.table();
  }

  private void map(PartTable.Part part, Matrix map) {
    for (int r = 0; r < map.rows(); r++)
      for (int c = 0; c < map.cols(); c++)
        part.row(of.reach() * (2 * (c + .5) / map.cols() - 1), of.reach() * (2 * (r + .5) / map.rows() - 1),
        map.at(r, c));
  }
}
