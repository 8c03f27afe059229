package dropoutlab.frame;

import java.util.List;

/// All weights of a network: a (in x units) table and a (1 x units) bias row a dense layer, first hidden layer first.
///
/// @param body everything else that is kept: the parameters and running statistics of the body's layers and what
///             dropout methods have learnt, in the order of the layers
public record Weights(List<Matrix> weights, List<Matrix> biases, List<Matrix> body) {
  public Weights {
    body = List.copyOf(body);
    weights = List.copyOf(weights);
    biases = List.copyOf(biases);
  }

  /// Of a dense network.
  public Weights(List<Matrix> weights, List<Matrix> biases) { this(weights, biases, List.of()); }
}
