package dropoutlab.frame;

import java.util.List;

/// All weights of a network: a (in x units) table and a (1 x units) bias row a dense layer, first hidden layer first.
public record Weights(List<Table> weights, List<Table> biases) {
  public Weights {
    weights = List.copyOf(weights);
    biases = List.copyOf(biases);
  }
}
