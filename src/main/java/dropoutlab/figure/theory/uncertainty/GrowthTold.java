package dropoutlab.figure.theory.uncertainty;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.PartTable;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Telling;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.bench.UncertaintyPicture.Growth;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.stream.IntStream;

/// What growing data tell: the spread of the posterior, which falls, and that of the passes.
record GrowthTold(Growth of, Showing showing) implements Told {
  @Override public String title() { return Words.of("toldtheory.growth.title"); }

  private int last() { return of.bands().rows() - 1; }

  @Override public List<String> sentences() {
    String drawn = Words.of("toldtheory.growth.drawn", Numbers.count(of.examples(0)),
        Numbers.count(of.examples(last())),
        Shown.dropRate(of.p()));
    String posterior = Words.of("toldtheory.growth.posterior", Numbers.reading(of.posterior(0)),
        Numbers.reading(of.posterior(last())), Numbers.brief(of.posterior(0) / of.posterior(last())));
    String guesses = Telling.guesses(showing, IntStream.rangeClosed(1, last()).mapToObj(of::exact).toList());
    if (showing.hidden()) return List.of(drawn, posterior, Words.of("toldtheory.growth.first",
        Numbers.count(of.examples(0)),
        Numbers.reading(of.exact(0))), guesses);
    return List.of(drawn, posterior, passes(), now(), guesses);
  }

  private String passes() {
    double first = of.exact(0), end = of.exact(last());
    return first == 0 ? Words.of("toldtheory.growth.none")
        : Words.of("toldtheory.growth.passes", Numbers.reading(first), Numbers.reading(end),
        Telling.percent(end / first));
  }

  private String now() {
    int now = of.now();
    return Words.of("toldtheory.growth.now", Numbers.count(of.examples(now)), Numbers.reading(of.exact(now)),
        Telling.than(of.exact(now), of.posterior(now), Words.of("toldtheory.growth.the_posterior")),
        Numbers.count(of.passes()),
        Numbers.reading(of.measured(now)), Telling.gap(of.exact(now), of.measured(now)));
  }

  @Override public DataTable table() {
    PartTable table = new PartTable();
    PartTable.Part bands = table.part(Words.of("toldtheory.growth.bands"));
    for (int i = 0; i <= last(); i++)
      bands.row((long) of.examples(i), of.mean(i), i == 0 ? (Double) of.exact(i) : Telling.asked(showing, of.exact(i)),
          i == 0 ? (Double) of.measured(i) : Telling.asked(showing, of.measured(i)), of.posteriorMean(i),
          of.posterior(i),
          of.truth());
    PartTable.Part shares = table.part(Words.of("toldtheory.growth.shares"));
    for (int i = 0; i <= (showing.hidden() ? 0 : last()); i++)
      for (int input = 0; input < of.shares().cols(); input++)
        shares.row((long) of.examples(i), input + 1, of.shares().at(i, input));
    return table.table();
  }
}
