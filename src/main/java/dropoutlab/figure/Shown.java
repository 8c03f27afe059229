package dropoutlab.figure;

/// Numbers with a sign or a unit.
final class Shown {
  private Shown() {}

  /// Three significant digits with an explicit sign, for weights, gradients and differences.
  static String signed(double value) {
    return value > 0 ? "+" + Numbers.reading(value) : Numbers.reading(value);
  }

  static String percent(double share) {
    return Double.isNaN(share) ? "–" : Math.round(100 * share) + " %";
  }

  /// A value with its standard error, both with as many decimals as show two digits of the error: "0.7230 ± 0.0042".
  static String within(double value, double error) {
    if (!(error > 0) || !Double.isFinite(error)) return Numbers.reading(value);
    return toTwoDigits(value, error) + " ± " + toTwoDigits(error, error);
  }

  /// With as many decimals as show two digits of the error, or two where that is not known.
  static String toTwoDigits(double value, double error) {
    boolean known = error > 0 && Double.isFinite(error);
    return Numbers.fixed(value, known ? Math.clamp(1 - (int) StrictMath.floor(StrictMath.log10(error)), 0, 5) : 2);
  }
}
