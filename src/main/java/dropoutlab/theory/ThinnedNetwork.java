package dropoutlab.theory;

import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import java.util.Arrays;

/// A dense network with GELU units and one logistic output in double precision, on the weights that the engine learnt.
/// Its last hidden layer drops units with probability p, or each of its two hidden layers does.
///
/// What the last layer says under all its masks is [ThinnedUnit]'s; under the masks of two layers that is averaged over
/// all masks of the first.
///
/// An instance keeps working memory, and so one thread uses it at a time.
public final class ThinnedNetwork {
  private final Weights weights;
  private final double p;
  private final ThinnedUnit last;

  public ThinnedNetwork(Weights weights, double p) {
    this.weights = weights;
    this.p = p;
    last = new ThinnedUnit(output().rows(), p);
  }

  /// What all thinned networks say at one input.
  ///
  /// @param geometric their renormalised geometric mean
  /// @param off       what the network says with masks off
  public record Answers(double geometric, double mean, double variance, double off) {}

  private Matrix output() { return weights.weights().getLast(); }

  private double bias() { return weights.biases().getLast().get(0); }

  private int depth() { return weights.weights().size() - 1; }

  /// Returns what each unit of the last hidden layer adds to z with masks off.
  public double[] terms(double... x) {
    double[] values = x;
    for (int layer = 0; layer < depth(); layer++) values = units(layer, values);
    return terms(values.clone(), output());
  }

  private static double[] terms(double[] values, Matrix output) {
    for (int i = 0; i < values.length; i++) values[i] *= output.get(i);
    return values;
  }

  private double[] units(int layer, double[] x) {
    Matrix w = weights.weights().get(layer), b = weights.biases().get(layer);
    double[] values = new double[w.cols()];
    for (int unit = 0; unit < values.length; unit++) {
      double sum = b.get(unit);
      for (int i = 0; i < x.length; i++) sum += x[i] * w.at(i, unit);
      values[unit] = gelu(sum);
    }
    return values;
  }

  /// Returns x Φ(x).
  static double gelu(double x) { return x * NormalCurve.cdf(x); }

  /// Returns the sum of the sizes of what z is a sum of if all units are kept, against which rounding is measured.
  public double size(double... x) { return Math.abs(bias()) + Arrays.stream(terms(x)).map(Math::abs).sum() / (1 - p); }

  /// Returns z with masks off.
  public double off(double... x) { return bias() + Arrays.stream(terms(x)).sum(); }

  /// Returns the moments under the masks of the last layer.
  public ThinnedUnit.Moments lastLayer(double... x) { return last.moments(terms(x), bias()); }

  /// Returns the probability that a thinned network says more than 1/2, under the masks of the last layer.
  public double chanceOfYes(double... x) { return last.chanceOfYes(terms(x), bias()); }

  /// Returns the answers under the masks of the last layer, with the geometric mean computed from each of them.
  public Answers answersOfLastLayer(double... x) {
    double[] terms = terms(x);
    ThinnedUnit.Moments moments = last.moments(terms, bias());
    return new Answers(last.geometricMean(terms, bias()), moments.mean(), moments.variance(), ThinnedUnit.sigmoid(off(x)));
  }

  /// Returns the answers under the masks of both hidden layers. The geometric mean is σ(E z).
  public Answers answersOfBothLayers(double... x) {
    if (depth() != 2) throw new IllegalArgumentException("There are " + depth() + " hidden layers");
    double[] first = units(0, x), kept = new double[first.length];
    double[] chances = ThinnedUnit.chances(first.length, p);
    double logit = 0, mean = 0, square = 0;
    for (int mask = 0; mask < chances.length; mask++) {
      for (int i = 0; i < kept.length; i++) kept[i] = (mask >> i & 1) * first[i] / (1 - p);
      double[] terms = terms(units(1, kept), output());
      ThinnedUnit.Moments moments = last.moments(terms, bias());
      logit += chances[mask] * (bias() + Arrays.stream(terms).sum());
      mean += chances[mask] * moments.mean();
      square += chances[mask] * moments.square();
    }
    return new Answers(ThinnedUnit.sigmoid(logit), mean, Math.max(0, square - mean * mean), ThinnedUnit.sigmoid(off(x)));
  }
}
