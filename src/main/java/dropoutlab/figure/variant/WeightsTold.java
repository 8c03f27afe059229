package dropoutlab.figure.variant;

import dropoutlab.figure.plot.PartTable;
import dropoutlab.frame.WeightsEvidence;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What many masks do to weights that are dropped.
record WeightsTold(WeightsEvidence of) implements EvidenceTold {
  @Override public List<String> sentences() {
    List<String> told = new ArrayList<>();
    for (int i = 0; i < of.sides().size(); i++) {
      String letter = EvidenceTold.letter(i);
      WeightsEvidence.Of side = of.sides().get(i);
      side.sum().ifPresent(sum -> told.add(Words.count("toldvariants.weights.sum", of.masks(), letter, sum.unit() + 1,
          sum.layer(), Numbers.reading(sum.mean()), Numbers.reading(sum.sd()))));
      side.rules().ifPresent(rules -> told.add(rules(letter, rules)));
      side.pruned().ifPresent(curve -> told.add(UnitsTold.pruned(letter, curve)));
    }
    return told;
  }

  private static String rules(String letter, WeightsEvidence.Rules rules) {
    double matched = rules.error(rules.matched()), byMean = rules.error(rules.byMean());
    String nearer = matched < byMean ? Words.of("toldvariants.weights.matched_nearer")
        : byMean < matched ? Words.of("toldvariants.weights.mean_nearer") : Words.of("toldvariants.weights.alike");
    return Words.of("toldvariants.weights.rules", letter, Numbers.reading(matched), Numbers.reading(byMean), nearer);
  }

  @Override public void tabulate(PartTable table) {
    List<WeightsEvidence.Of> sides = of.sides();
    if (sides.stream().anyMatch(side -> side.sum().isPresent())) {
      PartTable.Part sums = table.part(Words.of("toldvariants.weights.sums"));
      IntStream.range(0, sides.size()).forEach(i -> sides.get(i).sum().ifPresent(sum ->
          sum(sums, EvidenceTold.letter(i), sum)));
    }
    if (sides.stream().anyMatch(side -> side.rules().isPresent())) {
      PartTable.Part units = table.part(Words.of("toldvariants.weights.units"));
      for (int i = 0; i < sides.size(); i++) {
        String letter = EvidenceTold.letter(i);
        sides.get(i).rules().ifPresent(rules -> IntStream.range(0, rules.drawn().size()).forEach(unit ->
            units.row(letter, unit + 1, rules.drawn().get(unit), rules.matched().get(unit), rules.byMean().get(unit))));
      }
    }
    if (sides.stream().noneMatch(side -> side.pruned().isPresent())) return;
    PartTable.Part removed = table.part(Words.of("toldvariants.units.removed"));
    for (int i = 0; i < sides.size(); i++) {
      String letter = EvidenceTold.letter(i);
      sides.get(i).pruned().ifPresent(curve -> UnitsTold.pruned(removed, letter, curve));
    }
  }

  private static void sum(PartTable.Part part, String letter, WeightsEvidence.Sum sum) {
    for (int i = 0; i < sum.counts().size(); i++)
      part.row(letter, sum.from() + i * sum.width(), sum.from() + (i + 1) * sum.width(), sum.counts().get(i),
          sum.expected().get(i));
  }
}
