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
}
