package dropoutlab.data;

import dropoutlab.words.Words;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// How a cell is read as a number: the sign before the decimals. The other one of point and comma, an apostrophe, or a
/// space of any width may separate thousands; U+2212 and similar signs are read as a minus.
public enum Decimal {
  POINT('.', "\\."), COMMA(',', ",");

  /// The squares of larger numbers, summed for a standard deviation, could overflow.
  private static final double MAX = 1e30;
  private static final Pattern NOT_FINITE = Pattern.compile("[+-]?(nan|inf|infinity)", Pattern.CASE_INSENSITIVE);
  private static final String SPACES = " \u00A0\u2007\u2009\u202F";
  private static final String MINUSES = "\u2212\u2013\uFE63\uFF0D";

  private final char sign;
  private final Pattern number;

  /// The pattern is narrower than Double.parseDouble, which also accepts "1d" and hexadecimal. Groups have three digits
  /// and do not begin with a zero; those of India (1,00,000) have two, and three at the end.
  Decimal(char sign, String escaped) {
    this.sign = sign;
    String other = sign == '.' ? "," : ".";
    String grouped = "[1-9]\\d{0,2}(?:([" + other + "'\u2019" + SPACES + "])\\d{3}(?:\\1\\d{3})*)"
        + (sign == '.' ? "|[1-9]\\d?(?:,\\d{2})+,\\d{3}" : "");
    number = Pattern.compile("[+-]?(?:(?:\\d+|" + grouped + ")(?:" + escaped + "\\d*)?|" + escaped
        + "\\d+)(?:[eE][+-]?\\d+)?");
  }

  public char sign() { return sign; }

  public Decimal other() { return this == POINT ? COMMA : POINT; }

  boolean isNumber(String text) { return isPlain(text) || number.matcher(normal(text)).matches(); }

  /// Returns whether the text is a number of digits and at most one decimal sign, as nearly all numbers are.
  private boolean isPlain(String text) {
    int digits = 0, signs = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') digits++;
      else if (c == sign) signs++;
      else if (i > 0 || c != '-' && c != '+') return false;
    }
    return digits > 0 && signs <= 1;
  }

  /// Returns the number, which may be infinite; NaN if the text is no number.
  double value(String text) { return isNumber(text) ? Double.parseDouble(plain(text)) : Double.NaN; }

  /// Returns a number as every program reads it: with a decimal point and without separated thousands. Words stay as
  /// they are.
  String plain(String text) {
    if (isPlain(text)) return sign == '.' ? text : text.replace(sign, '.');
    if (!isNumber(text)) return text;
    StringBuilder digits = new StringBuilder();
    for (char c : normal(text).toCharArray())
      if (c == sign) digits.append('.');
      else if (c >= '0' && c <= '9' || "+-eE".indexOf(c) >= 0) digits.append(c);
    return digits.toString();
  }

  /// Returns the sign between the thousands of a number; 0 if there is none.
  char grouping(String text) {
    if (isPlain(text)) return 0;
    for (char c : normal(text).toCharArray())
      if (c != sign && !Character.isDigit(c) && "+-eE".indexOf(c) < 0) return c;
    return 0;
  }

  /// @param where returns file, line and column; called only for an error, because there may be millions of cells
  double parse(String text, Supplier<String> where) {
    double value = value(text);
    if (Math.abs(value) <= MAX) return value;
    String told = where.get() + ": " + InputFiles.quoted(text);
    if (value == value) throw new DataException(Words.of("data.number.large", told));
    if (isInfinite(text)) throw new DataException(Words.of("data.number.infinite", told));
    throw new DataException(other().isNumber(text) ? Words.of("data.number.other_sign", told, named())
        : Words.of("data.number.none", told));
  }

  /// Returns whether the text names a number that is not finite.
  static boolean isInfinite(String text) { return NOT_FINITE.matcher(text).matches(); }

  String named() { return Words.name("data.decimal", this); }

  /// Returns the same text for the same number: "2", "2.0" and "02" all become "2". Words stay as they are.
  String canonical(String text) {
    double value = value(text) + 0.0;
    if (!Double.isFinite(value)) return text;
    return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
  }

  /// Removes surrounding spaces, and writes a minus that Java knows.
  private static String normal(String text) {
    String bare = stripped(text);
    for (int i = 0; i < MINUSES.length(); i++) bare = bare.replace(MINUSES.charAt(i), '-');
    return bare;
  }

  /// Removes surrounding spaces, non-breaking ones included.
  static String stripped(String text) {
    int from = 0, to = text.length();
    while (from < to && isSpace(text.charAt(from))) from++;
    while (to > from && isSpace(text.charAt(to - 1))) to--;
    return text.substring(from, to);
  }

  private static boolean isSpace(char c) { return c <= ' ' || c == '\uFEFF' || Character.isSpaceChar(c); }
}
