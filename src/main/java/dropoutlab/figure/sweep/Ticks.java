package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.TickLabels;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The ticks of a scale, with labels in the unit that values are told in: percent for shares.
///
/// @param values as they are measured
record Ticks(List<Double> values, List<String> labels) {
  /// @param spacing the least distance of two of them, in pixels
  static Ticks of(SweepView view, Scale scale, double spacing, boolean negative) {
    double factor = view.factor();
    Scale shown = new Scale(scale.log(), scale.from() * factor, scale.to() * factor, scale.fromPx(), scale.toPx());
    int most = Math.clamp((int) (Math.abs(scale.toPx() - scale.fromPx()) / spacing) + 1, 2, 7);
    List<Double> ticks = new ArrayList<>(shown.ticks(most));
    ticks.removeIf(tick -> !negative && tick < 0);
    List<String> labels = shown.labels(ticks);
    return new Ticks(ticks.stream().map(tick -> tick / factor).toList(), labels);
  }

  /// The same with a sign on each label, for differences.
  Ticks signed() {
    return new Ticks(values, IntStream.range(0, labels.size())
        .mapToObj(i -> values.get(i) > 0 ? "+" + labels.get(i) : labels.get(i)).toList());
  }

  /// Those that lie on a scale.
  Ticks within(Scale of) { return within(of.from(), of.to()); }

  /// Those of a strip: what lies below the break is told on the main scale.
  Ticks above(Scale main) { return within(main.to(), Double.POSITIVE_INFINITY); }

  private Ticks within(double from, double to) {
    int[] kept = IntStream.range(0, values.size()).filter(i -> values.get(i) >= from && values.get(i) <= to).toArray();
    return new Ticks(IntStream.of(kept).mapToObj(values::get).toList(),
        IntStream.of(kept).mapToObj(labels::get).toList());
  }

  /// The same with the unit on the last label.
  Ticks united(SweepView view) {
    if (!view.percent() || labels.isEmpty()) return this;
    List<String> united = new ArrayList<>(labels);
    united.set(united.size() - 1, Words.of("words.percent", united.getLast()));
    return new Ticks(values, united);
  }
}
