package dropoutlab.predict.quality;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Noise;
import dropoutlab.frame.Quality.Coverage;
import dropoutlab.frame.Quality.Reliability;
import dropoutlab.frame.Quality.Sparsification;
import dropoutlab.frame.Query;
import dropoutlab.frame.Result;
import dropoutlab.frame.Sampling;
import dropoutlab.predict.EnsemblePrediction;
import dropoutlab.predict.Predictor;
import dropoutlab.theory.ExactBayes;
import java.util.ArrayList;
import java.util.List;

/// Measures the quality of a frame's network on the validation data: with masks off, by MC dropout, and if asked for
/// also by an ensemble and by exact Bayesian regression.
///
/// A fitted noise is fitted to each method separately, on the validation data too (for `mauna-loa` on the training
/// data), so that the coverage there is the best that one parameter can achieve. Exact Bayes takes the noise under
/// which the training data are most likely. A noise that is given, or follows from a prior, is the same for all
/// methods. For sparsification, classes are sorted by predictive entropy and values by their total standard deviation;
/// there is no curve if that is the same everywhere, as it is for a deterministic regression.
public final class Qualities {
  private final Frame frame;
  private final DataSet data;
  private final Query.Quality question;
  private final AskedNoise noise;

  private Qualities(Frame frame, DataSet data, Query.Quality question) {
    this.frame = frame;
    this.data = data;
    this.question = question;
    this.noise = new AskedNoise(question.noise(), frame, data);
  }

  public static Result.QualityReport report(Frame frame, DataSet data, Query.Quality question) {
    return report(frame, data, question, () -> {});
  }

  /// @param each called after every pass; may throw to stop
  public static Result.QualityReport report(Frame frame, DataSet data, Query.Quality question, Runnable each) {
    List<Forecast> forecasts = new Qualities(frame, data, question).forecasts(each);
    List<Reliability> reliability = new ArrayList<>();
    List<Coverage> coverage = new ArrayList<>();
    List<Sparsification> sparsification = new ArrayList<>();
    for (Forecast forecast : forecasts) {
      switch (forecast) {
        case Forecast.Classes classes -> reliability.add(ReliabilityBins.of(classes));
        case Forecast.Values values -> coverage.add(CoverageLevels.of(values));
      }
      SparsificationCurve.of(forecast).ifPresent(sparsification::add);
    }
    return new Result.QualityReport(question.sampling().passes(), data.validation().size(), reliability, coverage,
        sparsification, forecasts.stream().map(Scoring::of).toList());
  }

  private List<Forecast> forecasts(Runnable each) {
    Forecasts forecasts = new Forecasts(data.schema(), data.validation());
    Predictor trained = Predictor.of(frame, data.schema());
    Sampling sampling = question.sampling();
    Noise ofPasses = noise.passes(predictor(), sampling.held());
    List<Forecast> all = new ArrayList<>();
    all.addAll(forecasts.deterministic(trained, List.of(noise.ensemble(new EnsemblePrediction(List.of(trained))))));
    all.addAll(forecasts.mcDropout(predictor(), List.of(ofPasses), sampling.passes(), sampling.held(), each));
    question.ensemble().map(ensemble -> EnsemblePrediction.of(ensemble, data.schema()))
        .ifPresent(ensemble -> all.addAll(forecasts.ensemble(ensemble, List.of(noise.ensemble(ensemble)))));
    if (question.bayes() && ExactBayes.isFor(frame.experiment().network(), data.schema()))
      all.add(forecasts.exactBayes(ExactBayes.of(data, noise.told(ofPasses))));
    return all;
  }

  /// Returns a predictor at the beginning of its random streams, so that the passes of one method do not depend on
  /// another's.
  private Predictor predictor() { return Predictor.of(frame, data.schema(), question.sampling()); }
}
