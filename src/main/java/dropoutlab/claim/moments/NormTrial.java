package dropoutlab.claim.moments;

import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Network;
import dropoutlab.nn.Passes;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.Activation;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import java.util.ArrayList;
import java.util.List;

/// One column behind batch normalisation, in a network of the engine: `d` inputs, ReLU, noise, the sum of the units,
/// and the norm, or the noise behind the norm. Behind it stands an output of weight 1, so that the network says what
/// the norm says.
final class NormTrial {
  private static final double EPSILON = 1e-5;

  /// @param noise     what stands before the norm, or behind it
  /// @param rectified whether the inputs go through a ReLU
  /// @param width     how many units are summed, each by the weight 1/√d; one is not summed at all
  /// @param momentum  the share of the new statistics in the running ones
  record Plan(DropoutSpec noise, double p, boolean before, boolean rectified, int width, double momentum) {
    private List<LayerSpec> body() {
      List<LayerSpec> layers = new ArrayList<>();
      if (rectified) layers.add(new LayerSpec.Activate(Activation.RELU));
      if (before) layers.add(new LayerSpec.Drop(p, noise));
      if (width > 1) layers.add(new LayerSpec.DenseLayer(1));
      layers.add(new LayerSpec.BatchNorm(EPSILON, momentum));
      if (!before) layers.add(new LayerSpec.Drop(p, noise));
      return layers;
    }
  }

  private final Network network;
  private final Tensor out = new Tensor(0, 1);

  NormTrial(Plan plan, long seed) {
    NetworkSpec spec = new NetworkSpec(0, plan.body(), List.of(), Initialisation.LECUN);
    network = new Network(spec, Shape.vector(plan.width), 1, layer -> RandomStream.of(seed, Purpose.MASKS, layer));
    List<Matrix> body = new ArrayList<>(network.weights().body());
    if (plan.width > 1) body.set(0, Matrix.generate(plan.width, 1, (_, _) -> 1 / Math.sqrt(plan.width)));
    network.load(new Weights(List.of(Matrix.row(1)), List.of(Matrix.row(0)), body));
  }

  /// Draws standard normal rows whose columns have this correlation.
  static void draw(RandomStream stream, double correlation, Tensor z) {
    double shared = Math.sqrt(correlation), own = Math.sqrt(1 - correlation);
    for (int r = 0; r < z.rows(); r++) {
      double common = z.cols() > 1 ? stream.nextGaussian() : 0;
      for (int c = 0; c < z.cols(); c++)
        z.set(r, c, (float) (z.cols() > 1 ? shared * common + own * stream.nextGaussian() : stream.nextGaussian()));
    }
  }

  /// Lets the norm learn from a batch.
  void learn(Tensor z) { network.forward(z, Mode.TRAIN); }

  /// Returns the running mean and the running variance of the norm.
  double[] statistics() {
    List<Matrix> body = network.weights().body();
    return new double[] {body.get(body.size() - 2).get(0), body.getLast().get(0)};
  }

  void setStatistics(double mean, double variance) {
    Weights now = network.weights();
    List<Matrix> body = new ArrayList<>(now.body());
    body.set(body.size() - 2, Matrix.row(mean));
    body.set(body.size() - 1, Matrix.row(variance));
    network.load(new Weights(now.weights(), now.biases(), body));
  }

  /// Returns the variance that the norm meets at inference: that of what it says there, undone by what it divides by.
  double met(Tensor z) {
    network.infer(z, out);
    double mean = 0, sum = 0;
    for (int i = 0; i < out.size(); i++) mean += out.data()[i] / out.size();
    for (int i = 0; i < out.size(); i++) sum += (out.data()[i] - mean) * (out.data()[i] - mean);
    return sum / (out.size() - 1) * (statistics()[1] + EPSILON);
  }

  /// Returns passes of MC dropout.
  Passes passes(Tensor z, Mode mode) { return network.passes(z, mode); }
}
