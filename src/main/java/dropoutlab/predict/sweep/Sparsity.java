package dropoutlab.predict.sweep;

import dropoutlab.data.DataSet;
import dropoutlab.data.Examples;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.math.RandomStream;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Network;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.NetworkSpec;
import java.util.Optional;
import java.util.stream.IntStream;

/// How sparse hidden activations are (Srivastava et al. 2014, Figs 7 and 8). Every unit counts the same.
///
/// @param activation their mean
/// @param zeros      which share of them is exactly 0
public record Sparsity(double activation, double zeros) {
  /// Looks at the units of all dense hidden layers, with masks off: at what their activation function puts out, before
  /// their dropout scales it. Layers of the body do not count.
  ///
  /// @param data of its validation examples, or of the training examples if nothing is held out
  /// @return empty for a network without dense hidden layers
  public static Optional<Sparsity> of(NetworkSpec spec, Weights weights, DataSet data) {
    if (spec.hidden().isEmpty()) return Optional.empty();
    Network network = new Network(spec, data.schema().shape(), weights.biases().getLast().cols(),
        layer -> RandomStream.of(0, Purpose.PREDICTION, layer));
    network.load(weights);
    Examples shown = data.shown();
    double activation = 0, zeros = 0;
    long all = 0;
    for (int from = 0; from < shown.size(); from += Network.INFERENCE_ROWS) {
      int to = Math.min(shown.size(), from + Network.INFERENCE_ROWS);
      Tensor x = shown.pick(IntStream.range(from, to).toArray()).x();
      network.forward(x, Mode.INFERENCE);
      for (int layer = 1; layer <= spec.hidden().size(); layer++) {
        Matrix values = network.dropped(layer, false).before();
        Sparsity some = of(values);
        activation += some.activation * values.size();
        zeros += some.zeros * values.size();
        all += values.size();
      }
    }
    return Optional.of(new Sparsity(activation / all, zeros / all));
  }

  /// @param values (examples x units) what the units put out
  public static Sparsity of(Matrix values) {
    double activation = 0, zeros = 0;
    for (int u = 0; u < values.cols(); u++) {
      Sparsity unit = ofUnit(values, u);
      activation += unit.activation;
      zeros += unit.zeros;
    }
    return new Sparsity(activation / values.cols(), zeros / values.cols());
  }

  /// Returns the same of one unit alone.
  public static Sparsity ofUnit(Matrix values, int unit) {
    double sum = 0, zeros = 0;
    for (int i = 0; i < values.rows(); i++) {
      sum += values.at(i, unit);
      if (values.at(i, unit) == 0) zeros++;
    }
    return new Sparsity(sum / values.rows(), zeros / values.rows());
  }
}
