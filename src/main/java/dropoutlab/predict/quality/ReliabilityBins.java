package dropoutlab.predict.quality;

import dropoutlab.frame.Quality.Bin;
import dropoutlab.frame.Quality.Reliability;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;

/// The reliability diagram: the examples are put into 15 bins of equal width by their confidence, which is the largest
/// probability. The expected calibration error is Σ_b |B_b|/n |accuracy(B_b) - confidence(B_b)| (Guo et al. 2017). Each
/// accuracy has its Clopper-Pearson interval.
public final class ReliabilityBins {
  static final int BINS = 15;

  private ReliabilityBins() {}

  public static Reliability of(Forecast.Classes forecast) {
    int[] counts = new int[BINS], right = new int[BINS];
    double[] confidence = new double[BINS];
    for (int i = 0; i < forecast.size(); i++) {
      int best = forecast.best(i);
      float probability = (float) forecast.probabilities().at(i, best);
      int bin = bin(probability);
      counts[bin]++;
      confidence[bin] += probability;
      if (best == forecast.labels()[i]) right[bin]++;
    }
    List<Bin> bins = new ArrayList<>();
    double error = 0;
    for (int b = 0; b < BINS; b++) {
      if (counts[b] == 0) continue;
      Bin bin = bin(b, counts[b], confidence[b] / counts[b], right[b]);
      bins.add(bin);
      error += (double) bin.count() / forecast.size() * Math.abs(bin.accuracy() - bin.confidence());
    }
    return new Reliability(forecast.method(), bins, error);
  }

  private static Bin bin(int index, int count, double confidence, int right) {
    ConfidenceInterval interval = ClopperPearson.of(right, count);
    return new Bin(index / (double) BINS, (index + 1) / (double) BINS, count, confidence, right / (double) count,
        interval.getLowerBound(), interval.getUpperBound());
  }

  /// Bins are (low, high]. They are compared as floats, so that a probability of exactly .6 is at the upper end of its
  /// bin.
  private static int bin(float probability) {
    int bin = 0;
    while (bin < BINS - 1 && probability > (float) ((bin + 1) / (double) BINS)) bin++;
    return bin;
  }
}
