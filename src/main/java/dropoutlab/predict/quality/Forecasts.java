package dropoutlab.predict.quality;

import dropoutlab.data.Examples;
import dropoutlab.data.Schema;
import dropoutlab.data.TargetUnit;
import dropoutlab.frame.Method;
import dropoutlab.frame.Noise;
import dropoutlab.math.Tensor;
import dropoutlab.predict.EnsemblePrediction;
import dropoutlab.predict.McDropout;
import dropoutlab.predict.Predictive;
import dropoutlab.predict.PredictiveDensity;
import dropoutlab.predict.Predictor;
import dropoutlab.spec.Task;
import dropoutlab.theory.ExactBayes;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Makes the forecasts of each method for the same examples, one per noise that is asked for, all from the same passes.
/// Classes have no noise.
final class Forecasts {
  private final Schema schema;
  private final TargetUnit unit;
  private final Examples examples;

  Forecasts(Schema schema, Examples examples) {
    this.schema = schema;
    this.unit = TargetUnit.of(schema);
    this.examples = examples;
  }

  /// Forecasts with masks off, where the noise is the only uncertainty.
  List<Forecast> deterministic(Predictor predictor, List<Noise> noises) {
    return mixture(Method.DETERMINISTIC, new EnsemblePrediction(List.of(predictor)), noises);
  }

  List<Forecast> ensemble(EnsemblePrediction ensemble, List<Noise> noises) {
    return mixture(Method.ENSEMBLE, ensemble, noises);
  }

  private List<Forecast> mixture(Method method, EnsemblePrediction members, List<Noise> noises) {
    if (classes()) return List.of(classes(method, members.predict(examples.x())));
    List<PredictiveDensity> densities = densities(noises);
    Predictive predictive =
        members.predict(examples.x(), (member, answer) -> add(densities, noises, member, answer));
    return values(method, predictive, noises, densities);
  }

  /// @param each called after every pass; may throw to stop
  List<Forecast> mcDropout(Predictor predictor, List<Noise> noises, int passes, boolean held, Runnable each) {
    List<PredictiveDensity> densities = classes() ? List.of() : densities(noises);
    Predictive predictive = McDropout.predict(predictor, examples.x(), passes, held, (answer, _) -> {
      if (!classes()) add(densities, noises, predictor, answer);
      each.run();
    });
    return classes() ? List.of(classes(Method.MC_DROPOUT, predictive))
        : values(Method.MC_DROPOUT, predictive, noises, densities);
  }

  Forecast exactBayes(ExactBayes bayes) {
    int n = examples.size();
    double[] errors = new double[n], sds = new double[n], logs = new double[n];
    for (int i = 0; i < n; i++) {
      double error = examples.y().at(i, 0) - bayes.mean(examples.x(), i);
      double variance = bayes.variance(examples.x(), i) + bayes.noiseVariance();
      errors[i] = unit.length(error);
      sds[i] = unit.length(Math.sqrt(variance));
      logs[i] = unit.logDensity(PredictiveDensity.logNormal(error, 0, variance));
    }
    return new Forecast.Values(Method.EXACT_BAYES, errors, sds, logs, bayes.noiseSd(), false);
  }

  private boolean classes() { return schema.task() == Task.CLASSIFICATION; }

  private Forecast classes(Method method, Predictive predictive) {
    int[] labels = IntStream.range(0, examples.size()).map(examples::label).toArray();
    return new Forecast.Classes(method, labels, predictive.mean());
  }

  private List<PredictiveDensity> densities(List<Noise> noises) {
    double[] truth = new double[examples.size()];
    for (int i = 0; i < truth.length; i++) truth[i] = examples.y().at(i, 0);
    return noises.stream().map(_ -> new PredictiveDensity(truth)).toList();
  }

  private void add(List<PredictiveDensity> densities, List<Noise> noises, Predictor predictor, Tensor answer) {
    for (int k = 0; k < noises.size(); k++) {
      Noise noise = noises.get(k);
      IntToDoubleFunction variance = predictor.learnsVariance()
          ? row -> noise.factor() * predictor.learntVariance(row) : _ -> standardised(noise);
      densities.get(k).add(answer, variance);
    }
  }

  private double standardised(Noise noise) { return noise.sd() / unit.sd() * (noise.sd() / unit.sd()); }

  private List<Forecast> values(Method method, Predictive predictive, List<Noise> noises,
                                List<PredictiveDensity> densities) {
    return IntStream.range(0, noises.size())
        .<Forecast>mapToObj(k -> values(method, predictive, noises.get(k), densities.get(k))).toList();
  }

  private Forecast values(Method method, Predictive predictive, Noise noise, PredictiveDensity density) {
    int n = examples.size();
    double[] errors = new double[n], sds = new double[n], logs = density.logDensities();
    double variances = 0;
    for (int i = 0; i < n; i++) {
      double aleatoric = predictive.aleatoric().isEmpty() ? standardised(noise)
          : noise.factor() * predictive.aleatoric().get(i);
      variances += aleatoric / n;
      errors[i] = unit.length(examples.y().at(i, 0) - predictive.mean().get(i));
      sds[i] = unit.length(Math.sqrt(predictive.variance().get(i) + aleatoric));
      logs[i] = unit.logDensity(logs[i]);
    }
    return new Forecast.Values(method, errors, sds, logs, unit.length(Math.sqrt(variances)), noise.atBound());
  }
}
