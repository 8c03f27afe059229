package dropoutlab.predict.query;

import dropoutlab.frame.Convergence;
import dropoutlab.frame.Matrix;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/// How mean and standard deviation settle as passes are added. After t passes with values v:
///
/// - mean m = Σ v / t, its standard error s / √t
/// - sample standard deviation s = √(Σ (v - m)² / (t - 1)), its standard error by the delta method: √((μ₄ - μ₂²) / t) /
///   (2 s), with the central moments μ over t (Cramér 1946, section 27.4). It needs no normal passes; for normal ones
///   it comes to s / √(2 t)
///
/// Each number of passes is computed by itself from the first pass on, in two rounds, so that nothing cancels.
public final class RunningEstimates {
  private static final int POINTS = 150;

  private RunningEstimates() {}

  /// Of column `column` of `values` (T x columns), at 150 rising numbers of passes from 1 to T, spread evenly on a
  /// logarithmic scale where that is coarser than one by one; at all of them up to T = 150.
  public static Convergence of(Matrix values, int column) {
    if (values.isEmpty()) throw new IllegalArgumentException(Words.of("catalogue.trace.passes"));
    List<Integer> passes = numbers(values.rows());
    List<Double> mean = new ArrayList<>(), meanSe = new ArrayList<>(), sd = new ArrayList<>(), sdSe = new ArrayList<>();
    for (int t : passes) {
      Estimate estimate = Estimate.of(values, column, t);
      mean.add(estimate.mean());
      meanSe.add(estimate.sd() / Math.sqrt(t));
      sd.add(estimate.sd());
      sdSe.add(estimate.sdSe());
    }
    return new Convergence(passes, mean, meanSe, sd, sdSe);
  }

  static List<Integer> numbers(int most) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < Math.min(POINTS, most); i++) {
      int spread = most <= POINTS ? 1 : (int) Math.round(StrictMath.pow(most, i / (POINTS - 1.0)));
      numbers.add(numbers.isEmpty() ? 1 : Math.max(numbers.getLast() + 1, spread));
    }
    return numbers;
  }

  private record Estimate(double mean, double sd, double sdSe) {
    static Estimate of(Matrix values, int column, int t) {
      double sum = 0;
      for (int i = 0; i < t; i++) sum += values.at(i, column);
      double mean = sum / t, second = 0, fourth = 0;
      for (int i = 0; i < t; i++) {
        double square = (values.at(i, column) - mean) * (values.at(i, column) - mean);
        second += square / t;
        fourth += square * square / t;
      }
      if (t == 1 || !(second > 0)) return new Estimate(mean, 0, 0);
      double sd = Math.sqrt(second * t / (t - 1));
      return new Estimate(mean, sd, Math.sqrt(Math.max(0, fourth - second * second) / t) / (2 * sd));
    }
  }
}
