package dropoutlab.figure.variant;

import dropoutlab.figure.plot.PartTable;
import dropoutlab.frame.MapsEvidence;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is really dropped of maps, and what kept neighbours give away of it.
record MapsTold(MapsEvidence of) implements EvidenceTold {
  private List<MapsEvidence.Of> sides() {
    return Stream.concat(Stream.of(of.a()), of.b().stream()).toList();
  }

  @Override public List<String> sentences() {
    List<String> told = new ArrayList<>();
    for (int i = 0; i < sides().size(); i++) {
      String letter = EvidenceTold.letter(i);
      first(sides().get(i)).ifPresent(place -> told.add(sentence(letter, place)));
    }
    return told;
  }

  /// The first place at which something is dropped.
  private static Optional<MapsEvidence.Place> first(MapsEvidence.Of side) {
    return side.places().stream().filter(place -> place.nominal() > 0 && !place.shares().isEmpty()).findFirst();
  }

  private static String sentence(String letter, MapsEvidence.Place place) {
    String share = Words.of("toldvariants.maps.share", letter, Shown.percent(place.measured(), 1),
        Shown.percent(place.expected(), 1), Shown.dropRate(place.nominal()));
    if (!Double.isFinite(place.givenAway()) || !Double.isFinite(place.singly())) return share;
    return share + " " + Words.of("toldvariants.maps.given", Numbers.fixed(place.givenAway(), 2),
        Numbers.fixed(place.singly(), 2));
  }

  @Override public void tabulate(PartTable table) {
    PartTable.Part places = table.part(Words.of("toldvariants.maps.places")),
        neighbours = table.part(Words.of("toldvariants.maps.neighbours")),
        shares = table.part(Words.of("toldvariants.maps.shares")),
        sources = table.part(Words.of("toldvariants.maps.sources"));
    for (int i = 0; i < sides().size(); i++) {
      String letter = EvidenceTold.letter(i);
      for (MapsEvidence.Place place : sides().get(i).places()) {
        int layer = place.layer() + 1;
        places.row(letter, layer, place.nominal(), place.expected(), place.shares().isEmpty() ? Double.NaN
            : place.measured(),
            place.givenAway(), place.singly());
        for (int apart = 0; apart < Math.max(place.values().size(), place.masks().size()); apart++)
          neighbours.row(letter, layer, apart, at(place.values(), apart), at(place.masks(), apart));
        for (int e = 0; e < place.shares().size(); e++) shares.row(letter, layer, e + 1, place.shares().get(e));
      }
      for (MapsEvidence.Source source : sides().get(i).sources()) sources.row(letter, source.layer() + 1,
          source.alike());
    }
  }

  private static double at(List<Double> values, int i) { return i < values.size() ? values.get(i) : Double.NaN; }
}
