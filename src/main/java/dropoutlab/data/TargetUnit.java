package dropoutlab.data;

import dropoutlab.frame.Convergence;
import dropoutlab.frame.Matrix;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Task;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// The way from what a network answers to the user's units. A regression answers in standard deviations of the training
/// targets, counted from their mean; class probabilities stay as they are.
///
/// Differences, variances and likelihoods are taken before: a target of 2,460,310 ± 1 has a spread that single
/// precision cannot hold beside its size. Only what came out goes this way, in double precision.
public record TargetUnit(double mean, double sd) {
  private static final TargetUnit PROBABILITY = new TargetUnit(0, 1);

  public static TargetUnit of(Schema schema) {
    if (schema.task() == Task.CLASSIFICATION) return PROBABILITY;
    return new TargetUnit(schema.targetScaling().mean().getFirst(), schema.targetScaling().sd().getFirst());
  }

  public double value(double standardised) { return standardised * sd + mean; }

  /// Of a difference or a standard deviation.
  public double length(double standardised) { return standardised * sd; }

  /// The mean log density of targets in the user's unit.
  public double logDensity(double standardised) { return standardised - StrictMath.log(sd); }

  /// Any table of values, or of probabilities, which keep their floats.
  public Matrix values(Tensor standardised) {
    Matrix table = Matrix.copyOf(standardised.data(), standardised.rows(), standardised.cols());
    return values(table);
  }

  public Matrix values(Matrix standardised) {
    if (this.equals(PROBABILITY)) return standardised;
    return Matrix.generate(standardised.rows(), standardised.cols(), (r, c) -> value(standardised.at(r, c)));
  }

  /// Of standardised variances.
  public Matrix variances(Matrix standardised) {
    return Matrix.generate(standardised.rows(), standardised.cols(), (r, c) -> sd * sd * standardised.at(r, c));
  }

  /// The standard deviations that belong to standardised variances.
  public Matrix roots(Matrix standardised) {
    return Matrix.generate(standardised.rows(), standardised.cols(),
        (r, c) -> length(Math.sqrt(standardised.at(r, c))));
  }

  public Convergence values(Convergence of) {
    return new Convergence(of.passes(), each(of.mean(), this::value), each(of.meanSe(), this::length),
        each(of.sd(), this::length), each(of.sdSe(), this::length));
  }

  private static List<Double> each(List<Double> values, DoubleUnaryOperator change) {
    return values.stream().map(change::applyAsDouble).toList();
  }
}
