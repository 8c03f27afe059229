package dropoutlab.predict.variant.dense;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Frame;
import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Mode;
import dropoutlab.predict.variant.LayerRuns;
import dropoutlab.spec.Beside;
import dropoutlab.spec.DropoutSpec.Targeted;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.NetworkSpec.HiddenLayer;
import dropoutlab.spec.NetworkSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One of two networks that are compared, and the example on which both are looked at.
///
/// @param frame as seen from that network
record DenseSide(Frame frame, DataSet data, int example) {
  /// Returns A and, if there is one, B; only those that go on learning or have not failed.
  static List<DenseSide> both(Frame frame, DataSet data, int example) {
    return Stream.concat(Stream.of(Beside.OWN), frame.beside().stream().limit(1))
        .map(name -> new DenseSide(frame.seenFrom(name), data, example)).toList();
  }

  NetworkSpec spec() { return frame.inForce(); }

  HiddenLayer hidden(int layer) { return spec().hidden().get(layer - 1); }

  DropoutSpec method(int layer) { return hidden(layer).method(); }

  /// Returns the numbers of the hidden layers that drop something, from 1.
  List<Integer> dropping() {
    return IntStream.rangeClosed(1, spec().hidden().size()).filter(layer -> hidden(layer).drop() > 0).boxed().toList();
  }

  /// Returns the first hidden layer that drops units; empty if none does.
  Optional<Integer> firstOfUnits() {
    return dropping().stream().filter(layer -> !method(layer).dropsWeights()).findFirst();
  }

  /// Returns whether a hidden layer has targeted dropout, and what it ranks.
  Optional<Targeted.Target> target() {
    return dropping().stream().map(this::method).filter(Targeted.class::isInstance).map(method ->
        ((Targeted) method).target()).findFirst();
  }

  LayerRuns runs() { return LayerRuns.of(frame, data.schema()); }

  /// Returns the inputs of the example, in so many rows.
  Tensor inputs(int rows) {
    int row = frame.network().examples().get(Math.clamp(example, 0, frame.network().batchSize() - 1));
    Tensor x = new Tensor(rows, data.train().x().cols());
    for (int r = 0; r < rows; r++) x.copyRow(r, data.train().x(), row);
    return x;
  }

  /// Returns what the dropout of a layer does to the example under so many masks.
  Dropped drawn(int layer, int masks) { return runs().dropped(inputs(masks), Mode.TRAIN, layer); }
}
