package dropoutlab.nn.layer;

import dropoutlab.math.Tensor;

/// A trainable tensor and the gradient of the loss by it, of one shape; both are modified in place.
///
/// @param weight whether penalties and max-norm apply: true for weights, false for biases, scales and learnt rates
public record Parameter(Tensor value, Tensor gradient, boolean weight) {
  /// Makes a parameter whose value and gradient are 0.
  public static Parameter zeros(int rows, int cols, boolean weight) {
    return new Parameter(new Tensor(rows, cols), new Tensor(rows, cols), weight);
  }
}
