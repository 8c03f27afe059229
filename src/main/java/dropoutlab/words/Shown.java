package dropoutlab.words;

/// Writes numbers with a sign or a unit.
public final class Shown {
  private static final int MOST_DECIMALS = 5;
  private static final double SMALL = 1e-3;

  private Shown() {}

  /// Writes three significant digits with an explicit sign, for weights, gradients and differences.
  public static String signed(double value) {
    return value > 0 ? "+" + Numbers.reading(value) : Numbers.reading(value);
  }

  public static String percent(double share) {
    return Double.isNaN(share) ? "–" : Math.round(100 * share) + " %";
  }

  /// Writes a value with its standard error, both with the number of decimals that shows two digits of the error:
  /// "0.7230 ± 0.0042".
  public static String within(double value, double error) {
    if (!(error > 0) || !Double.isFinite(error)) return Numbers.reading(value);
    Uncertain shown = Uncertain.of(value, error);
    return shown.value + " ± " + shown.error;
  }

  /// A value and its error as they are written.
  public record Uncertain(String value, String error) {
    /// Writes two decimals if the error is not known. Small numbers share a power of ten: 3.31e-6 and 0.30e-6.
    public static Uncertain of(double value, double error) {
      boolean known = error > 0 && Double.isFinite(error);
      int decimals = known ? Math.max(0, 1 - (int) StrictMath.floor(StrictMath.log10(error))) : 2;
      if (decimals <= MOST_DECIMALS)
        return new Uncertain(Numbers.fixed(value, decimals), Numbers.fixed(error, decimals));
      double size = Math.max(Math.abs(value), error);
      int power = (int) StrictMath.floor(StrictMath.log10(size));
      return size < SMALL ? new Uncertain(powered(value, power, decimals), powered(error, power, decimals))
          : new Uncertain(Numbers.fixed(value, decimals), Numbers.brief(error));
    }

    private static String powered(double value, int power, int decimals) {
      return Numbers.fixed(value * StrictMath.pow(10, -power), Math.max(0, decimals + power)) + "e" + power;
    }
  }
}
