package dropoutlab.figure.theory.features;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.PartTable;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Telling;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.FeaturesPicture.Sparse;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// What the hidden units of a network and of its twin tell: how often they are 0, how much hangs on one of them, and how
/// alike they are.
record SparseTold(Sparse of, Showing showing) implements Told {
  private static final int ZEROS = 0;

  @Override public String title() { return Words.of("toldtheory.sparse.title"); }

  @Override public List<String> sentences() {
    String drawn = Words.of(of.learnt() ? "toldtheory.sparse.learnt" : "toldtheory.sparse.weights", of.own().count(),
        Shown.dropRate(of.p()), of.seeds().size());
    double truth = shown().own().zeros();
    String guess = Telling.guessedShare(showing, truth);
    String twin = Words.of("toldtheory.sparse.twin", Telling.percent(shown().twin().zeros()));
    if (showing.hidden()) return List.of(drawn, twin, worst(), likeness(), guess);
    return List.of(drawn, own(truth), worst(), likeness(), half(), guess);
  }

  private Sparse.Seed shown() { return of.seeds().getFirst(); }

  private String own(double truth) {
    double twin = shown().twin().zeros();
    return Words.of("toldtheory.sparse.own", Telling.percent(truth), Telling.percent(twin),
        Telling.gap(truth, shown().ownEngine().zeros()), agree(Sparse.Measures::zeros, true));
  }

  /// How many seeds have more of a measure with dropout, or less.
  private long agree(ToDoubleFunction<Sparse.Measures> measure, boolean more) {
    return of.seeds().stream().filter(seed -> more
        ? measure.applyAsDouble(seed.own()) > measure.applyAsDouble(seed.twin())
        : measure.applyAsDouble(seed.own()) < measure.applyAsDouble(seed.twin())).count();
  }

  private double mean(Function<Sparse.Seed, Sparse.Measures> network, ToDoubleFunction<Sparse.Measures> measure) {
    return of.seeds().stream().mapToDouble(seed -> measure.applyAsDouble(network.apply(seed))).average().orElseThrow();
  }

  private String worst() {
    return Words.of(of.reconstructs() ? "autoencoder.sparse.worst" : "toldtheory.sparse.worst", Telling.percent(shown().own().worst()),
        Telling.percent(shown().twin().worst()),
        agree(Sparse.Measures::worst, false), of.seeds().size());
  }

  private String likeness() {
    double own = mean(Sparse.Seed::own, Sparse.Measures::likeness), twin = mean(Sparse.Seed::twin,
        Sparse.Measures::likeness);
    return Words.of("toldtheory.sparse.likeness", Numbers.reading(own), Numbers.reading(twin));
  }

  private String half() {
    return Words.of(of.reconstructs() ? "autoencoder.sparse.half" : "toldtheory.sparse.half", Telling.percent(shown().own().half()),
        Telling.percent(shown().twin().half()));
  }

  @Override public DataTable table() {
    PartTable table = new PartTable();
    PartTable.Part seeds = table.part(Words.of("toldtheory.sparse.seeds"));
    for (Sparse.Seed seed : of.seeds())
      for (int i = 0; i < of.measures(); i++)
        seeds.row(seed.seed(), name(i), asked(i, seed.own().get(i)), asked(i, seed.ownEngine().get(i)),
        seed.twin().get(i),
            seed.twinEngine().get(i));
    units(table.part(Words.of("toldtheory.sparse.units_own")), of.own(), true);
    units(table.part(Words.of("toldtheory.sparse.units_twin")), of.twin(), false);
    PartTable.Part bins = table.part(Words.of("toldtheory.sparse.bins"));
    for (int i = 0; i < of.own().bins().rows(); i++)
      bins.row(i * of.own().bin(), (i + 1) * of.own().bin(), asked(ZEROS, of.own().bins().at(i, 0)),
          asked(ZEROS, of.own().bins().at(i, 1)), of.twin().bins().at(i, 0), of.twin().bins().at(i, 1));
    PartTable.Part away = table.part(Words.of("toldtheory.sparse.away"));
    Matrix rows = of.away();
    for (int i = 0; i < rows.rows(); i++)
      away.row((long) rows.at(i, Sparse.AWAY), rows.at(i, Sparse.OWN_EXACT), rows.at(i, Sparse.OWN_ENGINE),
          rows.at(i, Sparse.TWIN_EXACT), rows.at(i, Sparse.TWIN_ENGINE));
    return table.table();
  }

  /// Nothing but the zeros is asked for.
  private Double asked(int measure, double value) { return measure == ZEROS ? Telling.asked(showing, value)
      : (Double) value; }

  private void units(PartTable.Part part, Sparse.Units units, boolean own) {
    for (int unit = 0; unit < units.count(); unit++) {
      double zeros = units.each().at(unit, Sparse.Units.ZEROS);
      int likest = (int) units.each().at(unit, Sparse.Units.LIKEST), worst = units.worstClass(unit);
      part.row(unit + 1, units.each().at(unit, Sparse.Units.MEAN), own ? asked(ZEROS, zeros) : (Double) zeros,
          (long) units.each().at(unit, Sparse.Units.SAME), likest < 0 ? null : (Integer) (likest + 1),
          of.reconstructs() ? null : of.classes().get(worst),
          units.worst(unit), units.engineCosts().at(unit, worst));
    }
  }

  private static String name(int measure) {
    return switch (measure) {
      case 0 -> Words.of("toldtheory.sparse.zeros");
      case 1 -> Words.of("toldtheory.sparse.mean");
      case 2 -> Words.of("toldtheory.sparse.cost");
      case 3 -> Words.of("toldtheory.sparse.without_half");
      case 4 -> Words.of("toldtheory.sparse.correlation");
      case 5 -> Words.of("toldtheory.sparse.same");
      case 6 -> Words.of("toldtheory.sparse.dead");
      default -> Words.of("autoencoder.sparse.error");
    };
  }
}
