package dropoutlab.predict;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Finding;
import dropoutlab.frame.Frame;
import dropoutlab.frame.NoiseSource;
import dropoutlab.frame.Quality.Coverage;
import dropoutlab.frame.Quality.Reliability;
import dropoutlab.frame.Quality.Sparsification;
import dropoutlab.frame.Question;
import dropoutlab.spec.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Measures the network of a frame on the validation data: masks off, MC dropout, and where asked an ensemble and exact
/// Bayesian regression.
///
/// A fitted noise is fitted for each method by itself, on the validation data too (of `mauna-loa`: on the training
/// data), so that coverage there is what one parameter could make of it; exact Bayes takes the noise under which the
/// training data are most likely. A noise that is given, or follows from a prior, is the same for all. In
/// sparsification classes are sorted by predictive entropy and values by their total standard deviation; where that is
/// the same everywhere, as for a deterministic regression, there is no curve.
public final class Qualities {
  private final Frame frame;
  private final DataSet data;
  private final Question.Quality question;

  private Qualities(Frame frame, DataSet data, Question.Quality question) {
    this.frame = frame;
    this.data = data;
    this.question = question;
  }

  public static Finding.QualityReport report(Frame frame, DataSet data, Question.Quality question) {
    return report(frame, data, question, () -> {});
  }

  /// @param each called after every pass; may throw to give up
  static Finding.QualityReport report(Frame frame, DataSet data, Question.Quality question, Runnable each) {
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
    return new Finding.QualityReport(question.sampling().passes(), data.validation().size(), reliability, coverage,
        sparsification, forecasts.stream().map(Scoring::of).toList());
  }

  private List<Forecast> forecasts(Runnable each) {
    Forecasts forecasts = new Forecasts(data.schema(), data.validation());
    Predictor trained = Predictor.of(frame, data.schema());
    EnsemblePrediction network = new EnsemblePrediction(List.of(trained));
    List<Forecast> all = new ArrayList<>();
    all.add(forecasts.deterministic(trained, noiseSd(network)));
    all.add(forecasts.mcDropout(predictor(), noiseSd(), question.sampling().passes(), question.sampling().held(),
        each));
    question.ensemble().map(ensemble -> EnsemblePrediction.of(ensemble, data.schema()))
        .ifPresent(ensemble -> all.add(forecasts.ensemble(ensemble, noiseSd(ensemble))));
    if (question.bayes() && ExactBayes.isFor(frame.experiment().network(), data.schema()))
      all.add(forecasts.exactBayes(ExactBayes.of(data, isFitted() ? OptionalDouble.empty()
          : OptionalDouble.of(Tau.noiseSd(question.noise(), frame, data, predictor())))));
    return all;
  }

  private boolean isFitted() { return question.noise() instanceof NoiseSource.Fitted; }

  /// A predictor at the beginning of its streams, so that one method's passes do not depend on another's.
  private Predictor predictor() { return Predictor.of(frame, data.schema(), question.sampling()); }

  /// The noise of MC dropout.
  private double noiseSd() {
    return asksForNoise(predictor().learnsVariance()) ? Tau.noiseSd(question.noise(), frame, data, predictor())
        : Double.NaN;
  }

  /// The noise of an ensemble, or of one network masks off.
  private double noiseSd(EnsemblePrediction members) {
    if (!asksForNoise(members.learnsVariance())) return Double.NaN;
    if (!isFitted()) return Tau.noiseSd(question.noise(), frame, data, predictor());
    var examples = NoiseFit.examplesFor(frame.experiment().data(), data);
    return Tau.atLeast(NoiseFit.noiseSd(data.schema(), members.predict(examples.x()), examples), data.schema());
  }

  private boolean asksForNoise(boolean learnsVariance) {
    return data.schema().task() == Task.REGRESSION && !learnsVariance;
  }
}
