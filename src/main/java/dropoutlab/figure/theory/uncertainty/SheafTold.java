package dropoutlab.figure.theory.uncertainty;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.PartTable;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Telling;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.UncertaintyPicture.Sheaf;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;

/// What the sheaf of networks tells: bias and variance with and without dropout, and where their sum is least.
record SheafTold(Sheaf of, Showing showing) implements Told {
  private static final int P = 0, BIAS = 1, VARIANCE = 2;

  @Override public String title() { return Words.of("toldtheory.bias.title"); }

  @Override public List<String> sentences() {
    String drawn = Words.of("toldtheory.bias.drawn", Numbers.count(of.own().said().cols()), Shown.dropRate(of.p()),
        Numbers.reading(of.truth()));
    String twin = Words.of("toldtheory.bias.twin", Numbers.reading(of.twin().mean()),
        Numbers.reading(of.twin().variance()));
    String guess = Telling.guess(showing, of.own().variance());
    if (showing.hidden()) return List.of(drawn, twin, Words.of("toldtheory.bias.bias",
        Numbers.reading(squaredBias())), guess);
    return List.of(drawn, twin, own(), error(), guess);
  }

  private double squaredBias() { return (of.own().mean() - of.truth()) * (of.own().mean() - of.truth()); }

  private String own() {
    double variance = of.own().variance();
    return Words.of("toldtheory.bias.own", Numbers.reading(variance),
        Telling.than(variance, of.twin().variance(), Words.of("toldtheory.bias.the_twin")),
        Numbers.reading(of.own().measured()),
        Telling.gap(variance, of.own().measured()), Numbers.reading(squaredBias()));
  }

  private double error(int row) { return of.curve().at(row, BIAS) + of.curve().at(row, VARIANCE); }

  private String error() {
    int least = 0;
    for (int i = 1; i < of.curve().rows(); i++) if (error(i) < error(least)) least = i;
    double now = of.own().variance() + squaredBias(), without = error(0);
    return Words.of("toldtheory.bias.error", Numbers.reading(now), Telling.than(now, without,
        Words.of("toldtheory.bias.the_twin")),
        Numbers.reading(error(least)), Shown.dropRate(of.curve().at(least, P)));
  }

  @Override public DataTable table() {
    PartTable table = new PartTable();
    rows(table.part(Words.of("toldtheory.bias.exact")), of.curve());
    rows(table.part(Words.of("toldtheory.bias.engine")), of.measured());
    PartTable.Part said = table.part(Words.of("toldtheory.bias.said"));
    for (int i = 0; i < of.twin().said().cols(); i++)
      said.row(i + 1, i < of.own().said().cols() ? Telling.asked(showing, of.own().said().get(i)) : null,
      of.twin().said().get(i));
    return table.table();
  }

  /// Without dropout there is nothing to guess.
  private void rows(PartTable.Part part, Matrix rows) {
    for (int i = 0; i < rows.rows(); i++) {
      boolean plain = rows.at(i, P) == 0;
      double variance = rows.at(i, VARIANCE), error = rows.at(i, BIAS) + variance;
      part.row(rows.at(i, P), rows.at(i, BIAS), plain ? (Double) variance : Telling.asked(showing, variance),
          plain ? (Double) error : Telling.asked(showing, error));
    }
  }
}
