package dropoutlab.figure.variant;

import dropoutlab.figure.plot.PartTable;
import dropoutlab.frame.BesideEvidence.Between;
import dropoutlab.frame.BesideEvidence.Gaps;
import dropoutlab.frame.BesideEvidence.Hidden;
import dropoutlab.frame.BesideEvidence.Network;
import dropoutlab.frame.BesideEvidence.Sure;
import dropoutlab.frame.BesideEvidence.Tried;
import dropoutlab.frame.BesideEvidence;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/// What a method beside dropout has done to a network: under masks, to how sure it is, and in what it is about.
record BesideTold(BesideEvidence of) implements EvidenceTold {
  @Override public List<String> sentences() {
    List<String> told = new ArrayList<>();
    for (int i = 0; i < of.networks().size(); i++) {
      String letter = EvidenceTold.letter(i);
      Network network = of.networks().get(i);
      if (!network.masked().isEmpty()) told.add(Words.of("toldvariants.beside.masked", letter,
          Numbers.reading(network.masked().getFirst()), Numbers.reading(network.masked().getLast()),
          Shown.dropRate(BesideEvidence.RATES.getLast())));
      network.sure().ifPresent(sure -> told.add(sure(letter, sure)));
      network.tried().ifPresent(tried -> told.add(tried(letter, tried)));
    }
    return told;
  }

  private static String sure(String letter, Sure sure) {
    return Words.of(sure.confidence() > sure.right() ? "toldvariants.beside.over" : sure.confidence() < sure.right()
        ? "toldvariants.beside.under" : "toldvariants.beside.even", letter, Shown.percent(sure.confidence(), 1),
        Shown.percent(sure.right(), 1));
  }

  private static String tried(String letter, Tried tried) {
    return switch (tried) {
      case Gaps gaps -> Words.of("toldvariants.beside.gaps", letter, Numbers.reading(gaps.plain()),
          Numbers.reading(gaps.smoothed()));
      case Between between -> Words.of("toldvariants.beside.between", letter, Numbers.fixed(between.p().getFirst(), 2),
          Numbers.fixed(between.p().get(between.p().size() / 2), 2), Numbers.fixed(between.p().getLast(), 2));
      case Hidden hidden -> Words.of("toldvariants.beside.hidden", letter, Shown.percent(hidden.errors().getFirst(), 1),
          Shown.percent(hidden.errors().getLast(), 1), hidden.sides().getLast());
    };
  }

  @Override public void tabulate(PartTable table) {
    PartTable.Part masked = table.part(Words.of("toldvariants.beside.rates")),
        sure = table.part(Words.of("toldvariants.beside.sure"));
    for (int i = 0; i < of.networks().size(); i++) {
      String letter = EvidenceTold.letter(i);
      Network network = of.networks().get(i);
      for (int k = 0; k < network.masked().size(); k++) masked.row(letter, BesideEvidence.RATES.get(k),
          network.masked().get(k));
      network.sure().ifPresent(each -> sure.row(letter, each.confidence(), each.right()));
      network.tried().ifPresent(tried -> tabulate(table, letter, tried));
    }
  }

  private static void tabulate(PartTable table, String letter, Tried tried) {
    switch (tried) {
      case Gaps gaps -> {
        PartTable.Part part = table.part(Words.of("toldvariants.beside.logits"));
        for (int i = 0; i < gaps.gaps().size(); i++) part.row(letter, i + 1, gaps.gaps().get(i));
      }
      case Between between -> {
        PartTable.Part part = table.part(Words.of("toldvariants.beside.ways"));
        for (int i = 0; i < between.shares().size(); i++) part.row(letter, between.shares().get(i), between.p().get(i));
      }
      case Hidden hidden -> {
        PartTable.Part part = table.part(Words.of("toldvariants.beside.squares"));
        for (int i = 0; i < hidden.sides().size(); i++) part.row(letter, hidden.sides().get(i), hidden.errors().get(i));
      }
    }
  }
}
