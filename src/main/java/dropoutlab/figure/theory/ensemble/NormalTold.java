package dropoutlab.figure.theory.ensemble;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.PartTable;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Telling;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.bench.EnsemblePicture.NearlyNormal;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;

/// What the nearly normal sum tells: its law, and how far each shortcut is from the mean over all masks.
record NormalTold(NearlyNormal of, Showing showing) implements Told {
  @Override public String title() { return Words.of("toldtheory.normal.title"); }

  @Override public List<String> sentences() {
    return List.of(sum(), shortcuts(), showing.hidden() ? "" : integral(), passes(), Telling.choice(showing));
  }

  private String sum() {
    return Words.of("toldtheory.normal.sum", of.wx().size(), Numbers.count(of.masks()), Numbers.reading(of.meanZ()),
        Numbers.reading(of.variance()));
  }

  private String shortcuts() {
    return Words.of("toldtheory.normal.shortcuts", Numbers.fixed(of.exact(), 4), Numbers.fixed(of.off(), 4),
        Telling.than(of.off(), of.exact(), Words.of("toldtheory.normal.mean")), Numbers.fixed(of.probit(), 4),
        Telling.than(of.probit(), of.exact(), Words.of("toldtheory.normal.mean")));
  }

  private String integral() {
    String said = Words.of("toldtheory.normal.integral", Numbers.fixed(of.integral(), 4),
        Telling.than(of.integral(), of.exact(), Words.of("toldtheory.normal.mean")));
    double equal = of.equalPasses();
    if (!Double.isFinite(equal) || equal < 1) return said;
    return said + " " + Words.of("toldtheory.normal.equal", Numbers.count(equal));
  }

  private String passes() {
    return Words.count("toldtheory.normal.passes", of.passes(), Numbers.fixed(of.drawn(), 4), Telling.gap(of.exact(),
        of.drawn()),
        Numbers.reading(of.sd()));
  }

  @Override public DataTable table() {
    PartTable table = new PartTable();
    PartTable.Part numbers = table.part(Words.of("toldtheory.normal.numbers"));
    number(numbers, Words.of("toldtheory.normal.all"), of.exact());
    if (!showing.hidden()) number(numbers, Words.of("toldtheory.normal.by_integral"), of.integral());
    number(numbers, Words.of("toldtheory.normal.by_formula"), of.probit());
    number(numbers, Words.of("toldtheory.normal.by_off"), of.off());
    number(numbers, Words.of("toldtheory.normal.by_passes"), of.drawn());
    PartTable.Part bins = table.part(Words.of("toldtheory.normal.bins"));
    for (int i = 0; i < of.bins().rows(); i++)
      bins.row(of.bins().at(i, 0), of.bins().at(i, 1), of.bins().at(i, 2), of.bins().at(i, 3));
    PartTable.Part curve = table.part(Words.of("toldtheory.normal.curve"));
    for (int i = 0; i < of.curve().cols(); i++) curve.row(of.curve().at(0, i), of.curve().at(1, i), of.curve().at(2,
        i));
    PartTable.Part running = table.part(Words.of("toldtheory.normal.running"));
    for (int i = 0; i < of.running().rows(); i++) running.row((long) of.running().at(i, 0), of.running().at(i, 1));
    return table.table();
  }

  private void number(PartTable.Part numbers, String what, double value) { numbers.row(what, value,
      value - of.exact()); }
}
