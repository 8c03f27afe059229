package dropoutlab.predict.variant;

import dropoutlab.data.Schema;
import dropoutlab.frame.Frame;
import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Weights;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Network;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.NetworkSpec;
import java.util.List;

/// A copy of a network that is run in any mode to look at its layers. It has random streams of its own and starts every
/// run from the same weights and running statistics, so that looking changes nothing.
public final class LayerRuns {
  private final Network network;
  private final Weights weights;

  /// @param inputs the shape in which the input columns are read
  /// @param seed   of the masks: the same seed gives the same runs
  public LayerRuns(NetworkSpec spec, Shape inputs, Weights weights, long seed) {
    this.weights = weights;
    network = new Network(spec, inputs, weights.biases().getLast().cols(),
        layer -> RandomStream.of(seed, RandomStream.Purpose.PREDICTION, layer));
  }

  /// Makes a copy of the network of a frame, with the drop rates in force there.
  public static LayerRuns of(Frame frame, Schema schema) {
    return new LayerRuns(frame.inForce(), schema.shape(), frame.weights(), frame.experiment().seed());
  }

  /// Runs all rows of `x` as one batch, and returns what the dropout of hidden layer `layer`, from 1, did.
  public Dropped dropped(Tensor x, Mode mode, int layer) {
    run(x, mode);
    return network.dropped(layer, false);
  }

  /// Runs all rows of `x`, (n x inputs) and scaled, as one batch. Returns a view of every layer: the dropout of the
  /// inputs first, the output layer last.
  public List<LayerView> run(Tensor x, Mode mode) {
    network.load(weights);
    if (mode == Mode.HELD) network.holdNewMasks();
    network.forward(x, mode);
    return network.views(x.rows());
  }
}
