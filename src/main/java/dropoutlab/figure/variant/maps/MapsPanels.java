package dropoutlab.figure.variant.maps;

import dropoutlab.figure.variant.BodyNames;
import dropoutlab.figure.variant.Side;
import dropoutlab.figure.variant.Versus;
import dropoutlab.figure.variant.View.Panel;
import dropoutlab.frame.MapsEvidence;
import dropoutlab.frame.NetworkView;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The plots of evidence for the place in front: how alike neighbours are, how much was really dropped, and what kept
/// neighbours give away; for a vector of units, where the weights are and how much units tell of each other.
record MapsPanels(Versus versus, MapsEvidence found, List<Place> places, int front) {
  /// What was measured on one side.
  record Measured(Side side, MapsEvidence.Place place) {}

  List<Panel> all() {
    if (places.isEmpty()) return List.of();
    Place place = places.get(front);
    List<Measured> measured = measured(place);
    if (measured.isEmpty()) return List.of();
    String name = place.site().name();
    Panel really = new Panel(Words.of("maps.really.title"), Words.count("maps.really.note", examples(measured), name), 1.1,
        new ReallyDropped(measured));
    return place.isVector() ? List.of(weights(), really, alike()) : List.of(
        new Panel(Words.of("maps.alike.title"), Words.of("maps.alike.note"), 1.1, NeighboursPlot.of(measured)), really,
        new Panel(Words.of("maps.given.title"), Words.of("maps.given.note"), .8, given(measured)));
  }

  private static int examples(List<Measured> measured) {
    return measured.stream().mapToInt(each -> each.place.shares().size()).max().orElse(0);
  }

  private List<Measured> measured(Place place) {
    List<Measured> measured = new ArrayList<>();
    for (Side side : versus.sides())
      of(side).flatMap(each -> each.at(place.layer())).ifPresent(each -> measured.add(new Measured(side, each)));
    return measured;
  }

  private Optional<MapsEvidence.Of> of(Side side) { return side.letter() == Side.Letter.A ? Optional.of(found.a()) : found.b(); }

  private static BarRows given(List<Measured> measured) {
    List<BarRows.Row> rows = new ArrayList<>();
    for (Measured each : measured)
      if (!each.place.masks().isEmpty()) rows.add(new BarRows.Row(each.side.letter().name(), Optional.of(each.side), each.place.givenAway()));
    boolean plain = measured.stream().anyMatch(each -> each.side.method().name().equals("per-pixel"));
    if (!plain && !rows.isEmpty()) rows.addFirst(new BarRows.Row(Words.of("maps.given.singly"), Optional.empty(),
        measured.stream().filter(each -> !each.place.masks().isEmpty()).findFirst().orElseThrow().place.singly()));
    return new BarRows(rows, Words.of("maps.given.axis"), 2);
  }

  private Panel weights() {
    List<BarRows.Row> rows = new ArrayList<>();
    var weights = versus.a().state().weights();
    double body = weights.body().stream().mapToInt(each -> each.size()).sum();
    double[] dense = new double[weights.weights().size()];
    double all = body;
    for (int i = 0; i < dense.length; i++) {
      dense[i] = weights.weights().get(i).size() + weights.biases().get(i).size();
      all += dense[i];
    }
    rows.add(new BarRows.Row(Words.of("maps.weights.body"), Optional.empty(), 100 * body / all));
    NetworkView view = versus.a().view();
    for (int i = 0; i < dense.length; i++)
      rows.add(new BarRows.Row(view.layers().get(i + 1).name(), Optional.empty(), 100 * dense[i] / all));
    return new Panel(Words.of("maps.weights.title"), Words.of("maps.weights.note"), 1, new BarRows(rows, "", 1));
  }

  private Panel alike() {
    NetworkView view = versus.a().view();
    List<BarRows.Row> rows = found.a().sources().stream().map(source -> new BarRows.Row(source.layer() < view.body().size()
        ? BodyNames.at(view.body(), source.layer()) : view.layers().get(source.layer() - view.body().size()).name(),
        Optional.empty(), source.alike())).toList();
    return new Panel(Words.of("maps.one.title"), Words.of("maps.one.note"), 1, new BarRows(rows, Words.of("maps.given.axis"), 2));
  }
}
