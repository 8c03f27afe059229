package dropoutlab.words;

import java.util.Collection;
import java.util.Collections;

/// Writes numbers with a sign or a unit.
public final class Shown {
  private static final int MOST_DECIMALS = 5;
  /// A drop rate that a person gives has no more decimals; one that is learnt has.
  private static final int MOST_GIVEN = 4;
  private static final double SMALL = 1e-3;

  private Shown() {}

  /// Writes three significant digits with an explicit sign, for weights, gradients and differences.
  public static String signed(double value) {
    return value > 0 ? "+" + Numbers.reading(value) : Numbers.reading(value);
  }

  /// Writes the same for a number that needs no more digits than it has: "+3", "−0.2", "0".
  public static String signedBrief(double value) {
    return value > 0 ? "+" + Numbers.brief(value) : Numbers.brief(value);
  }

  /// Writes a share in whole percent: "30 %".
  public static String percent(double share) { return percent(share, 0); }

  public static String percent(double share, int decimals) {
    String number = Numbers.fixed(100 * share, decimals);
    return Double.isFinite(share) ? Words.of("words.percent", number) : number;
  }

  /// Writes a drop rate in a sentence or a title: "0.30", and "0.125" where it was given so; never 0 or 1 for
  /// what is not.
  public static String rate(double p) { return Numbers.fixed(p, decimals(p)); }

  /// Writes the same in a narrow column beside or below a slider: ".30", or "0".
  public static String briefRate(double p) { return p == 0 ? "0" : rate(p).replaceFirst("^0", ""); }

  /// Writes it with its name: "p = 0.30".
  public static String dropRate(double p) { return Words.of("words.rate.one", rate(p)); }

  /// Writes the drop rates of several layers: "p = 0.30", or "p = .10–.50" where they differ.
  public static String dropRates(Collection<Double> p) {
    double least = p.isEmpty() ? 0 : Collections.min(p), most = p.isEmpty() ? 0 : Collections.max(p);
    return least == most ? dropRate(least) : Words.of("words.rate.range", briefRate(least), briefRate(most));
  }

  /// Writes the three numbers of a drop rate, always shown together: "drop 30 % · keep 70 % · kept × 1.43".
  public static String threeNumbers(double p) {
    int decimals = decimals(p) - 2;
    return Words.of("words.rate.three", percent(p, decimals), percent(1 - p, decimals), Numbers.fixed(1 / (1 - p), 2));
  }

  private static int decimals(double p) {
    for (int given = 2; given <= MOST_GIVEN; given++) if (isWhole(StrictMath.pow(10, given) * p)) return given;
    int decimals = 2;
    if (p > 0 && p < 1) while (decimals < MOST_DECIMALS && isWhole(p, decimals)) decimals++;
    return decimals;
  }

  private static boolean isWhole(double value) { return Math.abs(value - Math.rint(value)) < 1e-9; }

  /// Tells whether a value would be read as a whole number.
  private static boolean isWhole(double value, int decimals) {
    return !Numbers.fixed(value, decimals).matches(".*[.].*[1-9].*");
  }

  /// Shortens a name to at most so many letters. It keeps both ends, because names that begin alike often end
  /// differently.
  public static String shortened(String name, int most) {
    if (name.length() <= most) return name;
    int end = (most - 1) / 2;
    return name.substring(0, most - 1 - end).strip() + "…" + name.substring(name.length() - end).strip();
  }

  /// Writes a value with its standard error, both with the number of decimals that shows two digits of the error:
  /// "0.7230 ± 0.0042".
  public static String within(double value, double error) {
    if (!(error > 0) || !Double.isFinite(error)) return Numbers.reading(value);
    Uncertain shown = Uncertain.of(value, error);
    return Words.of("words.within", shown.value, shown.error);
  }

  /// A value and its error as they are written.
  public record Uncertain(String value, String error) {
    /// Writes two decimals if the error is not known. Small numbers share a power of ten: 3.31e−6 and 0.30e−6.
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
      return Numbers.powered(Numbers.fixed(value * StrictMath.pow(10, -power), Math.max(0, decimals + power)), power);
    }
  }
}
