package dropoutlab.predict.variant.maps;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.frame.Frame;
import dropoutlab.frame.LayerView.Kind;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.MapsEvidence;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NetworkView;
import dropoutlab.math.Tensor;
import dropoutlab.predict.Predictor;
import dropoutlab.spec.LayerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Measures the evidence of the view of maps in the networks of a frame, on the batch that they have learnt last.
public final class MapsMeasured {
  /// More examples of the training set than these are not predicted, but those of the batch alone.
  private static final int MOST_PREDICTED = 256;

  private MapsMeasured() {}

  /// @param networks the same moment seen from A and, if there is one, from B
  public static MapsEvidence of(List<Frame> networks, DataSet data) {
    Tensor all = data.train().x();
    List<Integer> rows = all.rows() <= MOST_PREDICTED ? IntStream.range(0, all.rows()).boxed().toList()
        : networks.getFirst().network().examples();
    Tensor x = new Tensor(rows.size(), all.cols());
    for (int i = 0; i < rows.size(); i++) x.copyRow(i, all, rows.get(i));
    List<MapsEvidence.Of> measured = networks.stream().map(frame -> of(frame, data.schema(), x)).toList();
    return new MapsEvidence(rows, measured.getFirst(), measured.stream().skip(1).findFirst());
  }

  private static MapsEvidence.Of of(Frame frame, Schema schema, Tensor x) {
    Tensor off = Predictor.of(frame, schema).deterministic(x);
    NetworkView view = frame.network();
    return new MapsEvidence.Of(places(view, frame.inForce().body(), frame.experiment().seed()), sources(view),
        Matrix.copyOf(off.data(), off.rows(), off.cols()));
  }

  private static List<MapsEvidence.Place> places(NetworkView view, List<LayerSpec> body, long seed) {
    List<MapsEvidence.Place> places = new ArrayList<>();
    for (int i = 0; i < view.body().size(); i++) {
      int layer = i;
      MapPlace.of(view.body().get(i)).ifPresent(place -> places.add(place.measure(layer, body.get(layer), seed)));
    }
    for (int i = 0; i < view.layers().size() - 1; i++)
      places.add(MapPlace.ofUnits(view.body().size() + i, view.layers().get(i)));
    return places;
  }

  /// What the body passes on has been measured in it.
  private static List<MapsEvidence.Source> sources(NetworkView view) {
    List<MapsEvidence.Source> sources = new ArrayList<>();
    for (int i = 0; i < view.body().size(); i++)
      if (view.body().get(i) instanceof LayerView.Maps maps && maps.kind() == Kind.ACTIVATION)
        sources.add(new MapsEvidence.Source(i, squared(NeighbourCorrelation.ofValues(maps, 1).getLast())));
    for (int i = 1; i < view.layers().size() - 1; i++) {
      double alike = UnitCorrelation.meanR2(view.layers().get(i).activations());
      sources.add(new MapsEvidence.Source(view.body().size() + i, alike));
    }
    return sources;
  }

  private static double squared(double r) { return r * r; }
}
