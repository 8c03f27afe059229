package dropoutlab.claim;

import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.frame.bench.Verdict;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.math.BigDecimal;
import java.math.MathContext;

/// A comparison as people read it, in the window's table and on the command line.
///
/// @param brief what stands for the verdict in the list of benches: the gap, how many standard errors it is, or the
///              difference itself
public record Reading(String exact, String engine, String gap, String tolerance, String verdict, String brief) {
  private static final MathContext TWO = new MathContext(2);

  /// @param decimals of values below 10; larger ones have as many digits
  public static Reading of(Comparison of, int decimals) {
    return new Reading(value(of.exact().value(), decimals), value(of.engine().value(), decimals), Shown.signedBrief(of.gap()),
        tolerance(of.tolerance()), verdict(of), brief(of));
  }

  private static String value(double value, int decimals) {
    int whole = Math.abs(value) < 10 ? 0 : (int) StrictMath.floor(StrictMath.log10(Math.abs(value)));
    return Numbers.fixed(value, Math.max(0, decimals - whole));
  }

  private static String tolerance(Tolerance tolerance) { return Numbers.brief(tolerance.most()); }

  private static String verdict(Comparison of) {
    return switch (of.verdict()) {
      case EQUAL -> of.tolerance() instanceof Tolerance.SameBits ? Words.of("claim.verdict.same_bits") : title(Verdict.EQUAL);
      case WITHIN_NOISE -> Words.of("claim.verdict.ses", ses(of), Tolerance.Noise.SES);
      case DIFFERS -> Words.of("claim.verdict.as_claimed");
      case FAILS, MOVING -> title(of.verdict());
    };
  }

  /// The name of a verdict alone.
  public static String title(Verdict verdict) { return Words.name("claim.verdict", verdict); }

  private static double twoDigits(double value) {
    return Double.isFinite(value) ? new BigDecimal(value).round(TWO).doubleValue() : value;
  }

  private static String ses(Comparison of) { return Numbers.fixed(of.ses(), 1); }

  private static String brief(Comparison of) {
    return switch (of.verdict()) {
      case EQUAL, FAILS, MOVING -> Numbers.brief(twoDigits(Math.abs(of.gap())));
      case WITHIN_NOISE -> Words.of("claim.verdict.se", ses(of));
      case DIFFERS -> Numbers.brief(of.exact().value());
    };
  }
}
