package dropoutlab.export;

import dropoutlab.frame.Quality.Level;
import dropoutlab.frame.Quality.Scores;
import dropoutlab.predict.Evaluation;
import dropoutlab.predict.MethodNoise;
import dropoutlab.spec.StrictJson;
import java.util.List;

/// How good a model is on examples whose truth is known, as JSON; what does not apply is left out.
///
/// @param title    the model's
/// @param passes   T
/// @param seed     that decided the masks
/// @param tauFrom  where tau comes from: "model", "given", "fitted" or "learnt" for each input; null for classes
/// @param tauFile  the file it was fitted on, else null
public record EvaluationFile(String title, int examples, int passes, long seed, String tauFrom, String tauFile,
                             Entry deterministic, Entry mcDropout) {
  /// One method, masks off or the mean of the passes.
  ///
  /// @param tau        the precision of the noise in 1 / (target's unit)²
  /// @param coverage95 of the central 95 % interval
  public record Entry(Double tau, Double rmse, Double logLikelihood, Coverage coverage95, Double accuracy,
                      Double logLoss, Double brier, Double expectedCalibrationError) {}

  /// @param share     of the targets inside the interval
  /// @param low,high  its Clopper-Pearson interval
  /// @param meanWidth of the interval, in the target's unit
  public record Coverage(double share, double low, double high, double meanWidth) {}

  /// @param evaluations of the deterministic network and of MC dropout
  public static EvaluationFile of(Model model, int examples, int passes, long seed, String tauFrom, String tauFile,
                                  MethodNoise noise, List<Evaluation> evaluations) {
    return new EvaluationFile(model.title(), examples, passes, seed, tauFrom, tauFile,
        entry(evaluations.getFirst(), noise.deterministic()), entry(evaluations.getLast(), noise.mcDropout()));
  }

  private static Entry entry(Evaluation evaluation, double noiseSd) {
    Scores s = evaluation.scores();
    return new Entry(number(1 / (noiseSd * noiseSd)), number(s.rmse()), number(s.logLikelihood()),
        evaluation.coverage().map(EvaluationFile::coverage).orElse(null), number(s.accuracy()), number(s.logLoss()),
        number(s.brier()), number(s.ece()));
  }

  private static Coverage coverage(Level level) {
    return new Coverage(level.observed(), level.low(), level.high(), level.meanWidth());
  }

  private static Double number(double value) { return Double.isNaN(value) ? null : value; }

  public String text() { return StrictJson.text(this); }
}
