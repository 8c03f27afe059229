package dropoutlab.predict.quality;

import dropoutlab.frame.Quality.Scores;

/// Scores of a forecast (Gneiting and Raftery 2007). For values: the root mean squared error and the mean log density,
/// in the target's unit. For classes: the accuracy, the log-loss -ln p(true class) in nats, and the Brier score Σ_c
/// (p_c - [c is true])² (Brier 1950), each a mean over the examples, and the expected calibration error of
/// [ReliabilityBins].
///
/// Probabilities are in single precision. The log-loss replaces those below 2^-24, which cannot be distinguished from 0
/// beside 1, by 2^-24, so that one example contributes at most 16.6 nats.
public final class Scoring {
  private static final double LEAST_PROBABILITY = 0x1p-24;

  private Scoring() {}

  public static Scores of(Forecast forecast) {
    return switch (forecast) {
      case Forecast.Values values -> ofValues(values);
      case Forecast.Classes classes -> ofClasses(classes);
    };
  }

  private static Scores ofValues(Forecast.Values values) {
    double squares = 0, logs = 0;
    for (double square : values.errors()) squares += square;
    for (double log : values.logDensity()) logs += log;
    return new Scores(values.method(), values.noiseSd(), values.noiseAtBound(), Math.sqrt(squares / values.size()),
        logs / values.size(), Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  private static Scores ofClasses(Forecast.Classes classes) {
    int n = classes.size();
    double wrong = 0, loss = 0, brier = 0;
    for (double each : classes.errors()) wrong += each;
    for (int i = 0; i < n; i++) {
      int label = classes.labels()[i];
      loss -= StrictMath.log(Math.max(classes.probabilities().at(i, label), LEAST_PROBABILITY)) / n;
      for (int c = 0; c < classes.probabilities().cols(); c++) {
        double from = classes.probabilities().at(i, c) - (c == label ? 1 : 0);
        brier += from * from / n;
      }
    }
    return new Scores(classes.method(), Double.NaN, false, Double.NaN, Double.NaN, 1 - wrong / n, loss, brier,
        ReliabilityBins.of(classes).expectedCalibrationError());
  }
}
