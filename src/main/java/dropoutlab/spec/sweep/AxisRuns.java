package dropoutlab.spec.sweep;

import dropoutlab.spec.sweep.Axis.Scale;
import dropoutlab.spec.sweep.AxisValues.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Writes values as briefly as they could be typed: runs of equal steps as a range.
final class AxisRuns {
  /// A shorter run is written out.
  private static final int LEAST_RUN = 4;

  private AxisRuns() {}

  static String write(List<Value> values, Scale scale) {
    if (scale == Scale.LOG) for (int apart = 0; apart <= 1; apart++) {
      String log = log(values, apart);
      if (!log.isEmpty()) return log;
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < values.size(); ) {
      int end = scale == Scale.NAMES ? i + 1 : runEnd(values, i);
      if (end - i < LEAST_RUN) parts.add(values.get(i++).text());
      else {
        parts.add(values.get(i).text());
        parts.add(values.get(i + 1).text() + " ... " + values.get(end - 1).text());
        i = end;
      }
    }
    return String.join(", ", parts);
  }

  /// Returns the short form on a logarithmic scale if reading it gives these values again.
  ///
  /// @param apart how many values stand before
  private static String log(List<Value> values, int apart) {
    List<Value> rest = values.subList(apart, values.size());
    if (rest.size() < LEAST_RUN || values.stream().anyMatch(value -> value.number() == null)) return "";
    String before = apart == 0 ? "" : values.getFirst().text() + ", ";
    String text = before + String.join(" ", "log", rest.getFirst().text(), "...", rest.getLast().text() + ",",
        Integer.toString(rest.size()));
    List<String> wanted = values.stream().map(Value::text).toList();
    for (boolean whole : new boolean[] {true, false})
      if (rest.getFirst().number().signum() > 0 && rest.getLast().number().signum() > 0
          && AxisValues.of(text, whole).all().stream().map(Value::text).toList().equals(wanted)) return text;
    return "";
  }

  /// Returns the place behind the run of equal steps that begins here.
  private static int runEnd(List<Value> values, int from) {
    if (from + 1 >= values.size()) return from + 1;
    BigDecimal step = step(values, from);
    int end = from + 2;
    while (end < values.size() && step.signum() != 0 && step(values, end - 1).compareTo(step) == 0) end++;
    return end;
  }

  private static BigDecimal step(List<Value> values, int i) {
    return values.get(i + 1).number().subtract(values.get(i).number());
  }
}
