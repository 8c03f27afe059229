package dropoutlab.claim.uncertainty;

import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Network;
import dropoutlab.nn.layer.Mode;
import java.util.List;

/// The passes of a network with one weight, on the input 1.
final class OneWeight {
  private OneWeight() {}

  static double[] passes(double weight, double p, int passes, long seed) {
    Network network = new Network(EveryMaskTraining.spec(p), Shape.vector(1), 1,
        layer -> RandomStream.of(seed, Purpose.PREDICTION, layer));
    network.load(new Weights(List.of(Matrix.row(weight)), List.of(Matrix.row(0))));
    Tensor inputs = new Tensor(passes, 1), out = new Tensor(0, 1);
    inputs.fill(1);
    network.pass(inputs, Mode.FRESH, out);
    double[] said = new double[passes];
    for (int i = 0; i < passes; i++) said[i] = out.at(i, 0);
    return said;
  }
}
