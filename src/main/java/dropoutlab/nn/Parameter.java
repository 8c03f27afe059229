package dropoutlab.nn;

import dropoutlab.math.Tensor;

/// A trainable tensor and the gradient of the loss by it, both of one shape and modified in place.
///
/// @param weight whether penalties and max-norm apply: true for weights, false for biases
public record Parameter(Tensor value, Tensor gradient, boolean weight) {}
