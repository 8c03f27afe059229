package dropoutlab.theory;

import dropoutlab.nn.dropout.AlphaDropout;
import dropoutlab.spec.DropoutSpec;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.NormalDistribution;

/// The distribution of one factor m that a method multiplies a unit by, with q = 1 - p:
///
/// - inverted: 0 with probability p, else 1 / q. Mean 1, variance p / q
/// - standard, DropConnect and the candidates of targeted dropout: 0 with probability p, else 1. Mean q, variance p q
/// - Gaussian, and Gaussian with α = p / q learnt: N(1, p / q)
/// - uniform: even in [1 - β, 1 + β). Mean 1, variance β² / 3
/// - alpha: 0 with probability p, else a. Mean a q, variance a² p q; what is added is left out
/// - Concrete: (1 - z) / q with z as in [ConcreteNoise]
///
/// @param below the probability that the factor is less than a value
public record FactorLaw(double mean, double variance, DoubleUnaryOperator below) {
  public static FactorLaw of(DropoutSpec method, double p) {
    double q = 1 - p;
    return switch (method) {
      case DropoutSpec.Inverted _ -> either(p, 1 / q);
      case DropoutSpec.Standard _, DropoutSpec.DropConnect _, DropoutSpec.Targeted _ -> either(p, 1);
      case DropoutSpec.Alpha _ -> either(p, AlphaDropout.a(p));
      case DropoutSpec.Gaussian _, DropoutSpec.LearntGaussian _ -> normal(p / q);
      case DropoutSpec.Uniform(double beta) ->
          new FactorLaw(1, VarianceRatio.ofUniform(beta), m -> Math.clamp((m - 1 + beta) / (2 * beta), 0, 1));
      case DropoutSpec.Concrete(double t, double _, double _) -> concrete(p, t);
    };
  }

  /// The law of the units of a layer of which only a share are candidates; the others have the factor 1.
  public FactorLaw ofShare(double candidates) {
    double all = candidates * mean + 1 - candidates;
    double square = candidates * (variance + mean * mean) + 1 - candidates;
    return new FactorLaw(all, square - all * all, m -> candidates * below.applyAsDouble(m)
        + (m > 1 ? 1 - candidates : 0));
  }

  private static FactorLaw either(double p, double kept) {
    return new FactorLaw((1 - p) * kept, p * (1 - p) * kept * kept, m -> m <= 0 ? 0 : m <= kept ? p : 1);
  }

  private static FactorLaw normal(double variance) {
    NormalDistribution law = new NormalDistribution(null, 1, Math.sqrt(variance));
    return new FactorLaw(1, variance, law::cumulativeProbability);
  }

  private static FactorLaw concrete(double p, double t) {
    double mean = ConcreteNoise.mean(p, t), q = 1 - p;
    double variance = (ConcreteNoise.meanSquare(p, t) - mean * mean) / (q * q);
    return new FactorLaw(ConcreteNoise.meanFactor(p, t), variance, m -> 1 - ConcreteNoise.below(1 - m * q, p, t));
  }
}
