package dropoutlab.predict.quality;

import dropoutlab.data.Examples;
import dropoutlab.frame.Quality.Level;
import dropoutlab.frame.Quality.Scores;
import dropoutlab.predict.MethodNoise;
import dropoutlab.predict.Predictor;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The quality of one method on examples with known targets.
///
/// @param coverage the coverage of the central 95 % interval, see [CoverageLevels]; empty for classes
public record Evaluation(Scores scores, Optional<Level> coverage) {
  private static final double NOMINAL = 0.95;

  /// The quality with one noise, of the deterministic network and of the mean over passes.
  public record Pair(MethodNoise noise, Evaluation deterministic, Evaluation mcDropout) {}

  /// Evaluates the same passes once for each noise; for classes, which have no noise, once.
  ///
  /// @param noises at least one
  /// @param held   whether a pass is one thinned network for all rows, or another for each row
  /// @param each   called after every pass; may throw to stop
  public static List<Pair> of(Predictor predictor, Examples examples, List<MethodNoise> noises, int passes,
                              boolean held, Runnable each) {
    Forecasts forecasts = new Forecasts(predictor.schema(), examples);
    List<Forecast> off =
        forecasts.deterministic(predictor, noises.stream().map(MethodNoise::deterministic).toList());
    List<Forecast> mc =
        forecasts.mcDropout(predictor, noises.stream().map(MethodNoise::mcDropout).toList(), passes, held, each);
    return IntStream.range(0, off.size())
        .mapToObj(k -> new Pair(noises.get(k), of(off.get(k)), of(mc.get(k)))).toList();
  }

  static Evaluation of(Forecast forecast) {
    return new Evaluation(Scoring.of(forecast), forecast instanceof Forecast.Values values
        ? Optional.of(CoverageLevels.level(values, NOMINAL)) : Optional.empty());
  }
}
