package dropoutlab.export;

import dropoutlab.frame.Noise;
import dropoutlab.frame.Quality.Level;
import dropoutlab.frame.Quality.Scores;
import dropoutlab.predict.quality.Evaluation;
import dropoutlab.spec.StrictJson;
import java.util.List;
import java.util.stream.IntStream;

/// The quality of a model on examples with known targets, as JSON; what does not apply is left out.
///
/// @param title   the title of the model
/// @param passes  T
/// @param masks   "held" if a pass is one thinned network for all rows, "fresh" if it is another for each row
/// @param seed    the seed that decided the masks
/// @param tauFrom the origin of tau: "model", "given" or "fitted"; for a network that learns its noise "learnt" for
///                each input, "rescaled" by the model's factor, or "fitted"; null for classes
/// @param tauFile the file on which tau was fitted, else null
/// @param byTau   both methods under each tau, if several were given; then the two entries are null
public record EvaluationFile(String title, int examples, int passes, String masks, long seed, String tauFrom,
                             String tauFile, Entry deterministic, Entry mcDropout, List<Under> byTau) {
  /// The settings of the measurement.
  ///
  /// @param taus the values of tau that were given, else empty
  public record Setting(int examples, int passes, boolean held, long seed, String tauFrom, String tauFile,
                        List<Double> taus) {}

  /// The quality of one method: masks off, or the mean over the passes.
  ///
  /// @param tau            the precision of the noise in 1 / (target's unit)²
  /// @param varianceFactor the factor on learnt variances
  /// @param tauAtBound     whether the noise is the least that a fit can distinguish, so that the true noise may be
  ///                       less
  /// @param fit            how tau, or the factor, was found on the rows of `tauFile`
  /// @param coverage95     the coverage of the central 95 % interval
  public record Entry(Double tau, Double varianceFactor, Boolean tauAtBound, Noise.Fit fit, Double rmse,
                      Double logLikelihood, Coverage coverage95, Double accuracy, Double logLoss, Double brier,
                      Double expectedCalibrationError) {}

  /// Both methods under one tau.
  public record Under(Double tau, Entry deterministic, Entry mcDropout) {}

  /// The coverage of an interval.
  ///
  /// @param share     the share of targets inside the interval
  /// @param low       the lower end of its Clopper-Pearson interval
  /// @param high      the upper end of its Clopper-Pearson interval
  /// @param meanWidth the mean width of the interval, in the target's unit
  public record Coverage(double share, double low, double high, double meanWidth) {}

  /// @param pairs one pair, or one for each tau that was given
  public static EvaluationFile of(Model model, Setting setting, List<Evaluation.Pair> pairs) {
    boolean several = pairs.size() > 1;
    Under first = under(model, setting, pairs, 0);
    return new EvaluationFile(model.title(), setting.examples(), setting.passes(), setting.held() ? "held" : "fresh",
        setting.seed(), setting.tauFrom(), setting.tauFile(), several ? null : first.deterministic(),
        several ? null : first.mcDropout(),
        several ? IntStream.range(0, pairs.size()).mapToObj(i -> under(model, setting, pairs, i)).toList() : null);
  }

  private static Under under(Model model, Setting setting, List<Evaluation.Pair> pairs, int i) {
    Evaluation.Pair pair = pairs.get(i);
    Double given = setting.taus().isEmpty() ? null : setting.taus().get(i);
    return new Under(given, entry(model, setting, given, pair.deterministic(), pair.noise().deterministic()),
        entry(model, setting, given, pair.mcDropout(), pair.noise().mcDropout()));
  }

  private static Entry entry(Model model, Setting setting, Double given, Evaluation evaluation, Noise noise) {
    Scores s = evaluation.scores();
    boolean learnt = model.learnsNoise(), constant = !learnt && !model.isOfClasses();
    boolean found = setting.tauFrom() != null && given == null && !setting.tauFrom().equals("learnt");
    return new Entry(given != null ? given : constant ? (Double) noise.tau() : null,
        learnt && found ? noise.factor() : null, found ? noise.atBound() : null, noise.fit().orElse(null),
        number(s.rmse()), number(s.logLikelihood()), evaluation.coverage().map(EvaluationFile::coverage).orElse(null),
        number(s.accuracy()), number(s.logLoss()), number(s.brier()), number(s.ece()));
  }

  private static Coverage coverage(Level level) {
    return new Coverage(level.observed(), level.low(), level.high(), level.meanWidth());
  }

  private static Double number(double value) { return Double.isNaN(value) ? null : value; }

  public String text() { return StrictJson.text(this); }
}
