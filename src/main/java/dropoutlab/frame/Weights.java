package dropoutlab.frame;

import java.util.List;

/// All weights of a network: for each dense layer an (in x units) matrix and a (1 x units) row of biases, the first
/// hidden layer first.
///
/// @param body everything else that is kept: the parameters and running statistics of the body's layers, and the
///             numbers that dropout methods have learnt, in the order of the layers
public record Weights(List<Matrix> weights, List<Matrix> biases, List<Matrix> body) {
  public Weights {
    body = List.copyOf(body);
    weights = List.copyOf(weights);
    biases = List.copyOf(biases);
  }

  /// Makes the weights of a dense network.
  public Weights(List<Matrix> weights, List<Matrix> biases) { this(weights, biases, List.of()); }
}
