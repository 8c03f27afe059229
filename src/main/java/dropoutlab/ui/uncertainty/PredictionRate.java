package dropoutlab.ui.uncertainty;

import dropoutlab.spec.NetworkSpec;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/// Says in words with which p passes were taken, where that is not the p of the training.
final class PredictionRate {
  private PredictionRate() {}

  /// The rates of the input and the hidden layers that drop anything.
  static List<Double> dropping(List<Double> rates) { return rates.stream().filter(p -> p > 0).toList(); }

  /// Whether any layer drops anything.
  static boolean drops(NetworkSpec network, List<Double> inForce) {
    return !dropping(inForce).isEmpty() || bodyDrops(network);
  }

  private static boolean bodyDrops(NetworkSpec network) {
    return !network.body().equals(network.withoutDropout().body());
  }

  /// A sentence to be read beside the passes; "" where there is nothing to be said.
  ///
  /// @param asked   the p of the passes; empty: as trained
  /// @param inForce the drop rates of the training: of the input and of every hidden layer
  static String sentence(OptionalDouble asked, NetworkSpec network, List<Double> inForce) {
    if (!drops(network, inForce)) return Words.of("uncertainty.rate.drops_nothing");
    if (asked.isEmpty()) return "";
    double p = asked.getAsDouble();
    List<Double> trained = dropping(inForce);
    if (bodyDrops(network)) return Words.of("uncertainty.rate.everywhere", Shown.rate(p));
    if (trained.stream().allMatch(rate -> rate == p)) return "";
    return Words.of("uncertainty.rate.other", Shown.rate(p), range(trained));
  }

  private static String range(List<Double> rates) {
    double min = Collections.min(rates);
    double max = Collections.max(rates);
    return min == max ? Shown.rate(min) : Words.of("uncertainty.rate.range", Shown.rate(min), Shown.rate(max));
  }
}
