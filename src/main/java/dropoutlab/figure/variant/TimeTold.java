package dropoutlab.figure.variant;

import dropoutlab.figure.plot.PartTable;
import dropoutlab.frame.TimeEvidence;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/// What dropout does to the memory of a recurrent network.
record TimeTold(TimeEvidence of) implements EvidenceTold {
  @Override public List<String> sentences() {
    List<String> told = new ArrayList<>();
    for (int i = 0; i < of.networks().size(); i++) {
      String letter = EvidenceTold.letter(i);
      TimeEvidence.Network network = of.networks().get(i);
      List<Double> noise = network.noise(), recall = network.recall();
      if (!noise.isEmpty()) told.add(Words.of("toldvariants.time.noise", letter, Numbers.reading(noise.getFirst()),
          Numbers.reading(noise.getLast()), noise.size()));
      if (!recall.isEmpty()) told.add(Words.of("toldvariants.time.recall", letter, Numbers.fixed(recall.getFirst(), 2),
          Numbers.fixed(recall.getLast(), 2), recall.size() - 1));
    }
    return told;
  }

  @Override public void tabulate(PartTable table) {
    PartTable.Part noise = table.part(Words.of("toldvariants.time.steps")),
        recall = table.part(Words.of("toldvariants.time.recalls")),
        draws = table.part(Words.of("toldvariants.time.draws")),
        memory = table.part(Words.of("toldvariants.time.memory"));
    for (int i = 0; i < of.networks().size(); i++) {
      String letter = EvidenceTold.letter(i);
      TimeEvidence.Network network = of.networks().get(i);
      for (int s = 0; s < network.noise().size(); s++) noise.row(letter, s + 1, network.noise().get(s));
      for (int k = 0; k < network.recall().size(); k++) recall.row(letter, k, network.recall().get(k));
      for (int s = 0; s < network.draws().size(); s++)
        draws.row(letter, s + 1, network.draws().get(s).expected(), network.draws().get(s).measured());
      memory(memory, letter, network);
    }
  }

  /// A row for each unit after each step: with masks off, and the mean over masks.
  private static void memory(PartTable.Part part, String letter, TimeEvidence.Network network) {
    int steps = Math.max(1, network.noise().size()), units = network.calm().cols() / steps;
    for (int at = 0; at < network.calm().cols(); at++) {
      double sum = 0;
      for (int mask = 0; mask < network.masked().rows(); mask++) sum += network.masked().at(mask, at);
      part.row(letter, at / Math.max(1, units) + 1, at % Math.max(1, units) + 1, network.calm().get(at),
          network.masked().rows() == 0 ? Double.NaN : sum / network.masked().rows());
    }
  }
}
