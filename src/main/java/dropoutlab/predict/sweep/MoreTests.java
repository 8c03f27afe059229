package dropoutlab.predict.sweep;

import dropoutlab.predict.variant.seeds.MeanSd;
import dropoutlab.predict.variant.seeds.PairedDifference;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;

/// What papers print: Wilcoxon's signed rank and Student's paired t, of finite pairs alone.
///
/// @param pairs    finite ones; `left` were left out
/// @param rankSum  the sum W+ of the ranks of positive differences, zeros dropped first
/// @param ranked   its two-sided p, exact up to 50 pairs, then by the normal distribution with continuity correction;
///                 NaN without a pair
/// @param mean     of the differences, with its 95 % interval by t
/// @param t        mean over its standard error, and its two-sided p; NaN of less than two pairs, and where all are
///                 equal
public record MoreTests(int pairs, int left, double rankSum, double ranked, boolean exact, double mean, double low,
                        double high, double t, double studentP) {
  public static MoreTests of(Paired paired) {
    List<Double> finite = paired.finite();
    int n = finite.size();
    SignedRanks ranks = SignedRanks.of(finite.stream().mapToDouble(Double::doubleValue).toArray());
    PairedDifference student = PairedDifference.of(finite, Collections.nCopies(n, 0.0));
    double t = student.mean() / (MeanSd.of(finite).sd() / Math.sqrt(n));
    boolean known = Double.isFinite(t);
    double p = known ? 2 * new TDistribution(null, n - 1).cumulativeProbability(-Math.abs(t)) : Double.NaN;
    return new MoreTests(n, paired.pairs() - n, ranks.sum(), n == 0 ? Double.NaN : ranks.p(), ranks.exact(),
        student.mean(), student.low(), student.high(), known ? t : Double.NaN, p);
  }
}
