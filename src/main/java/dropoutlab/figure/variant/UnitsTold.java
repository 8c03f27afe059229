package dropoutlab.figure.variant;

import dropoutlab.figure.plot.PartTable;
import dropoutlab.frame.FactorCounts;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.PrunedCurve;
import dropoutlab.frame.UnitsEvidence;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// What many masks do to one example at units that are dropped.
record UnitsTold(UnitsEvidence of) implements EvidenceTold {
  @Override public List<String> sentences() {
    List<String> told = new ArrayList<>();
    for (int i = 0; i < of.sides().size(); i++) {
      String letter = EvidenceTold.letter(i);
      UnitsEvidence.Of side = of.sides().get(i);
      side.drawn().ifPresent(drawn -> told.add(drawn(letter, drawn)));
      side.ratio().ifPresent(ratio -> told.add(Words.of("toldvariants.units.ratio", letter,
          Numbers.reading(ratio.measured()),
          Numbers.reading(ratio.closed()))));
      side.depths().ifPresent(depths -> told.add(Words.of("toldvariants.units.depths", letter,
          depths.variances().size(),
          Numbers.reading(depths.variances().getLast()))));
      side.pruned().ifPresent(curve -> told.add(pruned(letter, curve)));
    }
    return told;
  }

  private String drawn(String letter, UnitsEvidence.Drawn drawn) {
    Matrix answers = drawn.answers();
    double sum = 0;
    for (int i = 0; i < answers.size(); i++) sum += answers.get(i);
    double mean = sum / answers.size(), squares = 0;
    for (int i = 0; i < answers.size(); i++) squares += (answers.get(i) - mean) * (answers.get(i) - mean);
    return Words.count("toldvariants.units.drawn", of.masks(), letter, Numbers.reading(mean),
        Numbers.reading(Math.sqrt(squares / answers.size())), Numbers.reading(drawn.off()));
  }

  static String pruned(String letter, PrunedCurve curve) {
    return Words.of("toldvariants.units.pruned", letter, Numbers.reading(curve.losses().getFirst()),
        Numbers.reading(curve.losses().getLast()), Shown.percent(curve.shares().getLast()));
  }

  @Override public void tabulate(PartTable table) {
    if (any(of -> of.drawn().isPresent())) {
      PartTable.Part factors = table.part(Words.of("toldvariants.units.factors")),
          means = table.part(Words.of("toldvariants.units.means")),
          answers = table.part(Words.of("toldvariants.units.answers"));
      each((letter, side) -> side.drawn().ifPresent(drawn -> {
        factors(factors, letter, drawn.factors());
        for (int u = 0; u < drawn.before().size(); u++)
          means.row(letter, u + 1, drawn.before().get(u), drawn.means().get(u));
        for (int i = 0; i < drawn.answers().size(); i++) answers.row(letter, i + 1, drawn.answers().get(i),
            drawn.off());
      }));
    }
    if (any(of -> of.ratio().isPresent())) {
      PartTable.Part ratios = table.part(Words.of("toldvariants.units.ratios"));
      each((letter, side) -> side.ratio().ifPresent(ratio -> ratios.row(letter, ratio.closed(), ratio.measured())));
    }
    if (any(of -> of.depths().isPresent())) {
      PartTable.Part layers = table.part(Words.of("toldvariants.units.layers"));
      each((letter, side) -> side.depths().ifPresent(depths -> IntStream.range(0, depths.means().size())
          .forEach(i -> layers.row(letter, i + 1, depths.means().get(i), depths.variances().get(i)))));
    }
    if (!any(of -> of.pruned().isPresent())) return;
    PartTable.Part part = table.part(Words.of("toldvariants.units.removed"));
    each((letter, side) -> side.pruned().ifPresent(curve -> pruned(part, letter, curve)));
  }

  private boolean any(Predicate<UnitsEvidence.Of> has) { return of.sides().stream().anyMatch(has); }

  private void each(BiConsumer<String, UnitsEvidence.Of> taken) {
    for (int i = 0; i < of.sides().size(); i++) taken.accept(EvidenceTold.letter(i), of.sides().get(i));
  }

  private static void factors(PartTable.Part part, String letter, FactorCounts factors) {
    for (int i = 0; i < factors.counts().size(); i++)
      part.row(letter, factors.from() + i * factors.width(), factors.from() + (i + 1) * factors.width(),
          factors.counts().get(i), factors.expected().get(i));
  }

  static void pruned(PartTable.Part part, String letter, PrunedCurve curve) {
    for (int i = 0; i < curve.shares().size(); i++)
      part.row(letter, curve.shares().get(i), curve.losses().get(i),
          curve.wrong().isEmpty() ? Double.NaN : curve.wrong().get(i));
  }
}
