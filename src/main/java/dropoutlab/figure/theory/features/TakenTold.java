package dropoutlab.figure.theory.features;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.PartTable;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Telling;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.bench.FeaturesPicture.TakenAway;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;

/// What taking units away tells: how the twin suffers, how the network does, and how many seeds agree.
record TakenTold(TakenAway of, Showing showing) implements Told {
  @Override public String title() { return Words.of("toldtheory.taken.title"); }

  @Override public List<String> sentences() {
    String drawn = Words.of(of.worst() ? "toldtheory.taken.worst" : "toldtheory.taken.mean", of.examples(), of.units(),
        Shown.dropRate(of.p()));
    String guess = Telling.guesses(showing, of.shown().own().exact());
    if (showing.hidden()) return List.of(drawn, twin(), guess);
    return List.of(drawn, twin(), own(), seeds(), alone(), guess);
  }

  private int half() { return of.units() / 2; }

  private String twin() {
    TakenAway.Errors twin = of.shown().twin();
    return Words.of("toldtheory.taken.twin", Telling.percent(twin.none()), half(),
        Telling.percent(twin.exact().get(half())),
        Telling.percent(twin.exact().get(1)));
  }

  private String own() {
    TakenAway.Errors own = of.shown().own(), twin = of.shown().twin();
    double exact = own.exact().get(half()), engine = own.engine().get(half());
    return Words.of("toldtheory.taken.own", Telling.percent(own.none()), half(), Telling.percent(exact),
        Telling.points(exact, twin.exact().get(half()), Words.of("toldtheory.taken.the_twin")), Telling.gap(exact,
        engine));
  }

  private String seeds() {
    long less = of.seeds().stream().filter(seed ->
        seed.own().exact().get(half()) < seed.twin().exact().get(half())).count();
    return Words.of("toldtheory.taken.seeds", less, of.seeds().size(), half());
  }

  private String alone() {
    return Words.of("toldtheory.taken.alone", Telling.percent(most(of.shown().own().alone())),
        Telling.percent(most(of.shown().twin().alone())));
  }

  private static double most(List<Double> shares) { return shares.stream().mapToDouble(share ->
      share).max().orElse(0); }

  @Override public DataTable table() {
    PartTable table = new PartTable();
    TakenAway.Errors own = of.shown().own(), twin = of.shown().twin();
    PartTable.Part away = table.part(Words.of("toldtheory.taken.away"));
    for (int k = 0; k <= of.units(); k++)
      away.row(k, asked(own.exact(), k), asked(own.engine(), k), asked(own.best(), k), asked(own.worst(), k),
          twin.exact().get(k), twin.engine().get(k));
    PartTable.Part units = table.part(Words.of("toldtheory.taken.units"));
    for (int unit = 0; unit < of.units(); unit++) units.row(unit + 1, asked(own.alone(), unit), twin.alone().get(unit));
    if (showing.hidden()) return table.table();
    PartTable.Part seeds = table.part(Words.of("toldtheory.taken.byseed"));
    for (TakenAway.Seed seed : of.seeds())
      for (int k = 0; k <= of.units(); k++)
        seeds.row(k, seed.seed(), seed.own().exact().get(k), seed.own().engine().get(k), seed.twin().exact().get(k),
            seed.twin().engine().get(k));
    return table.table();
  }

  private Double asked(List<Double> shares, int i) { return Telling.asked(showing, shares.get(i)); }
}
