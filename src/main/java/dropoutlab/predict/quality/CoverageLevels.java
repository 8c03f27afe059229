package dropoutlab.predict.quality;

import dropoutlab.frame.Quality.Coverage;
import dropoutlab.frame.Quality.Level;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;

/// The share of targets inside central intervals of the predictive distribution. The distribution is taken as normal,
/// with the mean and the total variance of the method: epistemic variance and noise, or the noise alone for masks off.
/// Each share has its Clopper-Pearson interval and the mean width of the intervals (sharpness; Gneiting, Balabdaoui and
/// Raftery 2007).
public final class CoverageLevels {
  static final List<Double> NOMINAL = List.of(0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99);

  private CoverageLevels() {}

  public static Coverage of(Forecast.Values forecast) {
    List<Level> levels = new ArrayList<>();
    for (double nominal : NOMINAL) levels.add(level(forecast, nominal));
    return new Coverage(forecast.method(), levels);
  }

  static Level level(Forecast.Values forecast, double nominal) {
    double z = new NormalDistribution().inverseCumulativeProbability((1 + nominal) / 2), width = 0;
    int inside = 0, n = forecast.size();
    for (int i = 0; i < n; i++) {
      double reach = z * forecast.sd()[i];
      if (Math.abs(forecast.error()[i]) <= reach) inside++;
      width += 2 * reach / n;
    }
    ConfidenceInterval interval = ClopperPearson.of(inside, n);
    return new Level(nominal, inside / (double) n, interval.getLowerBound(), interval.getUpperBound(), width);
  }
}
