package dropoutlab.theory;

import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.spec.Activation;
import java.util.List;

/// A dense network in double precision, with the weights that the engine has trained. Each value comes with a bound of
/// what single precision may change in it.
///
/// To first order a sum of n products is off by at most (n + 2) u Σ|terms|, in whatever order it is taken, plus what
/// its factors are off (Higham 2002, section 3.1); u is 2⁻²⁴. No activation is steeper than SELU, whose slope reaches
/// λα = 1.7581, and the engine's elementary functions are right to 3 units in the last place.
public final class ExactNetwork {
  private static final double U = 0x1p-24, STEEPEST = 1.7581, OF_ACTIVATION = 6 * U;
  private static final double SELU_SCALE = 1.0507009873554804934, SELU_ALPHA = 1.6732632423543772848;

  private final Weights weights;
  private final List<Activation> activations;

  /// @param activations one for each hidden layer
  public ExactNetwork(Weights weights, List<Activation> activations) {
    this.weights = weights;
    this.activations = List.copyOf(activations);
  }

  /// Values of a layer for one example.
  ///
  /// @param errors how far each may be off in single precision
  public record Values(double[] values, double[] errors) {}

  /// Returns what the last hidden layer puts out.
  public Values hidden(double[] inputs) {
    Values at = new Values(inputs, new double[inputs.length]);
    for (int layer = 0; layer < activations.size(); layer++)
      at = activated(dense(at, layer, 0), activations.get(layer));
    return at;
  }

  /// Returns the outputs when some units of the last hidden layer are taken away.
  ///
  /// @param taken bit u is set for a unit u that is gone
  public Values outputs(Values hidden, int taken) { return dense(hidden, activations.size(), taken); }

  public int outputs() { return weights.biases().getLast().cols(); }

  /// The number of units of the last hidden layer.
  public int units() { return weights.weights().getLast().rows(); }

  private Values dense(Values from, int layer, int taken) {
    Matrix w = weights.weights().get(layer), b = weights.biases().get(layer);
    double[] sums = new double[w.cols()], errors = new double[w.cols()];
    for (int c = 0; c < w.cols(); c++) {
      double sum = b.get(c), size = Math.abs(sum), error = 0;
      for (int r = 0; r < w.rows(); r++) {
        if ((taken >> r & 1) == 1) continue;
        double term = from.values[r] * w.at(r, c);
        sum += term;
        size += Math.abs(term);
        error += from.errors[r] * Math.abs(w.at(r, c));
      }
      sums[c] = sum;
      errors[c] = error + (w.rows() + 2) * U * size;
    }
    return new Values(sums, errors);
  }

  private static Values activated(Values of, Activation by) {
    double[] values = new double[of.values.length], errors = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = activated(of.values[i], by);
      errors[i] = STEEPEST * of.errors[i] + OF_ACTIVATION * Math.max(1, Math.abs(of.values[i]));
    }
    return new Values(values, errors);
  }

  private static double activated(double x, Activation by) {
    return switch (by) {
      case RELU -> Math.max(0, x);
      case LEAKY_RELU -> x > 0 ? x : .01 * x;
      case TANH -> StrictMath.tanh(x);
      case SIGMOID -> 1 / (1 + StrictMath.exp(-x));
      case SELU -> SELU_SCALE * (x > 0 ? x : SELU_ALPHA * StrictMath.expm1(x));
      case GELU -> ThinnedNetwork.gelu(x);
      case IDENTITY -> x;
    };
  }
}
