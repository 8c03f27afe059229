package dropoutlab.nn;

import dropoutlab.math.Tensor;
import dropoutlab.spec.Activation;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;

/// The forward passes and losses once more, in double precision and in the simplest form, as the reference for
/// gradients. It shares no arithmetic with the engine except Commons Math's error function; masks are given as numbers.
public final class DoubleNetwork {
  private static final NormalDistribution NORMAL = new NormalDistribution();

  /// Weights and biases alternate, the first layer first.
  final List<double[][]> parameters = new ArrayList<>();
  private final List<Activation> activations;

  public DoubleNetwork(Network network, List<Activation> activations) {
    network.parameters().forEach(parameter -> parameters.add(matrix(parameter.value())));
    this.activations = activations;
  }

  /// @param masks the masks of the input and of each hidden layer, (batch x units)
  double[][] output(double[][] x, List<double[][]> masks) {
    double[][] value = times(x, masks.getFirst());
    for (int layer = 0; layer < activations.size(); layer++)
      value = times(activate(activations.get(layer), dense(value, layer)), masks.get(layer + 1));
    return dense(value, activations.size());
  }

  private double[][] dense(double[][] x, int layer) {
    return dense(x, parameters.get(2 * layer), parameters.get(2 * layer + 1)[0]);
  }

  public static double[][] dense(double[][] x, double[][] w, double[] b) {
    double[][] out = new double[x.length][b.length];
    for (int r = 0; r < x.length; r++)
      for (int c = 0; c < b.length; c++) {
        out[r][c] = b[c];
        for (int k = 0; k < w.length; k++) out[r][c] += x[r][k] * w[k][c];
      }
    return out;
  }

  public static double[][] times(double[][] x, double[][] mask) {
    double[][] out = new double[x.length][x[0].length];
    for (int r = 0; r < x.length; r++) for (int c = 0; c < x[0].length; c++) out[r][c] = x[r][c] * mask[r][c];
    return out;
  }

  public static double[][] activate(Activation activation, double[][] x) {
    double[][] out = new double[x.length][x[0].length];
    for (int r = 0; r < x.length; r++) for (int c = 0; c < x[0].length; c++) out[r][c] = activate(activation, x[r][c]);
    return out;
  }

  public static double activate(Activation activation, double x) {
    return switch (activation) {
      case RELU -> x > 0 ? x : 0;
      case LEAKY_RELU -> x > 0 ? x : x / 100;
      case TANH -> (Math.exp(x) - Math.exp(-x)) / (Math.exp(x) + Math.exp(-x));
      case SIGMOID -> Math.exp(x) / (Math.exp(x) + 1);
      case SELU -> 1.0507009873554804934 * (x > 0 ? x : 1.6732632423543772848 * Math.expm1(x));
      case GELU -> x * NORMAL.cumulativeProbability(x);
      case IDENTITY -> x;
    };
  }

  public static double loss(Loss loss, double[][] output, double[][] target) {
    double sum = 0;
    for (int r = 0; r < output.length; r++) sum += example(loss, output[r], target[r]);
    return sum / output.length;
  }

  private static double example(Loss loss, double[] o, double[] t) {
    if (loss == Loss.GAUSSIAN_NLL) return 0.5 * (o[1] + (t[0] - o[0]) * (t[0] - o[0]) / Math.exp(o[1]));
    double sum = 0, normaliser = 0;
    for (double each : o) normaliser += Math.exp(each);
    for (int c = 0; c < o.length; c++)
      sum += switch (loss) {
        case MEAN_SQUARED_ERROR -> (o[c] - t[c]) * (o[c] - t[c]) / o.length;
        case BINARY_CROSS_ENTROPY ->
            -t[c] * Math.log(1 / (1 + Math.exp(-o[c]))) - (1 - t[c]) * Math.log(1 / (1 + Math.exp(o[c])));
        case GAUSSIAN_NLL -> throw new IllegalStateException("has one target for two outputs");
        case SOFTMAX_CROSS_ENTROPY -> -t[c] * Math.log(Math.exp(o[c]) / normaliser);
      };
    return sum;
  }

  public static double[][] matrix(Tensor tensor) {
    double[][] matrix = new double[tensor.rows()][tensor.cols()];
    for (int r = 0; r < tensor.rows(); r++) for (int c = 0; c < tensor.cols(); c++) matrix[r][c] = tensor.at(r, c);
    return matrix;
  }
}
