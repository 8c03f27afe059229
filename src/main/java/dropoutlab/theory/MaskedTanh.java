package dropoutlab.theory;

import java.util.Arrays;

/// A small network of tanh units under given masks, in double precision: layer by layer `h = m ◦ tanh(h W + b)`, the
/// last layer without tanh and mask, and the loss `L = (o - t)²` of its only output.
///
/// Its numbers are one vector: the inputs, then for each layer the weights, from each unit before to all units, and the
/// biases.
public final class MaskedTanh {
  private final int[] sizes;
  private final double[][] masks;
  private final double target;

  /// @param sizes how many units each layer has, the inputs first, and 1 last
  /// @param masks the factors of each hidden layer; neither is modified
  public MaskedTanh(int[] sizes, double[][] masks, double target) {
    if (sizes.length != masks.length + 2 || sizes[sizes.length - 1] != 1)
      throw new IllegalArgumentException("There must be a mask for each hidden layer, and one output");
    this.sizes = sizes;
    this.masks = masks;
    this.target = target;
  }

  /// Returns where the weights of a layer begin; 0 is the layer behind the inputs.
  public int weights(int layer) {
    int at = sizes[0];
    for (int i = 0; i < layer; i++) at += (sizes[i] + 1) * sizes[i + 1];
    return at;
  }

  public int numbers() { return weights(sizes.length - 1); }

  /// Whether a number is a weight into or out of a unit whose factor is 0, or the bias of one.
  public boolean isDropped(int number) {
    int layer = 0;
    if (number < sizes[0]) return false;
    while (number >= weights(layer + 1)) layer++;
    int from = (number - weights(layer)) / sizes[layer + 1], to = (number - weights(layer)) % sizes[layer + 1];
    boolean bias = from == sizes[layer];
    return !bias && mask(masks, layer, from) == 0 || layer + 2 < sizes.length && mask(masks, layer + 1, to) == 0;
  }

  public double loss(double[] numbers) {
    double[][] values = values(numbers);
    double off = values[values.length - 1][0] - target;
    return off * off;
  }

  /// Returns the inputs and the tanh of each hidden layer before its mask, and the output.
  private double[][] values(double[] numbers) {
    double[][] values = new double[sizes.length][];
    values[0] = Arrays.copyOf(numbers, sizes[0]);
    for (int layer = 0; layer + 1 < sizes.length; layer++) {
      values[layer + 1] = new double[sizes[layer + 1]];
      for (int to = 0; to < sizes[layer + 1]; to++) {
        double z = numbers[weights(layer) + sizes[layer] * sizes[layer + 1] + to];
        for (int from = 0; from < sizes[layer]; from++)
          z += mask(masks, layer, from) * values[layer][from] * numbers[weights(layer) + from * sizes[layer + 1] + to];
        values[layer + 1][to] = layer + 2 < sizes.length ? StrictMath.tanh(z) : z;
      }
    }
    return values;
  }

  private static double mask(double[][] masks, int layer, int unit) { return layer == 0 ? 1 : masks[layer - 1][unit]; }

  /// Returns what the chain rule gives where the way back uses these masks: the gradient if they are those of the way
  /// forward.
  public double[] chainRule(double[] numbers, double[][] back) {
    double[][] values = values(numbers);
    double[] gradient = new double[numbers.length], by = {2 * (values[values.length - 1][0] - target)};
    for (int layer = sizes.length - 2; layer >= 0; layer--) {
      double[] before = new double[sizes[layer]];
      int at = weights(layer), biases = at + sizes[layer] * sizes[layer + 1];
      for (int to = 0; to < by.length; to++) {
        gradient[biases + to] = by[to];
        for (int from = 0; from < before.length; from++) {
          gradient[at + from * by.length + to] = by[to] * mask(masks, layer, from) * values[layer][from];
          before[from] += by[to] * numbers[at + from * by.length + to];
        }
      }
      if (layer > 0)
        for (int i = 0; i < before.length; i++)
          before[i] *= back[layer - 1][i] * (1 - values[layer][i] * values[layer][i]);
      by = before;
    }
    System.arraycopy(by, 0, gradient, 0, by.length);
    return gradient;
  }
}
