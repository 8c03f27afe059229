package dropoutlab.predict;

import dropoutlab.data.Examples;
import dropoutlab.math.Elementary;
import dropoutlab.math.Tensor;
import java.util.function.IntToDoubleFunction;

/// The log-likelihood of known targets as a function of λ = -ln s², where s² is the variance of the noise. Each target
/// has a mixture of T normal distributions (Gal and Ghahramani 2016, eq. 8), in standardised units:
///
/// L(λ) = 1/n Σ_i ln 1/T Σ_t N(y_i; ŷ_it, s² v_it)
///
/// where v is 1, or the variance that component t has learnt for row i. With z² = (y - ŷ)² / v the slope is L'(λ) = 1/2
/// - e^λ/2 · 1/n Σ_i ⟨z²_i⟩, where the mean ⟨·⟩ of row i is weighted by the densities of the components. Therefore s²
/// at every maximum lies between the mean over the rows of the least z² and that of the greatest z².
final class NoiseLikelihood {
  private static final double LN_2_PI = StrictMath.log(2 * Math.PI);

  private final Examples examples;
  private final int rows;
  private final int components;
  private final boolean learnt;
  /// z², (rows x components); `heights` holds v^-1/2 if v is learnt.
  private final float[] squares;
  private final float[] heights;
  private final Tensor terms;
  private double variances;
  private int added;

  /// @param rows       how many of the examples are used, evenly spread
  /// @param components T
  /// @param learnt     whether each component has a variance of its own
  NoiseLikelihood(Examples examples, int rows, int components, boolean learnt) {
    this.examples = examples;
    this.rows = rows;
    this.components = components;
    this.learnt = learnt;
    squares = new float[rows * components];
    heights = new float[learnt ? rows * components : 0];
    terms = new Tensor(1, components);
  }

  int rows() { return rows; }

  int components() { return components; }

  /// Returns the index of the example in a row.
  private int example(int row) { return (int) ((long) row * examples.size() / rows); }

  /// Returns the inputs of the examples that are used.
  Tensor inputs() {
    if (rows == examples.size()) return examples.x();
    Tensor x = new Tensor(rows, examples.x().cols());
    for (int row = 0; row < rows; row++) x.copyRow(row, examples.x(), example(row));
    return x;
  }

  /// Adds a component: `answer` is (rows x 1), standardised.
  void add(Tensor answer, IntToDoubleFunction variance) {
    for (int row = 0; row < rows; row++) {
      double error = (double) examples.y().at(example(row), 0) - answer.at(row, 0);
      double v = learnt ? variance.applyAsDouble(row) : 1;
      int at = row * components + added;
      squares[at] = (float) (error * error / v);
      if (learnt) heights[at] = (float) (1 / Math.sqrt(v));
      variances += v;
    }
    added++;
  }

  /// Returns the mean of all learnt variances, or 1 if none are learnt.
  double meanVariance() { return variances / squares.length; }

  /// Returns the mean over the rows of the least z². Every maximum lies between this and [#greatestSquare].
  double leastSquare() {
    double sum = 0;
    for (int row = 0; row < rows; row++) sum += least(row);
    return sum / rows;
  }

  double greatestSquare() {
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      float greatest = 0;
      for (int t = row * components; t < (row + 1) * components; t++) greatest = Math.max(greatest, squares[t]);
      sum += greatest;
    }
    return sum / rows;
  }

  private float least(int row) {
    float least = Float.POSITIVE_INFINITY;
    for (int t = row * components; t < (row + 1) * components; t++) least = Math.min(least, squares[t]);
    return least;
  }

  /// L(λ) and its slope.
  record Point(double value, double slope) {}

  Point at(double lambda, int stride) {
    double precision = StrictMath.exp(lambda), logs = 0, means = 0;
    int count = 0;
    for (int row = 0; row < rows; row += stride, count++) {
      double least = least(row), sum = 0, weighted = 0;
      fillTerms(row, (float) precision / 2, (float) least);
      float[] e = terms.data();
      for (int t = 0; t < components; t++) {
        double term = learnt ? (double) e[t] * heights[row * components + t] : e[t];
        sum += term;
        weighted += term * squares[row * components + t];
      }
      logs += StrictMath.log(sum / components) - precision * least / 2;
      means += weighted / sum;
    }
    return new Point(logs / count + (lambda - LN_2_PI) / 2, (1 - precision * means / count) / 2);
  }

  /// Computes e^(-precision/2 (z² - the least z²)) for a row, so that the nearest component does not underflow.
  private void fillTerms(int row, float halfPrecision, float least) {
    float[] e = terms.data();
    int from = row * components;
    for (int t = 0; t < components; t++) e[t] = -halfPrecision * (squares[from + t] - least);
    Elementary.exp(terms);
  }
}
