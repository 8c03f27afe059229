package dropoutlab.figure.theory.uncertainty;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.PartTable;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Telling;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.bench.UncertaintyPicture.Spikes;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;

/// What the two spikes tell: the variance of the passes beside that of the posterior, with more and more data, and what
/// narrow spikes cost.
record SpikesTold(Spikes of, Showing showing) implements Told {
  private static final int PASSES = 1, POSTERIOR = 2;

  @Override public String title() { return Words.of("toldtheory.spikes.title"); }

  @Override public List<String> sentences() {
    String drawn = Words.count("toldtheory.spikes.drawn", of.seen(), Numbers.reading(of.mean()),
        Numbers.reading(of.posterior()),
        Numbers.reading(of.kept()), Shown.dropRate(of.p()));
    String guess = Telling.guess(showing, of.exact());
    if (showing.hidden()) return List.of(drawn, posterior(), width(), guess);
    return List.of(drawn, passes(), number(), width(), guess);
  }

  private int last() { return of.byNumber().rows() - 1; }

  private String posterior() {
    return Words.of("toldtheory.spikes.posterior", Numbers.reading(of.byNumber().at(0, POSTERIOR)),
        Numbers.reading(of.byNumber().at(last(), POSTERIOR)), Numbers.count(of.byNumber().at(last(), 0)));
  }

  private String passes() {
    return Words.of("toldtheory.spikes.passes", Numbers.reading(of.exact()),
        Telling.than(of.exact(), of.posterior(), Words.of("toldtheory.spikes.the_posterior")),
        Numbers.count(of.engine().passes()),
        Numbers.reading(of.engine().variance()), Telling.gap(of.exact(), of.engine().variance()));
  }

  private String number() {
    return Words.of("toldtheory.spikes.number", Numbers.count(of.byNumber().at(0, 0)),
        Numbers.count(of.byNumber().at(last(), 0)),
        Numbers.reading(of.byNumber().at(0, POSTERIOR)), Numbers.reading(of.byNumber().at(last(), POSTERIOR)),
        Numbers.reading(of.byNumber().at(0, PASSES)), Numbers.reading(of.byNumber().at(last(), PASSES)));
  }

  private String width() {
    int wide = of.byWidth().rows() - 1;
    return Words.of("toldtheory.spikes.width", Numbers.reading(of.byWidth().at(wide, 1)),
        Numbers.brief(of.byWidth().at(wide, 0)),
        Numbers.reading(of.byWidth().at(0, 1)), Numbers.brief(of.byWidth().at(0, 0)));
  }

  @Override public DataTable table() {
    PartTable table = new PartTable();
    table.part(Words.of("toldtheory.spikes.variances"))
        .row(of.seen(), Telling.asked(showing, of.exact()), Telling.asked(showing, of.engine().variance()),
        of.posterior());
    PartTable.Part numbers = table.part(Words.of("toldtheory.spikes.numbers"));
    for (int i = 0; i <= last(); i++)
      numbers.row((long) of.byNumber().at(i, 0), Telling.asked(showing, of.byNumber().at(i, PASSES)),
          of.byNumber().at(i, POSTERIOR));
    PartTable.Part densities = table.part(Words.of("toldtheory.spikes.densities"));
    for (int i = 0; i < of.densities().rows(); i++)
      densities.row(of.densities().at(i, 0), of.densities().at(i, 1), of.densities().at(i, 2), of.densities().at(i, 3));
    PartTable.Part widths = table.part(Words.of("toldtheory.spikes.widths"));
    for (int i = 0; i < of.byWidth().rows(); i++) widths.row(of.byWidth().at(i, 0), of.byWidth().at(i, 1), null);
    widths.row(of.width(), null, of.engine().divergence());
    return table.table();
  }
}
