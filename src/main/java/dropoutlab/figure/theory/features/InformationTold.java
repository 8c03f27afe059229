package dropoutlab.figure.theory.features;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.PartTable;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Telling;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.bench.FeaturesPicture.Information;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the bits tell that pass a dropped layer: how many there are by each code, and how far the engine's estimates are
/// off, as they are known to be.
record InformationTold(Information of, Showing showing) implements Told {
  @Override public String title() { return Words.of("toldtheory.bits.title"); }

  @Override public List<String> sentences() {
    List<String> told = new ArrayList<>();
    told.add(Words.of("toldtheory.bits.drawn", of.units(), Numbers.count(of.samples())));
    told.add(Words.of("toldtheory.bits.pass", Shown.dropRate(of.p()), Words.list(shown().map(code ->
        Words.of("toldtheory.bits.by", name(code), Numbers.reading(of.coded().get(code).bits()))).toList())));
    told.add(Words.of("toldtheory.bits.estimate", Words.list(shown().map(this::estimated).toList())));
    if (!showing.hidden()) told.add(most());
    told.add(Telling.guess(showing, of.coded().get(of.code()).bits()));
    return told;
  }

  private Stream<Integer> shown() {
    return IntStream.range(0, of.coded().size()).filter(code -> !hides(code)).boxed();
  }

  private boolean hides(int code) { return showing.hidden() && code == of.code(); }

  private static String name(int code) {
    return switch (code) {
      case 0 -> Words.of("toldtheory.bits.copy");
      case 1 -> Words.of("toldtheory.bits.parity");
      default -> Words.of("toldtheory.bits.own");
    };
  }

  private String estimated(int code) {
    Information.Coded coded = of.coded().get(code);
    return Words.of("toldtheory.bits.estimated", Numbers.reading(coded.estimate()), name(code),
        Telling.gap(coded.bits(), coded.estimate()));
  }

  private String most() {
    int most = 0, least = 0;
    for (int code = 1; code < of.coded().size(); code++) {
      if (of.coded().get(code).bits() > of.coded().get(most).bits()) most = code;
      if (of.coded().get(code).bits() < of.coded().get(least).bits()) least = code;
    }
    return of.coded().get(most).bits() == of.coded().get(least).bits() ? Words.of("toldtheory.bits.alike")
        : Words.of("toldtheory.bits.most", name(most), name(least));
  }

  @Override public DataTable table() {
    PartTable table = new PartTable();
    PartTable.Part now = table.part(Words.of("toldtheory.bits.now")),
        exact = table.part(Words.of("toldtheory.bits.exact")),
        engine = table.part(Words.of("toldtheory.bits.engine"));
    for (int code = 0; code < of.coded().size(); code++) {
      if (hides(code)) continue;
      Information.Coded coded = of.coded().get(code);
      now.row(name(code), of.p(), coded.bits(), coded.estimate());
      for (int i = 0; i < coded.exact().size(); i++)
        exact.row(name(code), Information.p(i), coded.exact().get(i), coded.expected().get(i));
      for (int i = 0; i < of.grid().size(); i++) engine.row(name(code), of.grid().get(i), coded.engine().get(i));
    }
    return table.table();
  }
}
