package dropoutlab.predict.variant;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;

/// How many of some values fall into each of equal bins.
///
/// @param from  the lower end of the first bin
/// @param width of a bin
/// @param total how many values there are, those outside of all bins included
public record Histogram(double from, double width, List<Integer> counts, int total) {
  public Histogram { counts = List.copyOf(counts); }

  /// Counts values from `from` to `to`; the upper end belongs to the last bin.
  public static Histogram of(double[] values, double from, double to, int bins) {
    int[] counts = new int[bins];
    double width = (to - from) / bins;
    for (double value : values)
      if (value >= from && value <= to) counts[Math.min(bins - 1, (int) ((value - from) / width))]++;
    List<Integer> all = new ArrayList<>();
    for (int count : counts) all.add(count);
    return new Histogram(from, width, all, values.length);
  }

  /// Returns the share of the values in a bin divided by its width, to be drawn with a density.
  public double density(int bin) { return counts.get(bin) / (total * width); }

  public double middle(int bin) { return from + (bin + 0.5) * width; }

  /// Returns how many values a bin would hold on average if they were normal.
  public double normalCount(int bin, double mean, double sd) {
    double low = from + bin * width;
    return total * new NormalDistribution(null, mean, sd).probability(low, low + width);
  }
}
