package dropoutlab.theory;

import dropoutlab.data.DataSet;
import dropoutlab.data.Examples;
import dropoutlab.data.Schema;
import dropoutlab.data.TargetUnit;
import dropoutlab.frame.Matrix;
import dropoutlab.math.Tensor;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Task;
import java.util.OptionalDouble;

/// Exact Bayesian regression for comparison with a network that is linear in its inputs: [BayesianLinear] on the
/// standardised inputs and a bias, with one prior for all weights, learnt from the standardised training targets.
public final class ExactBayes {
  private final Schema schema;
  private final BayesianLinear model;

  private ExactBayes(Schema schema, BayesianLinear model) {
    this.schema = schema;
    this.model = model;
  }

  /// Returns whether the network is linear: a regression without hidden layers and body.
  public static boolean isFor(NetworkSpec network, Schema schema) {
    return schema.task() == Task.REGRESSION && network.hidden().isEmpty() && network.body().isEmpty();
  }

  /// Learns from the training examples. The precision of the prior is the one under which they are most likely, and so
  /// is the noise, unless its standard deviation is given, in the target's unit.
  public static ExactBayes of(DataSet data, OptionalDouble noiseSd) {
    Examples train = data.train();
    double[][] features = new double[train.size()][];
    double[] targets = new double[train.size()];
    for (int row = 0; row < targets.length; row++) {
      features[row] = features(train.x(), row);
      targets[row] = train.y().at(row, 0);
    }
    double targetSd = data.schema().targetScaling().sd().getFirst();
    return new ExactBayes(data.schema(), noiseSd.isPresent()
        ? BayesianLinear.withNoise(features, targets, precision(targetSd / noiseSd.getAsDouble()))
        : BayesianLinear.byEvidence(features, targets));
  }

  private static double precision(double inverseSd) { return inverseSd * inverseSd; }

  private static double[] features(Tensor x, int row) {
    double[] features = new double[x.cols() + 1];
    for (int c = 0; c < x.cols(); c++) features[c] = x.at(row, c);
    features[x.cols()] = 1;
    return features;
  }

  /// Returns the standard deviation of the noise, in the target's unit.
  public double noiseSd() { return unit().length(Math.sqrt(noiseVariance())); }

  /// Returns the variance of the noise, standardised.
  public double noiseVariance() { return 1 / model.beta(); }

  /// Returns the predictive mean of a row of `x` (n x inputs, scaled), standardised.
  public double mean(Tensor x, int row) { return model.mean(features(x, row)); }

  /// Returns the epistemic variance of a row of `x`, standardised, without the noise.
  public double variance(Tensor x, int row) { return model.variance(features(x, row)); }

  /// Returns the predictive means of `x` in the target's unit: (n x 1).
  public Matrix mean(Tensor x) { return Matrix.generate(x.rows(), 1, (row, _) -> unit().value(mean(x, row))); }

  /// Returns the epistemic standard deviations of `x` in the target's unit, without the noise: (n x 1).
  public Matrix sd(Tensor x) {
    return Matrix.generate(x.rows(), 1, (row, _) -> unit().length(Math.sqrt(variance(x, row))));
  }

  private TargetUnit unit() { return TargetUnit.of(schema); }
}
