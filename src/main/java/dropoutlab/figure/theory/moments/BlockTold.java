package dropoutlab.figure.theory.moments;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.PartTable;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Telling;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.MomentsPicture.DropBlock;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;

/// What DropBlock's rates tell: how often the middle, a corner and all cells are dropped, beside p.
record BlockTold(DropBlock of, Showing showing) implements Told {
  @Override public String title() { return Words.of("toldtheory.block.title"); }

  @Override public List<String> sentences() {
    String drawn = Words.count("toldtheory.block.drawn", of.drawn(), of.side(), of.block(), Shown.dropRate(of.p()),
        Numbers.reading(of.gamma()));
    String guess = Telling.guessedShare(showing, centre(of.exact()));
    if (showing.hidden()) return List.of(drawn, hides(0) ? "" : corner(), guess);
    return List.of(drawn, corner(), middle(), all(), guess);
  }

  private double centre(Matrix rates) { return rates.at(of.middle(), of.middle()); }

  private String corner() {
    double exact = of.exact().at(0, 0), engine = of.engine().at(0, 0);
    return Words.of("toldtheory.block.corner", Telling.percent(exact), Telling.percent(engine), Telling.gap(exact,
        engine),
        than(exact));
  }

  private String than(double rate) { return Telling.points(rate, of.p(), Words.of("toldtheory.block.p")); }

  private String middle() {
    double exact = centre(of.exact()), engine = centre(of.engine());
    return Words.of("toldtheory.block.middle", Telling.percent(exact), Telling.percent(engine), Telling.gap(exact,
        engine),
        than(exact));
  }

  private static double mean(Matrix rates) {
    double sum = 0;
    for (int i = 0; i < rates.size(); i++) sum += rates.get(i);
    return sum / rates.size();
  }

  private String all() {
    double exact = mean(of.exact());
    return Words.of("toldtheory.block.all", Telling.percent(exact), Telling.percent(mean(of.engine())), than(exact));
  }

  /// The cells that as many blocks reach as the middle tell what is asked for.
  private boolean hides(int cell) { return showing.hidden() && of.reach().get(cell) == of.reach().max(); }

  @Override public DataTable table() {
    PartTable table = new PartTable();
    PartTable.Part cells = table.part(Words.of("toldtheory.block.cells"));
    for (int i = 0; i < of.exact().size(); i++)
      cells.row(i / of.side() + 1, i % of.side() + 1, (long) of.reach().get(i), hides(i) ? null
      : (Double) of.exact().get(i),
          hides(i) ? null : (Double) of.engine().get(i));
    PartTable.Part rates = table.part(Words.of("toldtheory.block.rates"));
    for (int i = 0; i < of.rates().rows(); i++)
      rates.row(of.rates().at(i, 0), Telling.asked(showing, of.rates().at(i, 1)), unlessAlike(of.rates().at(i, 2)),
          unlessAlike(of.rates().at(i, 3)));
    return table.table();
  }

  /// Where all cells are dropped alike, any of them tells the answer.
  private Double unlessAlike(double rate) { return hides(0) ? null : (Double) rate; }
}
