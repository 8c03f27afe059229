package dropoutlab.figure.theory.moments;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.PartTable;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Telling;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.MomentsPicture.BatchNorm;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;

/// What a norm behind noise tells: the variance that it learns, the one that it meets, and their ratio at other rates and
/// widths.
record NormTold(BatchNorm of, Showing showing) implements Told {
  @Override public String title() { return Words.of("toldtheory.norm.title"); }

  @Override public List<String> sentences() {
    String guess = Telling.guess(showing, of.ratio());
    if (showing.hidden()) return List.of(drawn(), learnt(), passes(), uout(), guess);
    return List.of(drawn(), learnt(), ratio(), widths(), passes(), guess);
  }

  private String drawn() {
    return Words.count(of.before() ? "toldtheory.norm.before" : "toldtheory.norm.behind", of.learnt().size() - 1,
        Shown.dropRate(of.p()), Words.count("toldtheory.norm.units", of.width()));
  }

  private String learnt() {
    double learnt = of.learnt().getLast();
    return Words.of("toldtheory.norm.learnt", Numbers.reading(of.learnt().getFirst()), Numbers.reading(learnt),
        Numbers.reading(of.training()), Telling.gap(of.training(), learnt));
  }

  private String ratio() {
    return Words.of("toldtheory.norm.ratio", Numbers.reading(of.inference()), Numbers.fixed(of.ratio(), 3),
        Numbers.reading(of.met()), Numbers.fixed(of.measured(), 3), Telling.gap(of.ratio(), of.measured()));
  }

  private String widths() {
    int last = of.widths().rows() - 1;
    if (!of.before() || of.p() == 0) return Words.of("toldtheory.norm.alike");
    return Words.of("toldtheory.norm.widths", Numbers.reading(of.widths().at(0, 1)),
        Numbers.count(of.widths().at(last, 0)),
        Numbers.reading(of.widths().at(last, 1)));
  }

  private String passes() {
    double moved = of.passes().stream().mapToDouble(each -> Math.abs(each - of.learnt().getLast())).max().orElse(0);
    return moved == 0 ? Words.count("toldtheory.norm.untouched", of.passes().size())
        : Words.count("toldtheory.norm.moved", of.passes().size(), Numbers.brief(moved));
  }

  private String uout() {
    return Words.of("toldtheory.norm.uout", Numbers.brief(of.beta()), Numbers.fixed(of.uout(), 3),
        Numbers.fixed(of.uoutDot(), 3),
        Telling.gap(of.uout(), of.uoutDot()));
  }

  /// What is asked for is a ratio; while it is hidden, whatever tells of the present order is too.
  private Double asked(double value) { return Telling.asked(showing, value); }

  @Override public DataTable table() {
    PartTable table = new PartTable();
    PartTable.Part numbers = table.part(Words.of("toldtheory.norm.numbers"));
    numbers.row(Words.of("toldtheory.norm.in_training"), of.training(), of.learnt().getLast());
    numbers.row(Words.of("toldtheory.norm.at_inference"), asked(of.inference()), asked(of.met()));
    numbers.row(Words.of("toldtheory.norm.their_ratio"), asked(of.ratio()), asked(of.measured()));
    numbers.row(Words.of("toldtheory.norm.of_uout"), of.uout(), of.uoutDot());
    PartTable.Part trail = table.part(Words.of("toldtheory.norm.trail"));
    for (int i = 0; i < of.learnt().size(); i++) trail.row(i, null, of.learnt().get(i));
    for (int i = 0; i < of.passes().size(); i++) trail.row(of.learnt().size() - 1, i + 1, of.passes().get(i));
    if (!showing.hidden() || !of.before()) ratios(table.part(Words.of("toldtheory.norm.rates_exact")), of.rates());
    if (showing.hidden()) return table.table();
    ratios(table.part(Words.of("toldtheory.norm.rates_engine")), of.rateDots());
    ratios(table.part(Words.of("toldtheory.norm.widths_exact")), of.widths());
    ratios(table.part(Words.of("toldtheory.norm.widths_engine")), of.widthDots());
    return table.table();
  }

  private static void ratios(PartTable.Part part, Matrix rows) {
    for (int i = 0; i < rows.rows(); i++) part.row(rows.at(i, 0), rows.at(i, 1));
  }
}
