package dropoutlab.spec.sweep;

import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.sweep.Axis.Scale;
import dropoutlab.words.Words;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The values of an axis as they were typed. Numbers are exact decimals: three steps of 0.1 are 0.3.
///
/// @param all in their order
record AxisValues(List<Value> all, Scale scale) {
  /// More values than these are refused.
  static final int MOST = 10_000;
  private static final int DIGITS = 4, LEAST_PLAIN = -6, MOST_PLAIN = 15;
  private static final String DOTS = "...";
  private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?");
  private static final Pattern LOG =
      Pattern.compile("(.*,)?\\s*log\\s+(.+?)\\s*\\.{3}\\s*(.+?)\\s*,\\s*(\\d{1,5})\\s*");

  /// A value.
  ///
  /// @param text   as it is set in an experiment
  /// @param number null for a word or a list
  record Value(String text, BigDecimal number) {
    static Value of(String typed) {
      String text = typed.strip();
      if (!NUMBER.matcher(text).matches()) return new Value(text, null);
      BigDecimal number = new BigDecimal(text.endsWith(".") ? text + "0" : text);
      return new Value(written(number), number);
    }

    static Value of(BigDecimal number) { return new Value(written(number), number); }

    Value rounded(boolean whole) {
      return of(whole ? number.setScale(0, RoundingMode.HALF_EVEN)
          : number.round(new MathContext(DIGITS, RoundingMode.HALF_EVEN)));
    }

    /// A quoted text is called by what stands in the quotes.
    String label() {
      return text.length() > 2 && text.startsWith("\"") && text.endsWith("\"")
          ? text.substring(1, text.length() - 1) : text;
    }
  }

  /// @param whole whether values that follow from others, as on a logarithmic scale, are rounded to whole numbers
  static AxisValues of(String typed, boolean whole) {
    String text = typed.replace("\u2026", DOTS).strip();
    Matcher log = LOG.matcher(text);
    if (log.matches()) return ofLog(log, text, whole);
    List<Value> values = ofList(text);
    boolean numbers = values.stream().allMatch(value -> value.number() != null);
    return new AxisValues(values, !numbers ? Scale.NAMES : isGeometric(values) ? Scale.LOG : Scale.LINEAR);
  }

  private static AxisValues ofLog(Matcher log, String text, boolean whole) {
    Value first = Value.of(log.group(2)), last = Value.of(log.group(3));
    int count = Integer.parseInt(log.group(4));
    boolean positive = first.number() != null && last.number() != null && first.number().signum() > 0
        && last.number().signum() > 0;
    if (!positive || count < 2) throw new ExperimentException(Words.of("sweepspec.axis.log", text));
    requireFew(count, text);
    String apart = log.group(1);
    List<Value> values = new ArrayList<>(apart == null ? List.of() : ofList(apart.replaceFirst(",\\s*$", "")));
    values.addAll(geometric(first.number(), last.number(), count).stream().map(value -> value.rounded(whole)).toList());
    return new AxisValues(values, Scale.LOG);
  }

  /// Returns values whose ratios are equal, as exact as floating point numbers are; the ends are exact.
  private static List<Value> geometric(BigDecimal first, BigDecimal last, int count) {
    double ratio = last.doubleValue() / first.doubleValue();
    return IntStream.range(0, count).mapToObj(i -> i == 0 ? first : i == count - 1 ? last
        : first.multiply(BigDecimal.valueOf(StrictMath.pow(ratio, i / (count - 1.0))))).map(Value::of).toList();
  }

  private static boolean isGeometric(List<Value> values) {
    if (values.size() < 3 || values.stream().anyMatch(value -> value.number().signum() <= 0)) return false;
    BigDecimal first = values.get(0).number(), second = values.get(1).number();
    return first.compareTo(second) != 0 && IntStream.range(1, values.size()).allMatch(i -> values.get(i).number()
        .multiply(first).compareTo(values.get(i - 1).number().multiply(second)) == 0);
  }

  private static List<Value> ofList(String text) {
    List<String> parts = split(text);
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      if (!part.contains(DOTS) || part.matches("[\"\\[{].*")) {
        if (!part.isEmpty()) values.add(Value.of(part));
        continue;
      }
      String[] ends = part.split("\\.{3}", 2);
      Value from = ends[0].isBlank() && !values.isEmpty() ? values.removeLast() : Value.of(ends[0]);
      Value to = Value.of(ends[1].isBlank() && i + 1 < parts.size() ? parts.get(++i) : ends[1]);
      addRange(values, from, to, text);
    }
    if (values.isEmpty()) throw new ExperimentException(Words.of("sweepspec.axis.none", text));
    return values;
  }

  /// The step is that from the value before, or 1.
  private static void addRange(List<Value> values, Value from, Value to, String text) {
    BigDecimal before = values.isEmpty() ? null : values.getLast().number();
    if (from.number() == null || to.number() == null || !values.isEmpty() && before == null)
      throw new ExperimentException(Words.of("sweepspec.axis.range", text));
    BigDecimal way = to.number().subtract(from.number());
    BigDecimal step = before == null ? BigDecimal.valueOf(way.signum()) : from.number().subtract(before);
    BigDecimal steps = step.signum() == 0 ? BigDecimal.ONE.negate() : way.divide(step, MathContext.DECIMAL128);
    if (steps.signum() <= 0 || steps.stripTrailingZeros().scale() > 0)
      throw new ExperimentException(Words.of("sweepspec.axis.step", text, written(step), from.text(), to.text()));
    if (steps.compareTo(BigDecimal.valueOf(MOST)) < 0) requireFew(values.size() + 1 + steps.intValueExact(), text);
    else requireFew(Integer.MAX_VALUE, text);
    for (int i = 0; i <= steps.intValueExact(); i++)
      values.add(Value.of(from.number().add(step.multiply(BigDecimal.valueOf(i)))));
  }

  private static void requireFew(int count, String text) {
    if (count > MOST) throw new ExperimentException(Words.of("sweepspec.axis.many", text, MOST));
  }

  /// Splits at commas that stand in no bracket, brace or quotes.
  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0, start = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' && (i == 0 || text.charAt(i - 1) != '\\')) quoted = !quoted;
      if (quoted) continue;
      if (c == '[' || c == '{') depth++;
      if (c == ']' || c == '}') depth--;
      if (c == ',' && depth == 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).strip());
    return parts;
  }

  /// Writes a number as JSON has it, without zeros at its end.
  static String written(BigDecimal number) {
    BigDecimal brief = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    int exponent = brief.precision() - brief.scale() - 1;
    if (exponent >= LEAST_PLAIN && exponent <= MOST_PLAIN) return brief.toPlainString();
    return brief.toString().replace("E+", "e").replace('E', 'e');
  }
}
