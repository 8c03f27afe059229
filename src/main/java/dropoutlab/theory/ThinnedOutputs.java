package dropoutlab.theory;

/// What all thinned networks say at one place if the last hidden layer of n units is dropped before one logistic
/// output: under the mask m it is `o = σ(b + Σ_j m_j t_j)` with m_j = 0 with probability p, else 1 / (1 - p). All 2ⁿ
/// masks are enumerated, with their probabilities.
///
/// The information that an answer would bring about the mask (Houlsby et al. 2011; Gal, Islam and Ghahramani 2017) is
/// `I = H(ō) - E H(o)` nats, with ō = E o. From T passes it is estimated as `I_T = H(mean) - mean H`, which is too
/// small on average, because H is concave:
///
/// - E I_T = E H(mean of T) - E H(o), computed by [#expectedInformation]
/// - to first order in 1/T that is too small by `Var(o) / (2 T ō (1 - ō))`
public final class ThinnedOutputs {
  /// The substitution t = eᵘ makes the integrand below analytic in a strip of half-width π/2, where the trapezoidal
  /// rule errs by about e^(-π²/h): less than a rounding error.
  private static final double STEP = 0.4;
  private static final int FIRST = -80, LAST = 60;

  private final double[] outputs;
  private final double[] chances;
  private final double mean;
  private final double meanEntropy;

  /// @param terms t_j, the weight of a unit times its value
  /// @param bias  b
  public ThinnedOutputs(double p, double bias, double... terms) {
    chances = ThinnedUnit.chances(terms.length, p);
    outputs = new ThinnedUnit(terms.length, p).logits(terms, bias);
    double sum = 0, entropies = 0;
    for (int m = 0; m < outputs.length; m++) {
      double z = outputs[m], odds = StrictMath.exp(-Math.abs(z)), less = odds / (1 + odds);
      outputs[m] = z > 0 ? 1 - less : less;
      sum += chances[m] * outputs[m];
      entropies += chances[m] * (StrictMath.log1p(odds) + Math.abs(z) * less);
    }
    mean = sum;
    meanEntropy = entropies;
  }

  /// Returns the divergence of an answer from the mean one; its mean is the information.
  private double divergence(double o) {
    return -entropy(o) - term(o, mean) - term(1 - o, 1 - mean);
  }

  private static double term(double a, double b) { return a == 0 ? 0 : a * StrictMath.log(b); }

  /// Returns the entropy of a coin in nats.
  public static double entropy(double o) { return -term(o, o) - term(1 - o, 1 - o); }

  /// Returns the average of all thinned networks, ō.
  public double mean() { return mean; }

  public double variance() {
    double squares = 0;
    for (int m = 0; m < outputs.length; m++) squares += chances[m] * (outputs[m] - mean) * (outputs[m] - mean);
    return squares;
  }

  /// Returns the probability that an answer lies in [from, to).
  public double between(double from, double to) {
    double sum = 0;
    for (int m = 0; m < outputs.length; m++) if (outputs[m] >= from && outputs[m] < to) sum += chances[m];
    return sum;
  }

  /// Returns I.
  public double information() { return Math.max(0, entropy(mean) - meanEntropy); }

  /// Returns by how much T passes are too low on average, to first order in 1/T.
  public double roughBias(int passes) {
    double spread = mean * (1 - mean);
    return spread == 0 ? 0 : -variance() / (2 * passes * spread);
  }

  /// Returns how far I_T may be from I: four of these are exceeded about as rarely as four standard errors of a mean.
  /// They are `√(Var(D) / T) + 4 |bias|`, where D is the divergence of an answer from the mean one, and bias is that of
  /// [#roughBias]: to second order I_T loses the bias times the square of a normal number, which is 16 at four standard
  /// errors.
  public double informationSe(int passes) {
    double away = 0;
    for (int m = 0; m < outputs.length; m++) {
      double over = divergence(outputs[m]) - information();
      away += chances[m] * over * over;
    }
    return Math.sqrt(away / passes) - 4 * roughBias(passes);
  }

  /// Returns E I_T. With s = Σ o over T passes, `E (s/T) ln (s/T)` follows from `ln x = ∫ (e⁻ᵗ - e⁻ˣᵗ) / t dt`, t from
  /// 0 to infinity, and from the Laplace transform of o, which for a sum of independent passes is a power:
  /// `∫ (ō e⁻ᵗ - L(t/T)^(T-1) M(t/T)) / t dt` with L(r) = E e^(-r o) and M(r) = E o e^(-r o). For 1 - o likewise.
  public double expectedInformation(int passes) {
    return Math.max(0, -logMoment(passes, false) - logMoment(passes, true) - meanEntropy);
  }

  private double logMoment(int passes, boolean other) {
    double average = other ? 1 - mean : mean, sum = 0;
    for (int i = FIRST; i <= LAST; i++) {
      double t = StrictMath.exp(i * STEP), laplace = 0, moment = 0;
      for (int m = 0; m < outputs.length; m++) {
        double o = other ? 1 - outputs[m] : outputs[m], fallen = chances[m] * StrictMath.exp(-o * t / passes);
        laplace += fallen;
        moment += o * fallen;
      }
      sum += average * StrictMath.exp(-t) - StrictMath.pow(laplace, passes - 1) * moment;
    }
    return sum * STEP;
  }
}
