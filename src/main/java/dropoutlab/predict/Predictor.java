package dropoutlab.predict;

import dropoutlab.data.Schema;
import dropoutlab.data.TargetUnit;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Sampling;
import dropoutlab.frame.Weights;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import dropoutlab.nn.Network;
import dropoutlab.nn.Passes;
import dropoutlab.nn.dropout.DropoutLayer;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Task;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// A trained network that predicts: a standardised value, or one for each input that is reconstructed, which
/// [TargetUnit] converts into the user's unit, or a probability for every class (two for a network with one logit). A regression network with two outputs has learnt the
/// variance of the target as well. The predictor draws from random streams of its own, so that predicting never affects
/// training.
public final class Predictor {
  private final Schema schema;
  private final Network network;
  private final Loss loss;
  private final Tensor raw;
  private final Tensor answer;

  /// @param seed the seed of the prediction streams; the same seed gives the same passes
  public Predictor(Schema schema, NetworkSpec spec, Weights weights, long seed) {
    this.schema = schema;
    int outputs = weights.biases().getLast().cols();
    network = new Network(spec, schema.shape(), outputs,
        layer -> RandomStream.of(seed, RandomStream.Purpose.PREDICTION, layer));
    network.load(weights);
    loss = Loss.ofNetwork(schema.task(), outputs);
    raw = new Tensor(0, outputs);
    answer = new Tensor(0, columns());
  }

  /// Makes a predictor from the network of a frame, with the drop rates in force there.
  public static Predictor of(Frame frame, Schema schema) {
    return new Predictor(schema, frame.inForce(), frame.weights(), frame.experiment().seed());
  }

  /// Makes the same with the drop rate that `sampling` asks for. It is for passes only: methods that scale at inference
  /// use the rate in force, and so predictions with masks off must come from [#of(Frame, Schema)].
  public static Predictor of(Frame frame, Schema schema, Sampling sampling) {
    Predictor predictor = of(frame, schema);
    sampling.p().ifPresent(predictor::setDropRate);
    return predictor;
  }

  /// Sets this rate for every layer that drops anything: those of the body and the hidden layers, or the input if only
  /// the input drops. A rate that a hidden layer has learnt is replaced too.
  void setDropRate(double p) {
    DropRate input = network.dropouts().getFirst().dropRates().getFirst();
    List<DropoutLayer> learnt = network.dropouts().stream().filter(each -> each.dropRates().isEmpty() && each.p() > 0).toList();
    List<DropRate> rates = network.dropRates().stream().filter(rate -> rate != input && rate.p() > 0).toList();
    learnt.forEach(each -> each.setP(p));
    rates.forEach(rate -> rate.set(p));
    if (learnt.isEmpty() && rates.isEmpty() && input.p() > 0) input.set(p);
  }

  /// Returns 1 for regression, the number of inputs for a reconstruction, else the number of classes.
  public int columns() {
    return schema.task() == Task.CLASSIFICATION ? schema.classes().size() : schema.outputs();
  }

  public Schema schema() { return schema; }

  public TargetUnit unit() { return TargetUnit.of(schema); }

  /// Returns the deterministic prediction, with masks off. `x` is (n x inputs), scaled, and is not modified; the result
  /// is (n x columns) and valid until the next call.
  public Tensor deterministic(Tensor x) {
    network.infer(x, raw);
    return answer();
  }

  /// Makes one pass with dropout on: one thinned network for all rows (`HELD`), or another for each row (`FRESH`).
  public Tensor pass(Tensor x, boolean held) {
    network.pass(x, held ? Mode.HELD : Mode.FRESH, raw);
    return answer();
  }

  /// Returns passes over the same inputs, one per call, each as [#pass] makes it but faster. `x` must not change.
  public Supplier<Tensor> passes(Tensor x, boolean held) {
    Passes passes = network.passes(x, held ? Mode.HELD : Mode.FRESH);
    return () -> {
      passes.next(raw);
      return answer();
    };
  }

  /// Draws the masks of the next held pass without making it.
  public void holdNewMasks() { network.holdNewMasks(); }

  /// Returns the masks of the last held pass, of the input and of each hidden layer: (1 x units), or empty where no
  /// units are dropped.
  public List<Matrix> heldMasks() {
    return IntStream.range(0, network.dropouts().size()).mapToObj(network::heldMask)
        .map(mask -> mask.size() == 0 ? Matrix.EMPTY : Matrix.copyOf(mask.data(), 1, mask.cols())).toList();
  }

  /// Returns whether the network has learnt, for each input, how much the targets vary there.
  public boolean learnsVariance() { return loss == Loss.GAUSSIAN_NLL; }

  /// Returns the variance of the standardised target that the last answer gave for row `row`.
  public double learntVariance(int row) { return Loss.variance(raw.at(row, 1)); }

  private Tensor answer() {
    answer.resize(raw.rows());
    float[] to = answer.data();
    if (schema.task() == Task.REGRESSION) {
      for (int i = 0; i < raw.rows(); i++) to[i] = raw.at(i, 0);
    } else if (schema.task() == Task.RECONSTRUCTION) {
      loss.predict(raw, answer);
    } else if (raw.cols() == 1) {
      loss.predict(raw, raw);
      for (int i = 0; i < raw.rows(); i++) {
        to[2 * i + 1] = raw.at(i, 0);
        to[2 * i] = 1 - raw.at(i, 0);
      }
    } else {
      loss.predict(raw, answer);
    }
    return answer;
  }
}
