package dropoutlab.theory;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.DiagonalMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/// Exact Bayesian linear regression on fixed features, in double precision (Bishop 2006, sections 3.3 and 3.5): t = w·φ
/// + noise with precision β, and the prior w ~ N(0, α⁻¹ I). The posterior of w is N(m, S) with
///
/// S⁻¹ = α I + β ΦᵀΦ,   m = β S Φᵀ t;   the prediction at φ is N(m·φ, φᵀSφ + 1/β), of which φᵀSφ is epistemic.
///
/// Everything is computed from the eigenvectors of ΦᵀΦ, which do not depend on α and β.
public final class BayesianLinear {
  private static final int ROUNDS = 10_000;
  private static final double LEAST = 1e-12;
  private static final double MOST = 1e12;

  private final double alpha;
  private final double beta;
  private final RealMatrix directions;
  private final double[] precisions;
  private final double[] mean;

  private BayesianLinear(Sums sums, double alpha, double beta) {
    this.alpha = alpha;
    this.beta = beta;
    directions = sums.directions;
    precisions = new double[sums.values.length];
    double[] along = new double[precisions.length];
    for (int i = 0; i < along.length; i++) {
      precisions[i] = alpha + beta * sums.values[i];
      along[i] = beta * sums.projections[i] / precisions[i];
    }
    mean = directions.operate(along);
  }

  /// Fits the posterior with a given prior and noise.
  ///
  /// @param features (n x features), one row per example
  /// @param targets  (n)
  /// @param alpha    the precision of the prior, greater than 0
  /// @param beta     the precision of the noise, greater than 0
  public static BayesianLinear given(double[][] features, double[] targets, double alpha, double beta) {
    return new BayesianLinear(new Sums(features, targets), alpha, beta);
  }

  /// Fits the posterior with a given noise and with the α under which the targets are most likely.
  public static BayesianLinear withNoise(double[][] features, double[] targets, double beta) {
    return byEvidence(features, targets, beta);
  }

  /// Fits the posterior with the α and β under which the targets are most likely.
  public static BayesianLinear byEvidence(double[][] features, double[] targets) {
    return byEvidence(features, targets, Double.NaN);
  }

  /// Iterates Bishop's fixed point (3.92) to (3.95): γ = Σ λᵢ/(α + λᵢ) where λ is β times the eigenvalues, α = γ / m·m,
  /// 1/β = ‖t - Φm‖² / (n - γ). Both stay within 1e-12 and 1e12, which targets without noise or without signal would
  /// leave.
  private static BayesianLinear byEvidence(double[][] features, double[] targets, double givenBeta) {
    Sums sums = new Sums(features, targets);
    boolean noiseIsGiven = !Double.isNaN(givenBeta);
    double alpha = 1, beta = noiseIsGiven ? givenBeta : 1;
    for (int round = 0; round < ROUNDS; round++) {
      BayesianLinear now = new BayesianLinear(sums, alpha, beta);
      double gamma = 0, length = 0;
      for (int i = 0; i < sums.values.length; i++) {
        gamma += beta * sums.values[i] / now.precisions[i];
        length += now.mean[i] * now.mean[i];
      }
      double nextAlpha = within(gamma / length);
      double nextBeta = noiseIsGiven ? beta : within((targets.length - gamma) / sums.residual(now.mean));
      boolean settled = near(alpha, nextAlpha) && near(beta, nextBeta);
      alpha = nextAlpha;
      beta = nextBeta;
      if (settled) break;
    }
    return new BayesianLinear(sums, alpha, beta);
  }

  private static double within(double value) {
    return Double.isNaN(value) ? MOST : Math.clamp(value, LEAST, MOST);
  }

  private static boolean near(double a, double b) { return Math.abs(a - b) <= 1e-10 * Math.abs(b); }

  public double alpha() { return alpha; }

  public double beta() { return beta; }

  /// Returns the posterior mean m of the weights.
  public double[] weights() { return mean.clone(); }

  /// Returns the posterior covariance S of the weights.
  public RealMatrix covariance() {
    double[] inverse = new double[precisions.length];
    for (int i = 0; i < inverse.length; i++) inverse[i] = 1 / precisions[i];
    return directions.multiply(new DiagonalMatrix(inverse)).multiply(directions.transpose());
  }

  /// Returns the predictive mean at the features of one example.
  public double mean(double[] features) {
    double sum = 0;
    for (int i = 0; i < mean.length; i++) sum += mean[i] * features[i];
    return sum;
  }

  /// Returns the epistemic variance φᵀSφ, without the noise 1/β.
  public double variance(double[] features) {
    double[] along = directions.preMultiply(features);
    double sum = 0;
    for (int i = 0; i < along.length; i++) sum += along[i] * along[i] / precisions[i];
    return sum;
  }

  /// What the posterior needs of the data: ΦᵀΦ as its eigenvalues and eigenvectors, and Φᵀt along them.
  private static final class Sums {
    private final double[][] features;
    private final double[] targets;
    private final RealMatrix directions;
    private final double[] values;
    private final double[] projections;

    Sums(double[][] features, double[] targets) {
      if (features.length == 0 || features.length != targets.length)
        throw new IllegalArgumentException(features.length + " rows of features but " + targets.length + " targets");
      this.features = features;
      this.targets = targets;
      RealMatrix phi = new Array2DRowRealMatrix(features, false);
      EigenDecomposition eigen = new EigenDecomposition(phi.transpose().multiply(phi));
      directions = eigen.getV();
      values = eigen.getRealEigenvalues();
      // The eigenvalues of a positive semidefinite matrix are at least 0, except for rounding.
      for (int i = 0; i < values.length; i++) values[i] = Math.max(0, values[i]);
      projections = directions.preMultiply(phi.preMultiply(targets));
    }

    double residual(double[] weights) {
      double sum = 0;
      for (int row = 0; row < targets.length; row++) {
        double from = targets[row];
        for (int i = 0; i < weights.length; i++) from -= weights[i] * features[row][i];
        sum += from * from;
      }
      return sum;
    }
  }
}
