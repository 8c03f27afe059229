package dropoutlab.predict.quality;

import dropoutlab.frame.Quality.Left;
import dropoutlab.frame.Quality.Sparsification;
import dropoutlab.math.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;

/// The error on the examples that remain when the most uncertain share is left out, 0, 5 … 95 % (Ilg et al. 2018): the
/// root mean squared error by total standard deviation, or the share of wrong classes by predictive entropy. Examples
/// of equal uncertainty stay in their order. The oracle leaves out the largest errors. The area is measured between the
/// two curves, by trapezoids and relative to the error of all examples.
///
/// The 95 % intervals of shares are Clopper-Pearson intervals. Those of the root mean squared error, whose errors need
/// not be normal, are percentiles of 1000 bootstrap samples of the remaining examples (Efron 1979); the samples have a
/// fixed seed, so that the intervals do not move.
public final class SparsificationCurve {
  private static final int STEPS = 20;
  private static final int RESAMPLES = 1000;
  private static final long SEED = 1;

  private SparsificationCurve() {}

  /// Returns the curve; empty if the uncertainty is the same for all examples, as in a deterministic regression, and so
  /// cannot sort them.
  public static Optional<Sparsification> of(Forecast forecast) {
    double[] uncertainty = forecast.uncertainty(), errors = forecast.errors();
    if (Arrays.stream(uncertainty).allMatch(each -> each == uncertainty[0])) return Optional.empty();
    boolean classes = forecast instanceof Forecast.Classes;
    double[] kept = sorted(errors, uncertainty), oracle = sorted(errors, errors);
    RandomStream random = RandomStream.of(SEED, RandomStream.Purpose.PREDICTION);
    List<Left> points = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      double leftOut = step / (double) STEPS;
      int count = Math.max(1, (int) Math.round(kept.length * (1 - leftOut)));
      points.add(classes ? share(leftOut, kept, oracle, count) : rootMeanSquare(leftOut, kept, oracle, count, random));
    }
    return Optional.of(new Sparsification(forecast.method(), points, area(points)));
  }

  /// Returns the errors, sorted by increasing `key`.
  private static double[] sorted(double[] errors, double[] key) {
    return IntStream.range(0, errors.length).boxed().sorted(Comparator.comparingDouble(i -> key[i]))
        .mapToDouble(i -> errors[i]).toArray();
  }

  private static Left share(double leftOut, double[] kept, double[] oracle, int count) {
    double wrong = sum(kept, count);
    ConfidenceInterval interval = ClopperPearson.of((int) wrong, count);
    return new Left(leftOut, wrong / count, interval.getLowerBound(), interval.getUpperBound(),
        sum(oracle, count) / count);
  }

  private static Left rootMeanSquare(double leftOut, double[] kept, double[] oracle, int count, RandomStream random) {
    double[] resampled = new double[RESAMPLES];
    for (int s = 0; s < RESAMPLES; s++) {
      for (int i = 0; i < count; i++) resampled[s] += kept[random.nextInt(count)];
      resampled[s] = Math.sqrt(resampled[s] / count);
    }
    Arrays.sort(resampled);
    return new Left(leftOut, Math.sqrt(sum(kept, count) / count), resampled[RESAMPLES / 40],
        resampled[RESAMPLES - 1 - RESAMPLES / 40], Math.sqrt(sum(oracle, count) / count));
  }

  private static double sum(double[] values, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) sum += values[i];
    return sum;
  }

  private static double area(List<Left> points) {
    double all = points.getFirst().error(), area = 0;
    if (!(all > 0)) return 0;
    for (int i = 1; i < points.size(); i++) {
      Left from = points.get(i - 1), to = points.get(i);
      area += (to.leftOut() - from.leftOut()) * (from.error() - from.oracle() + to.error() - to.oracle()) / 2 / all;
    }
    return area;
  }
}
