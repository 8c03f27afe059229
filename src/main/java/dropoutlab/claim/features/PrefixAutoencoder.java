package dropoutlab.claim.features;

import dropoutlab.frame.Matrix;
import dropoutlab.math.RandomStream;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.frame.Weights;
import dropoutlab.nn.Loss;
import dropoutlab.nn.Network;
import dropoutlab.nn.Optimiser;
import dropoutlab.nn.dropout.DropoutLayer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.spec.Activation;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.NetworkSpec.HiddenLayer;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.Pin;
import java.util.Arrays;
import java.util.List;

/// A linear autoencoder of the engine, trained on the mean over all prefixes of its units: those from b on are pinned
/// as dropped, each b counts by its probability, and every step takes all of them.
final class PrefixAutoencoder {
  /// The momentum grows over the first steps, from half of it.
  private static final int GROWS = 300;
  private static final OptimiserSpec MOMENTUM = new OptimiserSpec.Momentum(.3, .98);

  private final Tensor x;
  private final double[] chances;
  private final Network network;
  private final Optimiser optimiser;
  private final Tensor dOut;
  private final float[][] sums;

  /// @param chances the probability that the first 1, 2, ... units are kept
  PrefixAutoencoder(Tensor x, double[] chances, long seed) {
    this.x = x;
    this.chances = chances;
    NetworkSpec spec = new NetworkSpec(0, List.of(new HiddenLayer(chances.length, Activation.IDENTITY, 0)),
        Initialisation.XAVIER);
    network = new Network(spec, Shape.vector(x.cols()), x.cols(), layer -> RandomStream.of(seed, Purpose.MASKS, layer));
    network.initialise(spec, seed);
    optimiser = new Optimiser(MOMENTUM, network.parameters());
    dOut = new Tensor(0, x.cols());
    sums = network.parameters().stream().map(each -> new float[each.value().size()]).toArray(float[][]::new);
  }

  int units() { return chances.length; }

  /// Computes the gradient over all prefixes and returns its largest entry.
  double gradient() {
    for (float[] sum : sums) Arrays.fill(sum, 0);
    for (int b = 1; b <= units(); b++) if (chances[b - 1] > 0) addPrefix(b);
    double largest = 0;
    for (int i = 0; i < sums.length; i++) {
      System.arraycopy(sums[i], 0, network.parameters().get(i).gradient().data(), 0, sums[i].length);
      for (float each : sums[i]) largest = Math.max(largest, Math.abs(each));
    }
    return largest;
  }

  private void addPrefix(int b) {
    keep(b);
    Loss.MEAN_SQUARED_ERROR.gradient(network.forward(x, Mode.HELD), x, dOut);
    network.backward(dOut);
    float chance = (float) chances[b - 1];
    for (int i = 0; i < sums.length; i++) {
      Parameter parameter = network.parameters().get(i);
      for (int j = 0; j < sums[i].length; j++) sums[i][j] += chance * parameter.gradient().data()[j];
    }
  }

  private void keep(int b) {
    DropoutLayer units = network.dropouts().getLast();
    for (int u = 0; u < units(); u++) units.setPin(u, u < b ? Pin.RANDOM : Pin.DROPPED);
    network.holdNewMasks();
  }

  /// Moves the weights by the gradient computed last.
  void update(int step) { optimiser.update(1, .5 + .5 * Math.min(1, (double) step / GROWS)); }

  /// The mean squared error with the first b units: a share of the variance, which is 1 an input.
  double left(int b) {
    keep(b);
    return Loss.MEAN_SQUARED_ERROR.value(network.forward(x, Mode.HELD), x);
  }

  Weights weights() { return network.weights(); }

  /// What each unit adds to the output, (units x outputs).
  Matrix decoder() { return weights().weights().getLast(); }
}
