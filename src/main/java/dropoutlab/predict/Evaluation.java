package dropoutlab.predict;

import dropoutlab.data.Examples;
import dropoutlab.frame.Quality.Level;
import dropoutlab.frame.Quality.Scores;
import java.util.List;
import java.util.Optional;

/// How good one method is on examples whose truth is known.
///
/// @param coverage of the central interval of 95 %, see [CoverageLevels]; empty for classes
public record Evaluation(Scores scores, Optional<Level> coverage) {
  private static final double NOMINAL = 0.95;

  /// The deterministic network, then the mean over passes with one thinned network each.
  ///
  /// @param each called after every pass; may throw to give up
  public static List<Evaluation> of(Predictor predictor, Examples examples, MethodNoise noise, int passes,
                                    Runnable each) {
    Forecasts forecasts = new Forecasts(predictor.schema(), examples);
    return List.of(of(forecasts.deterministic(predictor, noise.deterministic())),
        of(forecasts.mcDropout(predictor, noise.mcDropout(), passes, true, each)));
  }

  static Evaluation of(Forecast forecast) {
    return new Evaluation(Scoring.of(forecast), forecast instanceof Forecast.Values values
        ? Optional.of(CoverageLevels.level(values, NOMINAL)) : Optional.empty());
  }
}
