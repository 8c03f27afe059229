package dropoutlab.predict;

import dropoutlab.data.Examples;
import dropoutlab.data.Schema;
import dropoutlab.frame.Method;
import dropoutlab.frame.Table;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Task;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// What each method says of the same examples. The noise's standard deviation is given in the target's unit; it is
/// asked neither for classes nor of a network that learns the variance of its target.
final class Forecasts {
  private final Schema schema;
  private final Examples examples;

  Forecasts(Schema schema, Examples examples) {
    this.schema = schema;
    this.examples = examples;
  }

  /// Masks off: with the noise alone around it.
  Forecast deterministic(Predictor predictor, double noiseSd) {
    return mixture(Method.DETERMINISTIC, new EnsemblePrediction(List.of(predictor)), noiseSd);
  }

  Forecast ensemble(EnsemblePrediction ensemble, double noiseSd) {
    return mixture(Method.ENSEMBLE, ensemble, noiseSd);
  }

  private Forecast mixture(Method method, EnsemblePrediction members, double noiseSd) {
    if (classes()) return classes(method, members.predict(examples.x()));
    PredictiveDensity density = new PredictiveDensity(truth());
    Predictive predictive = members.predict(examples.x(),
        (member, answer) -> density.add(answer, noise(member, noiseSd)));
    return values(method, predictive, noiseSd, density);
  }

  /// @param each called after every pass; may throw to give up
  Forecast mcDropout(Predictor predictor, double noiseSd, int passes, boolean held, Runnable each) {
    PredictiveDensity density = classes() ? null : new PredictiveDensity(truth());
    Predictive predictive = McDropout.predict(predictor, examples.x(), passes, held, (answer, _) -> {
      if (density != null) density.add(answer, noise(predictor, noiseSd));
      each.run();
    });
    return density == null ? classes(Method.MC_DROPOUT, predictive)
        : values(Method.MC_DROPOUT, predictive, noiseSd, density);
  }

  Forecast exactBayes(ExactBayes bayes) {
    Tensor x = examples.x();
    Table mean = bayes.mean(x), epistemic = bayes.sd(x);
    double[] truth = truth(), means = new double[truth.length], sds = new double[truth.length];
    double[] logs = new double[truth.length];
    for (int i = 0; i < truth.length; i++) {
      means[i] = mean.get(i);
      sds[i] = StrictMath.hypot(epistemic.get(i), bayes.noiseSd());
      logs[i] = PredictiveDensity.logNormal(truth[i], means[i], sds[i] * sds[i]);
    }
    return new Forecast.Values(Method.EXACT_BAYES, truth, means, sds, logs);
  }

  private boolean classes() { return schema.task() == Task.CLASSIFICATION; }

  private Forecast classes(Method method, Predictive predictive) {
    int[] labels = IntStream.range(0, examples.size()).map(examples::label).toArray();
    return new Forecast.Classes(method, labels, predictive.mean());
  }

  private Forecast values(Method method, Predictive predictive, double noiseSd, PredictiveDensity density) {
    int n = examples.size();
    double[] mean = new double[n], sd = new double[n];
    for (int i = 0; i < n; i++) {
      mean[i] = predictive.mean().get(i);
      double aleatoric = predictive.aleatoric().isEmpty() ? noiseSd * noiseSd : predictive.aleatoric().get(i);
      sd[i] = Math.sqrt(predictive.variance().get(i) + aleatoric);
    }
    return new Forecast.Values(method, truth(), mean, sd, density.logDensities());
  }

  private static IntToDoubleFunction noise(Predictor predictor, double noiseSd) {
    return predictor.learnsVariance() ? predictor::learntVariance : _ -> noiseSd * noiseSd;
  }

  private double[] truth() {
    double[] truth = new double[examples.size()];
    for (int i = 0; i < truth.length; i++) truth[i] = schema.targetScaling().toRaw(0, examples.y().at(i, 0));
    return truth;
  }
}
