package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.PartTable;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Telling;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.ScalingPicture.JensenGap;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;

/// What Jensen's gap tells: the masks, the output of the mean, the mean of the outputs, and the gap for each p.
record JensenTold(JensenGap of, Showing showing) implements Told {
  private static final int P = 0, INVERTED = 1, STANDARD = 2;
  private static final double NOTHING = 1e-9;

  @Override public String title() { return Words.of("toldtheory.jensen.title", of.function()); }

  @Override public List<String> sentences() {
    String off = Words.of("toldtheory.jensen.off", Numbers.reading(of.meanZ()), of.function(),
        Numbers.reading(of.ofMean()));
    if (showing.hidden()) return List.of(masks(), off, Telling.guess(showing, of.mean()));
    String mean = Words.of("toldtheory.jensen.mean", Numbers.reading(of.mean()), Telling.than(of.mean(), of.ofMean(),
        Words.of("toldtheory.jensen.without")),
        Numbers.count(of.passes()), Numbers.reading(of.engineMean()), Telling.gap(of.mean(), of.engineMean()));
    return List.of(masks(), off, mean, rates(), Telling.guess(showing, of.mean()));
  }

  private String masks() {
    return Words.of(of.inverted() ? "toldtheory.jensen.inverted" : "toldtheory.jensen.standard", of.function(),
        Shown.dropRate(of.p()), of.outcomes().rows(), Numbers.reading(of.outcomes().at(0, 0)),
        Numbers.reading(of.outcomes().at(of.outcomes().rows() - 1, 0)));
  }

  private String rates() {
    int inverted = widest(INVERTED), standard = widest(STANDARD);
    if (Math.max(gap(inverted, INVERTED), gap(standard,
        STANDARD)) < NOTHING) return Words.of("toldtheory.jensen.straight");
    return Words.of("toldtheory.jensen.rates", Numbers.reading(of.byP().at(inverted, INVERTED)),
        Shown.dropRate(of.byP().at(inverted, P)), Numbers.reading(of.byP().at(standard, STANDARD)),
        Shown.dropRate(of.byP().at(standard, P)));
  }

  private double gap(int row, int column) { return Math.abs(of.byP().at(row, column)); }

  private int widest(int column) {
    int widest = 0;
    for (int i = 1; i < of.byP().rows(); i++) if (gap(i, column) > gap(widest, column)) widest = i;
    return widest;
  }

  @Override public DataTable table() {
    PartTable table = new PartTable();
    table.part(Words.of("toldtheory.jensen.numbers"))
        .row(Words.of("toldtheory.jensen.ofmean"), of.ofMean(), of.engineOfMean())
        .row(Words.of("toldtheory.jensen.ofall"), Telling.asked(showing, of.mean()), Telling.asked(showing,
        of.engineMean()))
        .row(Words.of("toldtheory.jensen.gap"), Telling.asked(showing, of.gap()),
            Telling.asked(showing, of.engineMean() - of.engineOfMean()));
    PartTable.Part masks = table.part(Words.of("toldtheory.jensen.masks"));
    for (int i = 0; i < of.outcomes().rows(); i++)
      masks.row(of.outcomes().at(i, 0), of.outcomes().at(i, 1), of.outcomes().at(i, 2), of.outcomes().at(i, 3));
    if (showing.hidden()) return table.table();
    gaps(table.part(Words.of("toldtheory.jensen.exact")), of.byP());
    gaps(table.part(Words.of("toldtheory.jensen.engine")), of.engineByP());
    return table.table();
  }

  private static void gaps(PartTable.Part part, Matrix rows) {
    for (int i = 0; i < rows.rows(); i++) part.row(rows.at(i, P), rows.at(i, INVERTED), rows.at(i, STANDARD));
  }
}
