package dropoutlab.predict;

import dropoutlab.data.DataSet;
import dropoutlab.data.Examples;
import dropoutlab.data.Schema;
import dropoutlab.spec.DataSpec;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/// The observation noise 1/τ that is added to the epistemic variance (Gal and Ghahramani 2016, the line after eq. 6):
/// the value under which held-out targets are most likely, each being normal around the mean of its passes with
/// variance `epistemic + 1/τ`.
public final class NoiseFit {
  private NoiseFit() {}

  /// The noise standard deviation τ^-1/2 in the target's units. Where the network has learnt the noise of each input,
  /// the root of its mean variance instead. No finite number where passes are none.
  public static double noiseSd(Predictor predictor, Examples examples, int passes) {
    Predictive predictive = McDropout.predict(predictor, examples.x(), passes, true);
    if (predictor.learnsVariance()) {
      double sum = 0;
      for (int i = 0; i < examples.size(); i++) sum += predictive.aleatoric().get(i);
      return Math.sqrt(sum / examples.size());
    }
    return noiseSd(predictor.schema(), predictive, examples);
  }

  /// The same of any mean and variance, in the target's unit: without variance the root mean squared error.
  static double noiseSd(Schema schema, Predictive predictive, Examples examples) {
    int n = examples.size();
    double[] squaredErrors = new double[n];
    double[] variances = new double[n];
    for (int i = 0; i < n; i++) {
      double truth = schema.targetScaling().toRaw(0, examples.y().at(i, 0));
      double error = truth - predictive.mean().at(i, 0);
      squaredErrors[i] = error * error;
      variances[i] = predictive.variance().at(i, 0);
    }
    return fit(squaredErrors, variances);
  }

  /// The noise is fitted on the validation data, unless those are the future of a series: there the error grows with
  /// the distance, and the noise of the measurements shows in the training data alone. Where nothing is held out, there
  /// are only the training data too.
  public static Examples examplesFor(DataSpec spec, DataSet data) {
    return spec instanceof DataSpec.MaunaLoa ? data.train() : data.shown();
  }

  /// Maximises the likelihood over ln(1/τ), between a millionth and a hundred times the mean squared error.
  static double fit(double[] squaredErrors, double[] variances) {
    double mean = 0;
    for (double each : squaredErrors) mean += each / squaredErrors.length;
    if (!Double.isFinite(mean)) return Double.NaN;
    if (mean == 0) return 0;
    double high = StrictMath.log(mean * 100), low = StrictMath.log(mean * 1e-6);
    double best = new BrentOptimizer(1e-6, 1e-9).optimize(GoalType.MINIMIZE, new MaxEval(200),
        new UnivariateObjectiveFunction(log -> cost(StrictMath.exp(log), squaredErrors, variances)),
        new SearchInterval(low, high, StrictMath.log(mean))).getPoint();
    return Math.sqrt(StrictMath.exp(best));
  }

  private static double cost(double noise, double[] squaredErrors, double[] variances) {
    double sum = 0;
    for (int i = 0; i < variances.length; i++) {
      double total = variances[i] + noise;
      sum += StrictMath.log(total) + squaredErrors[i] / total;
    }
    return sum;
  }
}
