package dropoutlab.claim.scaling;

import dropoutlab.math.RandomStream;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import dropoutlab.nn.Optimiser;
import dropoutlab.nn.dropout.InvertedDropout;
import dropoutlab.nn.dropout.StandardDropout;
import dropoutlab.nn.dropout.UnitDropout;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.OptimiserSpec;
import java.util.ArrayList;
import java.util.List;

/// The engine's training of one linear layer behind dropout, from weights of 0. The bias is not trained: the rate that
/// makes both kinds of dropout alike is that of the weights behind it.
final class LayerTraining {
  /// The data of Adaptive L2.
  static final double[][] X = {{1, 2}, {3, 4}};
  static final double[] Y = {5, 6};
  static final int UNITS = 2;

  private final UnitDropout dropout;
  private final Dense dense = new Dense(UNITS, 1);
  private final Tensor x = new Tensor(X.length, UNITS);
  private final Tensor y = new Tensor(Y.length, 1);
  private final List<double[]> path = new ArrayList<>();
  private final List<boolean[]> kept = new ArrayList<>();

  private LayerTraining(boolean inverted, double p, long seed) {
    RandomStream masks = RandomStream.of(seed, Purpose.MASKS);
    dropout = inverted ? new InvertedDropout(p, UNITS, masks) : new StandardDropout(p, UNITS, masks);
    for (int i = 0; i < X.length; i++) {
      for (int j = 0; j < UNITS; j++) x.set(i, j, (float) X[i][j]);
      y.set(i, 0, (float) Y[i]);
    }
  }

  /// Trains. Both kinds of dropout draw the same masks from one seed.
  ///
  /// @param factor by which the rate is multiplied
  static LayerTraining of(boolean inverted, double p, double rate, double factor, int steps, long seed) {
    LayerTraining training = new LayerTraining(inverted, p, seed);
    Optimiser optimiser = new Optimiser(new OptimiserSpec.Sgd(rate), List.of(training.dense.weights()));
    training.remember();
    for (int step = 0; step < steps; step++) training.step(optimiser, factor);
    return training;
  }

  private void step(Optimiser optimiser, double factor) {
    Tensor out = dense.forward(dropout.forward(x, Mode.TRAIN), Mode.TRAIN), dOut = new Tensor(out.rows(), 1);
    Loss.MEAN_SQUARED_ERROR.gradient(out, y, dOut);
    dense.gradients(dOut);
    optimiser.update(factor, 1);
    remember();
    // At p = 0 no mask is drawn.
    boolean[] mask = new boolean[x.size()];
    for (int i = 0; i < mask.length; i++) mask[i] = dropout.p() == 0 || dropout.mask().data()[i] != 0;
    kept.add(mask);
  }

  private void remember() {
    float[] w = dense.weights().value().data();
    path.add(new double[] {w[0], w[1]});
  }

  /// The weights before the first and after each step.
  List<double[]> path() { return path; }

  double[] weights() { return path.getLast(); }

  /// What each step kept, example after example.
  List<boolean[]> kept() { return kept; }

  /// What the layer puts out for the last example with masks off.
  double masksOff() {
    return dense.forward(dropout.forward(x, Mode.INFERENCE), Mode.INFERENCE).at(x.rows() - 1, 0);
  }
}
