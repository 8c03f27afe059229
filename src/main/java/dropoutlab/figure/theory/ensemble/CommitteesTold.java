package dropoutlab.figure.theory.ensemble;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.PartTable;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Telling;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.bench.EnsemblePicture.Committees;
import dropoutlab.frame.bench.EnsemblePicture.Errors;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;

/// What averages of passes tell: their error for each number, how many do as well as masks off, and how few of the
/// networks training met.
record CommitteesTold(Committees of, Showing showing) implements Told {
  @Override public String title() { return Words.of("toldtheory.passes.title"); }

  @Override public List<String> sentences() {
    String drawn = Words.of("toldtheory.passes.drawn", of.squares().points(), Shown.dropRate(of.p()), of.units());
    String ends = Words.of("toldtheory.passes.ends", Numbers.fixed(exact(1), 4), Numbers.fixed(of.squares().off(), 4),
        Telling.percent(of.one()), Telling.percent(of.wrong().off()));
    if (showing.hidden()) return List.of(drawn, ends, met(), Telling.choice(showing));
    return List.of(drawn, ends, now(), matches(), met(), Telling.choice(showing));
  }

  private double exact(double k) { return of.average() + of.spread() / k; }

  private String now() {
    return Words.count("toldtheory.passes.now", of.k(), Numbers.fixed(exact(of.k()), 4),
        Telling.than(exact(of.k()), of.squares().off(), Words.of("toldtheory.wall.off")), Numbers.fixed(of.average(),
        4));
  }

  private String matches() {
    if (of.spread() == 0) return Words.of("toldtheory.passes.alike");
    return Double.isInfinite(of.matches()) ? Words.of("toldtheory.passes.never")
        : Words.count("toldtheory.passes.matches", (long) Math.ceil(of.matches()));
  }

  private String met() {
    double all = Math.pow(2, of.units());
    return Words.of("toldtheory.passes.met", Numbers.count(of.draws()), Numbers.count(of.met()), Numbers.count(all),
        Telling.percent(of.met() / all), Numbers.count(of.expected().get(of.units() - 1)));
  }

  @Override public DataTable table() {
    PartTable table = new PartTable();
    Errors squares = of.squares(), wrong = of.wrong();
    PartTable.Part errors = table.part(Words.of("toldtheory.passes.errors"));
    // Masks off, which needs no passes.
    errors.row(null, null, squares.off(), null, wrong.off(), null);
    int shown = showing.hidden() ? 1 : squares.passes().cols();
    for (int i = 0; i < shown; i++)
      errors.row((long) squares.passes().get(i), exact(squares.passes().get(i)), squares.mean().get(i),
          Telling.asked(showing, squares.sd().get(i)), wrong.mean().get(i), Telling.asked(showing, wrong.sd().get(i)));
    PartTable.Part met = table.part(Words.of("toldtheory.passes.networks"));
    for (int i = 0; i < of.expected().cols(); i++)
      met.row(i + 1, (long) Math.pow(2, i + 1), of.expected().get(i), i + 1 == of.units() ? (Integer) of.met() : null);
    return table.table();
  }
}
