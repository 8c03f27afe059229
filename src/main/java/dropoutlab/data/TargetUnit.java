package dropoutlab.data;

import dropoutlab.frame.Convergence;
import dropoutlab.frame.Matrix;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Task;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Converts the answers of a network into the user's units. A regression answers in standard deviations of the training
/// targets, counted from their mean; class probabilities stay as they are. So do reconstructed inputs in standard
/// deviations, unless all inputs have the same scale, as the pixels of images have.
///
/// Differences, variances and likelihoods are computed before the conversion: a target of 2,460,310 ± 1 has a spread
/// that single precision cannot represent beside the value itself. Only results are converted, in double precision.
public record TargetUnit(double mean, double sd) {
  private static final TargetUnit AS_IT_IS = new TargetUnit(0, 1);

  public static TargetUnit of(Schema schema) {
    if (schema.task() == Task.CLASSIFICATION || !schema.hasOneInputScale() && schema.task() == Task.RECONSTRUCTION)
      return AS_IT_IS;
    return new TargetUnit(schema.targetScaling().mean().getFirst(), schema.targetScaling().sd().getFirst());
  }

  public double value(double standardised) { return standardised * sd + mean; }

  /// Converts a difference or a standard deviation.
  public double length(double standardised) { return standardised * sd; }

  /// Converts the mean log density of targets.
  public double logDensity(double standardised) { return standardised - StrictMath.log(sd); }

  /// Converts values; probabilities keep their floats.
  public Matrix values(Tensor standardised) {
    Matrix table = Matrix.copyOf(standardised.data(), standardised.rows(), standardised.cols());
    return values(table);
  }

  public Matrix values(Matrix standardised) {
    if (this.equals(AS_IT_IS)) return standardised;
    return Matrix.generate(standardised.rows(), standardised.cols(), (r, c) -> value(standardised.at(r, c)));
  }

  /// Converts variances.
  public Matrix variances(Matrix standardised) {
    return Matrix.generate(standardised.rows(), standardised.cols(), (r, c) -> sd * sd * standardised.at(r, c));
  }

  /// Returns the standard deviations, in the user's unit, of standardised variances.
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
