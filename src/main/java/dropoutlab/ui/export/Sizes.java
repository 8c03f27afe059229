package dropoutlab.ui.export;

import dropoutlab.words.Numbers;
import dropoutlab.words.Words;

/// How lengths and sizes of files are written.
final class Sizes {
  private static final double KILO = 1000;

  private Sizes() {}

  /// A length with as many decimals as are needed, at most two: 33.87, 40, 6.2.
  static String brief(double length) { return Numbers.typed(Math.rint(length * 100) / 100, 1e2); }

  /// The size of a file: 160 kB, 0.8 MB.
  static String bytes(double bytes) {
    if (bytes < KILO) return Words.of("sheet.bytes", Numbers.count(bytes));
    if (bytes < KILO * KILO / 2) return Words.of("sheet.kilobytes", Numbers.count(Math.max(1, bytes / KILO)));
    return Words.of("sheet.megabytes", Numbers.fixed(bytes / KILO / KILO, bytes < 10 * KILO * KILO ? 1 : 0));
  }
}
