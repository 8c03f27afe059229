package dropoutlab.predict.sweep;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/// Wilcoxon's signed rank test (Wilcoxon 1945) of differences that are not 0. Equal sizes share the mean of their
/// ranks.
///
/// @param sum   of the ranks of positive differences
/// @param exact whether p was counted over all signs, equally probable, that these sizes could have had
record SignedRanks(double sum, double p, boolean exact) {
  /// Up to so many differences all sums are counted; the counts are whole numbers of at most 53 bits.
  static final int MOST_EXACT = 50;
  /// Differences of decimals such as .3 - .2 and .2 - .1 differ in their last bits; nearer ones are equal.
  private static final double GRID = 1e-12;

  static SignedRanks of(double[] differences) {
    double[] nonzero = Arrays.stream(differences).filter(each -> each != 0).toArray();
    int n = nonzero.length;
    double largest = Arrays.stream(nonzero).map(Math::abs).max().orElse(1);
    long[] sizes = Arrays.stream(nonzero).mapToLong(each -> Math.round(Math.abs(each) / largest / GRID)).toArray();
    int[] twice = twiceRanks(sizes);
    int sum = 0;
    for (int i = 0; i < n; i++) if (nonzero[i] > 0) sum += twice[i];
    boolean exact = n <= MOST_EXACT;
    return new SignedRanks(sum / 2.0, exact ? counted(twice, sum) : normal(twice, sum / 2.0), exact);
  }

  /// Returns the ranks times two, which are whole numbers even where ranks are shared.
  private static int[] twiceRanks(long[] sizes) {
    long[] sorted = sizes.clone();
    Arrays.sort(sorted);
    int[] ranks = new int[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      long size = sizes[i];
      int below = (int) Arrays.stream(sorted).filter(each -> each < size).count();
      int equal = (int) Arrays.stream(sorted).filter(each -> each == size).count();
      ranks[i] = 2 * below + equal + 1;
    }
    return ranks;
  }

  /// Counts how many of all 2^n choices of signs give each sum, adding one rank after the other.
  private static double counted(int[] ranks, int sum) {
    int total = Arrays.stream(ranks).sum();
    long[] ways = new long[total + 1];
    ways[0] = 1;
    for (int rank : ranks) for (int i = total; i >= rank; i--) ways[i] += ways[i - rank];
    long tail = 0;
    for (int i = 0; i <= Math.min(sum, total - sum); i++) tail += ways[i];
    return Math.min(1, 2.0 * tail / (1L << ranks.length));
  }

  /// With a correction of ½ for continuity, and the variance that shared ranks leave.
  private static double normal(int[] ranks, double sum) {
    double mean = Arrays.stream(ranks).sum() / 4.0;
    double variance = Arrays.stream(ranks).mapToDouble(rank -> rank * (double) rank).sum() / 16;
    double off = Math.max(0, Math.abs(sum - mean) - 0.5);
    return 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-off / Math.sqrt(variance));
  }
}
