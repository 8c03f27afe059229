package dropoutlab.predict.sweep;

/// What papers print: Wilcoxon's signed rank and Student's paired t, of finite pairs alone.
///
/// @param pairs    finite ones; `left` were left out
/// @param rankSum  the sum W+ of the ranks of positive differences, zeros dropped first
/// @param ranked   its two-sided p, exact up to 20 pairs without ties, then by the normal distribution with continuity
///                 correction
/// @param mean     of the differences, with its 95 % interval by t
public record MoreTests(int pairs, int left, double rankSum, double ranked, boolean exact, double mean, double low,
                        double high, double t, double studentP) {
  public static MoreTests of(Paired paired) { throw new UnsupportedOperationException(); }
}
