package dropoutlab.data;

import java.util.function.Supplier;
import java.util.regex.Pattern;

/// How a cell is read as a number: plain decimals, with an exponent or without.
final class CsvNumber {
  /// Squares of larger numbers, summed for the standard deviation, could overflow.
  private static final double MAX = 1e30;
  /// Narrower than Double.parseDouble, which also takes "1d" and hexadecimal.
  private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Pattern NOT_FINITE = Pattern.compile("[+-]?(nan|inf|infinity)", Pattern.CASE_INSENSITIVE);

  private CsvNumber() {}

  static boolean isNumber(String text) { return DECIMAL.matcher(text).matches(); }

  /// @param where file, line and column, asked for in case of an error only: there may be millions of cells
  static double parse(String text, Supplier<String> where) {
    present(text, where);
    if (!isNumber(text))
      throw new DataException(where.get() + ": " + InputFiles.quoted(text) + " is not a number"
          + (DECIMAL.matcher(text.replaceFirst(",", ".")).matches() ? "; write a point for the comma." : "."));
    double value = Double.parseDouble(text);
    if (Math.abs(value) > MAX)
      throw new DataException(where.get() + ": " + InputFiles.quoted(text)
          + " is too large; numbers may go up to 1e30.");
    return value;
  }

  /// Returns `text`, which may be a word but not a gap in the data.
  static String present(String text, Supplier<String> where) {
    if (text.isEmpty()) throw new DataException(where.get() + ": the value is missing.");
    if (NOT_FINITE.matcher(text).matches())
      throw new DataException(where.get() + ": " + InputFiles.quoted(text) + " is not a finite number.");
    return text;
  }

  /// The same text for the same number: "2", "2.0" and "02" are all "2". Words stay as they are.
  static String canonical(String text) {
    if (!isNumber(text)) return text;
    double value = Double.parseDouble(text) + 0.0;
    return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
  }
}
