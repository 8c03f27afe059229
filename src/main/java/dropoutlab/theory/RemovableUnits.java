package dropoutlab.theory;

import dropoutlab.data.Examples;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.theory.ExactNetwork.Values;
import java.util.BitSet;
import java.util.List;

/// The units of a network with one hidden ReLU layer in double precision, over some examples, and what it costs to
/// remove some of them: in wrong answers of classes, or in squares of numbers. What is left is not scaled up. Where
/// single precision might decide otherwise, that is counted as undecided, by the bounds of [ExactNetwork].
public final class RemovableUnits {
  private final Examples examples;
  private final Matrix out;
  private final double[][] values;
  private final double[][] outputs;
  private final double[][] errors;
  private final int classes;
  private int undecidedZeros;

  /// @param each is called after every example
  public RemovableUnits(Weights weights, Examples examples, Runnable each) {
    this.examples = examples;
    out = weights.weights().getLast();
    classes = Math.max(2, out.cols());
    values = new double[examples.size()][];
    outputs = new double[values.length][];
    errors = new double[values.length][];
    ExactNetwork sums = layer(weights, 0), last = layer(weights, 1);
    double[] inputs = new double[examples.x().cols()];
    for (int i = 0; i < values.length; i++) {
      for (int c = 0; c < inputs.length; c++) inputs[c] = examples.x().at(i, c);
      Values rectified = rectified(sums.outputs(new Values(inputs, new double[inputs.length]), 0));
      Values put = last.outputs(rectified, 0);
      values[i] = rectified.values();
      outputs[i] = put.values();
      errors[i] = put.errors();
      each.run();
    }
  }

  private static ExactNetwork layer(Weights of, int layer) {
    return new ExactNetwork(new Weights(List.of(of.weights().get(layer)), List.of(of.biases().get(layer))), List.of());
  }

  private Values rectified(Values sums) {
    double[] rectified = new double[sums.values().length];
    for (int u = 0; u < rectified.length; u++) {
      rectified[u] = Math.max(0, sums.values()[u]);
      if (Math.abs(sums.values()[u]) <= sums.errors()[u]) undecidedZeros++;
    }
    return new Values(rectified, sums.errors());
  }

  /// What the units put out, (examples x units).
  public Matrix values() { return Matrix.generate(values.length, units(), (r, c) -> values[r][c]); }

  public int units() { return out.rows(); }

  public int classes() { return classes; }

  /// The share of values of which it is undecided whether they are 0.
  public double undecidedZeros() { return (double) undecidedZeros / ((double) values.length * units()); }

  /// Returns how many examples there are of each class.
  public int[] sizes() {
    int[] sizes = new int[classes];
    for (int i = 0; i < values.length; i++) sizes[examples.label(i)]++;
    return sizes;
  }

  /// Returns how many answers of each class are wrong without some units.
  public int[] wrong(BitSet gone) {
    int[] wrong = new int[classes];
    for (int i = 0; i < values.length; i++) if (said(without(i, gone)) != examples.label(i)) wrong[examples.label(i)]++;
    return wrong;
  }

  /// Returns how many of them single precision might count otherwise, at most.
  public int[] undecided(BitSet gone) {
    int[] undecided = new int[classes];
    for (int i = 0; i < values.length; i++) if (isNear(without(i, gone), errors[i])) undecided[examples.label(i)]++;
    return undecided;
  }

  /// Returns how many answers are wrong when units are removed one after the other: of none, then after every `step`.
  public int[] wrongAlong(int[] order, int step) {
    int[] wrong = new int[order.length / step + 1];
    for (int i = 0; i < values.length; i++) {
      double[] left = outputs[i].clone();
      if (said(left) != examples.label(i)) wrong[0]++;
      for (int k = 0; k < order.length; k++) {
        remove(left, i, order[k]);
        if ((k + 1) % step == 0 && said(left) != examples.label(i)) wrong[(k + 1) / step]++;
      }
    }
    return wrong;
  }

  /// Returns the mean squared error over all outputs without some units.
  public double squares(BitSet gone) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) sum += squares(without(i, gone), i);
    return sum / values.length;
  }

  /// Returns the same as units are removed one after the other: of none, then after every `step`.
  public double[] squaresAlong(int[] order, int step) {
    double[] sums = new double[order.length / step + 1];
    for (int i = 0; i < values.length; i++) {
      double[] left = outputs[i].clone();
      sums[0] += squares(left, i) / values.length;
      for (int k = 0; k < order.length; k++) {
        remove(left, i, order[k]);
        if ((k + 1) % step == 0) sums[(k + 1) / step] += squares(left, i) / values.length;
      }
    }
    return sums;
  }

  private double squares(double[] outputs, int example) {
    double sum = 0;
    for (int c = 0; c < outputs.length; c++) {
      double off = outputs[c] - examples.y().at(example, c);
      sum += off * off;
    }
    return sum / outputs.length;
  }

  private double[] without(int example, BitSet gone) {
    double[] left = outputs[example].clone();
    for (int u = gone.nextSetBit(0); u >= 0; u = gone.nextSetBit(u + 1)) remove(left, example, u);
    return left;
  }

  private void remove(double[] from, int example, int unit) {
    double value = values[example][unit];
    if (value != 0) for (int c = 0; c < from.length; c++) from[c] -= value * out.at(unit, c);
  }

  /// The likeliest class; a single output is the logit of class 1.
  private static int said(double[] outputs) {
    if (outputs.length == 1) return outputs[0] > 0 ? 1 : 0;
    int best = 0;
    for (int c = 1; c < outputs.length; c++) if (outputs[c] > outputs[best]) best = c;
    return best;
  }

  private static boolean isNear(double[] outputs, double[] errors) {
    if (outputs.length == 1) return Math.abs(outputs[0]) <= errors[0];
    int best = said(outputs);
    for (int c = 0; c < outputs.length; c++)
      if (c != best && outputs[best] - outputs[c] <= errors[best] + errors[c]) return true;
    return false;
  }
}
