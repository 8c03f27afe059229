package dropoutlab.claim.ensemble;

import dropoutlab.claim.Bench;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.ForcedPasses;
import dropoutlab.nn.Loss;
import dropoutlab.nn.Network;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.theory.ThinnedUnit;
import java.util.ArrayList;
import java.util.List;

/// What the engine says under every mask of two hidden layers, forced upon them one after the other: the network is cut
/// before the dropout of its last layer.
final class BothLayers {
  private BothLayers() {}

  /// @param geometric renormalised
  record Means(double geometric, double average) {}

  static Means of(Thinned of, Tensor x, ProgressMonitor watch) {
    double p = of.spec().hidden().getLast().drop();
    Tensor values = lastLayer(of, x, watch);
    double[] first = ThinnedUnit.chances(Integer.numberOfTrailingZeros(values.rows()), p);
    double[] last = ThinnedUnit.chances(of.units(), p);
    ForcedPasses passes = new ForcedPasses(output(of, p), 0, values);
    Tensor out = new Tensor(0, 1), answers = new Tensor(0, 1);
    double logit = 0, average = 0;
    for (int mask = 0; mask < last.length; mask++) {
      Bench.check(watch);
      passes.pass(mask, out);
      Loss.BINARY_CROSS_ENTROPY.predict(out, answers);
      logit += last[mask] * dot(first, out);
      average += last[mask] * dot(first, answers);
    }
    return new Means(ThinnedUnit.sigmoid(logit), average);
  }

  private static double dot(double[] chances, Tensor values) {
    double sum = 0;
    for (int i = 0; i < chances.length; i++) sum += chances[i] * values.data()[i];
    return sum;
  }

  /// Returns the values of the last hidden layer under each mask of the first: an identity stands for the output layer.
  private static Tensor lastLayer(Thinned of, Tensor x, ProgressMonitor watch) {
    int units = of.units();
    List<NetworkSpec.HiddenLayer> hidden = new ArrayList<>(of.spec().hidden());
    hidden.set(hidden.size() - 1, hidden.getLast().withDrop(0));
    List<Matrix> weights = new ArrayList<>(of.weights().weights()), biases = new ArrayList<>(of.weights().biases());
    weights.set(weights.size() - 1, Matrix.generate(units, units, (r, c) -> r == c ? 1 : 0));
    biases.set(biases.size() - 1, Matrix.generate(1, units, (_, _) -> 0));
    Network network = network(of.spec().withHidden(hidden), of.schema().shape(), units, new Weights(weights, biases));
    ForcedPasses passes = new ForcedPasses(network, 1, x);
    Tensor values = new Tensor(1 << hidden.getFirst().units(), units), one = new Tensor(0, units);
    for (int mask = 0; mask < values.rows(); mask++) {
      if (mask % 256 == 0) Bench.check(watch);
      passes.pass(mask, one);
      values.copyRow(mask, one, 0);
    }
    return values;
  }

  private static Network output(Thinned of, double p) {
    return network(of.spec().with(spec -> spec.inputDrop(p).hidden(List.of())), Shape.vector(of.units()), 1,
        new Weights(List.of(of.weights().weights().getLast()), List.of(of.weights().biases().getLast())));
  }

  private static Network network(NetworkSpec spec, Shape inputs, int outputs, Weights weights) {
    // The streams are drawn from, but all masks are forced.
    Network network = new Network(spec, inputs, outputs, index -> RandomStream.of(0, Purpose.LOOKING, index));
    network.load(weights);
    return network;
  }
}
