package dropoutlab.nn.layer;

import dropoutlab.math.Tensor;

/// A trainable tensor and the gradient of the loss by it, both of one shape and modified in place.
///
/// @param weight whether penalties and max-norm apply: true for weights, false for biases and the like
public record Parameter(Tensor value, Tensor gradient, boolean weight) {
  /// A parameter of zeros.
  public static Parameter zeros(int rows, int cols, boolean weight) {
    return new Parameter(new Tensor(rows, cols), new Tensor(rows, cols), weight);
  }
}
