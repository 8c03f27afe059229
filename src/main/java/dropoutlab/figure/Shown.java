package dropoutlab.figure;

import java.util.Locale;

/// Numbers as words for the figures of the network and the maps, with a true minus sign.
final class Shown {
  private Shown() {}

  static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) return "–";
    String digits = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return (digits.startsWith("-") && digits.matches("-[0.]*") ? digits.substring(1) : digits).replace('-', '−');
  }

  /// Three significant digits, without an exponent where the number is of an everyday size.
  static String three(double value) {
    double size = Math.abs(value);
    if (!Double.isFinite(value)) return "–";
    if (size == 0) return "0";
    if (size < 1e-4 || size >= 1e6) return String.format(Locale.ROOT, "%.2e", value).replace("e+", "e").replace('-', '−');
    return fixed(value, Math.max(0, 2 - (int) Math.floor(StrictMath.log10(size))));
  }

  static String signed(double value) {
    return value > 0 ? "+" + three(value) : three(value);
  }

  static String percent(double share) {
    return Math.round(100 * share) + " %";
  }
}
