package dropoutlab.claim.uncertainty;

import dropoutlab.claim.Bench;
import dropoutlab.claim.EveryMask;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import dropoutlab.nn.Network;
import dropoutlab.nn.Optimiser;
import dropoutlab.nn.dropout.DropoutLayer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.Pin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/// Trains linear networks with dropout on their inputs on all masks at once, from weights of 0: each step makes the way
/// forward and back under every mask, by pins, and weighs its gradients by the mask's probability. What is left of
/// chance is then nothing, and the result is the minimiser of the expected loss.
///
/// Many networks that see the same inputs are the outputs of one. The rates of the momentum are the best for the
/// curvature of this loss (Polyak 1964): with eigenvalues from μ to L each step shrinks the distance by
/// `(√L - √μ) / (√L + √μ)`.
final class EveryMaskTraining {
  /// How far the distance is to shrink, and the most steps for that.
  private static final double SHRUNK = 1e-9;
  private static final int MOST_STEPS = 3000;
  private static final double RANK = 1e-10;

  private final Network network;
  private final Tensor x;
  private final Tensor y;
  private final double p;
  private final List<Parameter> parameters = new ArrayList<>();
  private final double[][] sums;
  private final Tensor dOut;
  private double least = Double.POSITIVE_INFINITY;
  private double most;

  /// What came out.
  ///
  /// @param distance how far the weights of any network are from the minimiser at most: the largest gradient over the
  ///                 least curvature
  /// @param first    the same of the first network alone
  record Trained(Weights weights, double distance, double first) {}

  private EveryMaskTraining(Tensor x, Tensor y, double p, boolean bias) {
    this.x = x;
    this.y = y;
    this.p = p;
    network = new Network(spec(p), Shape.vector(x.cols()), y.cols(), layer -> RandomStream.of(0, Purpose.MASKS, layer));
    parameters.add(network.denses().getFirst().weights());
    if (bias) parameters.add(network.denses().getFirst().biases());
    sums = parameters.stream().map(each -> new double[each.value().size()]).toArray(double[][]::new);
    dOut = new Tensor(0, y.cols());
    findCurvature(bias);
  }

  /// A linear network with dropout on its inputs.
  static NetworkSpec spec(double p) { return new NetworkSpec(p, List.of(), Initialisation.HE); }

  /// @param x    (examples x inputs)
  /// @param y    (examples x networks)
  /// @param bias whether the networks learn one
  static Trained train(Tensor x, Tensor y, double p, boolean bias, ProgressMonitor watch) {
    return new EveryMaskTraining(x, y, p, bias).train(watch);
  }

  /// The curvature of the mean loss: 2/n (XᵀX + p/(1-p) diag(XᵀX)), with a column of ones for a bias, which is not
  /// dropped.
  private void findCurvature(boolean bias) {
    int inputs = x.cols(), size = inputs + (bias ? 1 : 0);
    double[][] system = new double[size][size];
    for (int row = 0; row < x.rows(); row++)
      for (int j = 0; j < size; j++) for (int k = 0; k < size; k++) system[j][k] += at(row, j) * at(row, k);
    RealMatrix curvature = MatrixUtils.createRealMatrix(system);
    for (int j = 0; j < inputs; j++) curvature.multiplyEntry(j, j, 1 / (1 - p));
    double[] values = new EigenDecomposition(curvature.scalarMultiply(2.0 / x.rows())).getRealEigenvalues();
    for (double each : values) most = Math.max(most, each);
    for (double each : values) if (each > RANK * most) least = Math.min(least, each);
  }

  private double at(int row, int column) { return column < x.cols() ? x.at(row, column) : 1; }

  private Trained train(ProgressMonitor watch) {
    if (most == 0) return new Trained(network.weights(), 0, 0);
    double l = Math.sqrt(most), m = Math.sqrt(least), shrink = (l - m) / (l + m);
    // The loss is the mean over the networks too, so that each has its share of the gradient.
    double rate = 4 / ((l + m) * (l + m)) * y.cols();
    Optimiser optimiser = new Optimiser(new OptimiserSpec.Momentum(rate, shrink * shrink), parameters);
    int steps = shrink == 0 ? 1 : (int) Math.clamp(Math.ceil(Math.log(SHRUNK) / Math.log(shrink)), 1, MOST_STEPS);
    for (int step = 0; step < steps; step++) {
      Bench.check(watch);
      gradients(watch);
      optimiser.update();
    }
    gradients(watch);
    double size = y.cols() / least;
    return new Trained(network.weights(), size * largestGradient(1), size * largestGradient(y.cols()));
  }

  /// Gathers the gradients under all masks, each with its probability.
  private void gradients(ProgressMonitor watch) {
    for (double[] sum : sums) Arrays.fill(sum, 0);
    for (int kept = 0; kept < 1 << x.cols(); kept++) {
      double chance = EveryMask.probability(kept, x.cols(), p);
      if (chance == 0) continue;
      Bench.check(watch);
      add(kept, chance);
    }
    for (int i = 0; i < sums.length; i++) {
      float[] gradient = parameters.get(i).gradient().data();
      for (int k = 0; k < sums[i].length; k++) gradient[k] = (float) sums[i][k];
    }
  }

  private void add(int kept, double chance) {
    DropoutLayer inputs = network.dropouts().getFirst();
    for (int unit = 0; unit < x.cols(); unit++) inputs.setPin(unit, (kept >> unit & 1) == 1 ? Pin.KEPT : Pin.DROPPED);
    network.holdNewMasks();
    Loss.MEAN_SQUARED_ERROR.gradient(network.forward(x, Mode.HELD), y, dOut);
    network.backward(dOut);
    for (int i = 0; i < sums.length; i++) {
      float[] gradient = parameters.get(i).gradient().data();
      for (int k = 0; k < sums[i].length; k++) sums[i][k] += chance * gradient[k];
    }
  }

  /// The largest gradient of every `step`-th network.
  private double largestGradient(int step) {
    double largest = 0;
    for (Parameter each : parameters)
      for (int i = 0; i < each.value().size(); i += step)
        largest = Math.max(largest, Math.abs(each.gradient().data()[i]));
    return largest;
  }

  /// Returns the weights as a table, (inputs x networks).
  static Matrix table(Trained trained) { return trained.weights.weights().getFirst(); }
}
