package dropoutlab.figure.variant.maps;

import dropoutlab.figure.variant.BodyNames;
import dropoutlab.figure.variant.Side;
import dropoutlab.figure.variant.Versus;
import dropoutlab.figure.variant.View.Panel;
import dropoutlab.frame.MapsEvidence;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NetworkView;
import dropoutlab.frame.Weights;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The plots of evidence for the place in front: how alike neighbours are, how much was really dropped, and what kept
/// neighbours give away; for a vector of units, where the weights are and how much units tell of each other.
record MapsPanels(Versus versus, MapsEvidence found, List<Place> places, int front) {
  /// What was measured on one side.
  record Measured(Side side, MapsEvidence.Place place) {
    boolean isPerPixel() { return side.method().name().equals("per-pixel"); }
  }

  List<Panel> all() {
    if (places.isEmpty()) return List.of();
    Place place = places.get(front);
    List<Measured> measured = measured(place);
    if (measured.isEmpty()) return List.of();
    String name = place.site().name();
    Panel really = new Panel(Words.of("maps.really.title"), Words.count("maps.really.note", examples(measured), name),
        1.1, new ReallyDropped(measured));
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

  private Optional<MapsEvidence.Of> of(Side side) {
    return side.letter() == Side.Letter.A ? Optional.of(found.a()) : found.b();
  }

  private static BarRows given(List<Measured> measured) {
    List<Measured> drawn = measured.stream().filter(each -> !each.place.masks().isEmpty()).toList();
    List<BarRows.Row> rows = new ArrayList<>();
    if (!drawn.isEmpty() && drawn.stream().noneMatch(Measured::isPerPixel))
      rows.add(new BarRows.Row(Words.of("maps.given.singly"), Optional.empty(), drawn.getFirst().place.singly()));
    for (Measured each : drawn)
      rows.add(new BarRows.Row(each.side.letter().name(), Optional.of(each.side), each.place.givenAway()));
    return new BarRows(rows, Words.of("maps.given.axis"), 2);
  }

  /// The shares of the layers in all weights and biases of A.
  private Panel weights() {
    Weights weights = versus.a().state().weights();
    List<String> names = new ArrayList<>(List.of(Words.of("maps.weights.body")));
    List<Integer> counts = new ArrayList<>(List.of(weights.body().stream().mapToInt(Matrix::size).sum()));
    for (int i = 0; i < weights.weights().size(); i++) {
      names.add(versus.a().view().layers().get(i + 1).name());
      counts.add(weights.weights().get(i).size() + weights.biases().get(i).size());
    }
    double all = counts.stream().mapToInt(Integer::intValue).sum();
    List<BarRows.Row> rows = IntStream.range(0, names.size())
        .mapToObj(i -> new BarRows.Row(names.get(i), Optional.empty(), 100 * counts.get(i) / all)).toList();
    return new Panel(Words.of("maps.weights.title"), Words.of("maps.weights.note"), 1, new BarRows(rows, "", 1));
  }

  private Panel alike() {
    List<BarRows.Row> rows = found.a().sources().stream()
        .map(source -> new BarRows.Row(name(source.layer()), Optional.empty(), source.alike())).toList();
    BarRows bars = new BarRows(rows, Words.of("maps.given.axis"), 2);
    return new Panel(Words.of("maps.one.title"), Words.of("maps.one.note"), 1, bars);
  }

  private String name(int layer) {
    NetworkView view = versus.a().view();
    int ofBody = view.body().size();
    return layer < ofBody ? BodyNames.at(view.body(), layer) : view.layers().get(layer - ofBody).name();
  }
}
