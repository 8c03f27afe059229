package dropoutlab.theory;

/// What dropout makes of one weight, beside what Bayes' rule makes of it (Le Folgoc et al. 2021). With y_i = w + noise
/// for i = 1..N and the prior w ~ N(0, τ²):
///
/// - the posterior is N(m, v), with `1/v = 1/τ² + N/σ²` and `m = v N ȳ / σ²`
/// - dropout with the same mean knows two values: 0 with probability p, and m/q with probability q = 1 - p. Its
///   variance is `p/q m²`, which does not shrink with N
/// - the divergence of two points from the prior is infinite. Two normals of width s in their place have a finite one,
///   which grows by ln 10 for every tenth of the width
public final class TwoSpikes {
  /// The trapezoidal rule converges exponentially for an integrand as smooth as this: it is exact to about 1e-12.
  private static final double STEP = 0.02;
  private static final int STEPS = 450;
  private static final double LOG_SQRT_TAU = Math.log(2 * Math.PI) / 2;

  private final double p;
  private final double prior;
  private final double mean;
  private final double variance;

  /// @param n     how many values were seen
  /// @param seen  their mean ȳ
  /// @param noise σ
  /// @param prior τ
  public TwoSpikes(double p, int n, double seen, double noise, double prior) {
    this.p = p;
    this.prior = prior;
    double precision = n / (noise * noise);
    variance = 1 / (1 / (prior * prior) + precision);
    mean = variance * precision * seen;
  }

  /// Returns the mean of both.
  public double mean() { return mean; }

  /// Returns the variance of the posterior.
  public double posteriorVariance() { return variance; }

  /// Returns where the second spike stands.
  public double kept() { return mean / (1 - p); }

  /// Returns what one pass says: the weight times a factor of dropout.
  public DroppedSum passes() { return DroppedSum.inverted(new double[] {mean}, 0, p); }

  public double posteriorDensity(double w) { return Math.exp(logNormal(w, mean, Math.sqrt(variance))); }

  public double priorDensity(double w) { return Math.exp(logNormal(w, 0, prior)); }

  /// Returns the density of the two spikes of a width.
  public double spikesDensity(double w, double width) { return Math.exp(logSpikes(w, width)); }

  /// Returns the divergence KL(spikes ‖ prior) in nats.
  public double divergence(double width) { return divergence(width, p); }

  /// Returns the same if the spike at 0 has another share of the passes, as it has among drawn ones: the mean over the
  /// passes of what each contributes.
  ///
  /// @param atZero that share
  public double divergence(double width, double atZero) {
    double sum = atZero > 0 ? atZero * part(0, width) : 0;
    return atZero < 1 ? sum + (1 - atZero) * part(kept(), width) : sum;
  }

  /// Returns the standard error of that mean over so many passes.
  public double divergenceSe(double width, int passes) {
    return p == 0 ? 0 : Math.abs(part(kept(), width) - part(0, width)) * Math.sqrt(p * (1 - p) / passes);
  }

  /// Returns the mean of log spikes(w) - log prior(w) over one spike.
  private double part(double centre, double width) {
    double sum = 0;
    for (int i = -STEPS; i <= STEPS; i++) {
      double z = i * STEP, w = centre + width * z;
      sum += StrictMath.exp(-z * z / 2 - LOG_SQRT_TAU) * (logSpikes(w, width) - logNormal(w, 0, prior));
    }
    return sum * STEP;
  }

  private double logSpikes(double w, double width) {
    double dropped = StrictMath.log(p) + logNormal(w, 0, width),
        left = StrictMath.log1p(-p) + logNormal(w, kept(), width);
    double larger = Math.max(dropped, left), smaller = Math.min(dropped, left);
    return larger + StrictMath.log1p(StrictMath.exp(smaller - larger));
  }

  private static double logNormal(double x, double mean, double sd) {
    double z = (x - mean) / sd;
    return -z * z / 2 - StrictMath.log(sd) - LOG_SQRT_TAU;
  }
}
