package dropoutlab.figure.variant.maps;

import dropoutlab.data.DataSet;
import dropoutlab.data.ImageShape;
import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.variant.Halves;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.Side;
import dropoutlab.figure.variant.SiteTold;
import dropoutlab.figure.variant.Versus;
import dropoutlab.figure.variant.View;
import dropoutlab.frame.MapsEvidence;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NetworkView;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Task;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Methods on a convolutional network: what is dropped of the maps of an example, and of the dense layers behind.
///
/// @param measured empty while it is computed
public record MapsView(Versus versus, Look look, DataSet data, Optional<MapsEvidence> measured) implements View {
  private static final double FULL = .7;

  /// The row of the example, or the last that every layer shows.
  private int example() {
    int shown = versus.sides().stream().flatMap(side -> side.view().body().stream())
        .mapToInt(layer -> layer.values().rows()).min().orElse(1);
    return Math.clamp(look.example(), 0, Math.max(0, shown - 1));
  }

  private int front() {
    return Math.clamp(look.site(), 0, Math.max(0, Place.of(versus, versus.a()).size() - 1));
  }

  @Override public Figure strip() {
    NetworkView view = versus.a().view();
    return new MapsStrip(view, versus.a().state().inForce(), Place.of(versus, versus.a()), front(), image(view),
        schema().image().map(ImageShape::width).orElse(1));
  }

  private Schema schema() { return data.schema(); }

  /// The pixels of the example in the user's units.
  private Matrix image(NetworkView view) {
    if (schema().image().isEmpty()) return Matrix.EMPTY;
    Tensor x = data.train().x();
    int row = view.examples().get(example());
    return Matrix.generate(1, x.cols(), (_, pixel) -> schema().inputScaling().toRaw(pixel, x.at(row, pixel)));
  }

  /// In A and B a value has the same colour, and the full one from [#FULL] of the largest value on.
  @Override public Figure hero() {
    List<List<Place>> places = versus.sides().stream().map(side -> Place.of(versus, side)).toList();
    double[] largest = IntStream.range(0, places.getFirst().size()).mapToDouble(i -> FULL * places.stream()
        .filter(each -> i < each.size()).mapToDouble(each -> each.get(i).largest(example())).max().orElse(0)).toArray();
    return new Halves(versus, side -> picture(side, places.get(versus.sides().indexOf(side)), largest));
  }

  private SidePicture picture(Side side, List<Place> places, double[] largest) {
    List<PlacePicture> pictures = new ArrayList<>();
    for (Place place : places) {
      int number = place.site().number();
      double full = number < largest.length ? largest[number] : 0;
      pictures.add(new PlacePicture(side, place, look, example(), number == front(), full, 0));
    }
    return new SidePicture(pictures, front(), classes(side));
  }

  private Optional<ClassBars> classes(Side side) {
    if (schema().task() == Task.REGRESSION) return Optional.empty();
    NetworkView view = side.view();
    Matrix on = view.layers().getLast().activations();
    Optional<double[]> off = measured.flatMap(found -> unmasked(found, side, view.examples().get(example())));
    int label = (int) view.targets().at(example(), 0);
    return Optional.of(new ClassBars(side, schema(), probabilities(on, example()), off, label));
  }

  private Optional<double[]> unmasked(MapsEvidence found, Side side, int row) {
    int at = found.examples().indexOf(row);
    Optional<MapsEvidence.Of> of = side.letter() == Side.Letter.A ? Optional.of(found.a()) : found.b();
    return at < 0 ? Optional.empty() : of.map(each -> probabilities(each.unmasked(), at));
  }

  /// Of two classes, a network tells the probability of the second.
  private static double[] probabilities(Matrix outputs, int row) {
    if (outputs.cols() == 1) return new double[] {1 - outputs.at(row, 0), outputs.at(row, 0)};
    return IntStream.range(0, outputs.cols()).mapToDouble(c -> outputs.at(row, c)).toArray();
  }

  @Override public List<Panel> evidence() {
    List<Place> places = Place.of(versus, versus.a());
    return measured.map(found -> new MapsPanels(versus, found, places, front()).all()).orElse(List.of());
  }

  @Override public List<String> sentences() {
    List<String> told = new ArrayList<>(List.of(Words.of("toldvariants.maps.pass", example() + 1)));
    told.addAll(new SiteTold(versus, example()).sentences());
    return told;
  }
}
