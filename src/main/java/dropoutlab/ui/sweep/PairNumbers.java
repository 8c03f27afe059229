package dropoutlab.ui.sweep;

import dropoutlab.predict.sweep.Column;
import dropoutlab.predict.sweep.MoreTests;
import dropoutlab.predict.sweep.Paired;
import dropoutlab.predict.sweep.Quartiles;
import dropoutlab.predict.sweep.SweepStatistics;
import dropoutlab.predict.sweep.SweepWords;
import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/// The numbers of one value and its pairs, or what other tests say of them.
final class PairNumbers extends GridPane {
  private record Line(String name, String value, boolean accent) {}

  private boolean more;
  private boolean wasMore;
  private SweepStatistics of;
  private int point;
  private List<Line> shown = List.of();

  PairNumbers() {
    super(8, 5);
    setId("pairNumbers");
    setMinWidth(USE_PREF_SIZE);
    ColumnConstraints names = new ColumnConstraints(), values = new ColumnConstraints();
    values.setHalignment(HPos.RIGHT);
    getColumnConstraints().addAll(names, values);
  }

  boolean isMore() { return more; }

  void moreOrLess() { more = !more; }

  void show(Reading reading, Column column) {
    if (reading.statistics() == of && column.point() == point && more == wasMore) return;
    of = reading.statistics();
    point = column.point();
    wasMore = more;
    List<Line> lines = new ArrayList<>();
    SweepWords words = reading.words();
    if (column.paired().isEmpty()) addAlone(lines, words, column);
    else if (more) addMore(lines, words, MoreTests.of(column.paired().get()));
    else addPaired(lines, reading, column, column.paired().get());
    if (lines.equals(shown)) return;
    shown = lines;
    lay();
  }

  private static void add(List<Line> lines, String name, String value) { lines.add(new Line(name, value, false)); }

  private static void addAlone(List<Line> lines, SweepWords words, Column column) {
    Quartiles quartiles = column.quartiles();
    add(lines, Words.of("sweepview.numbers.runs"), Words.of("sweepview.lower", column.results(),
        column.values().size()));
    if (quartiles.n() == 0) return;
    add(lines, Words.of("sweepview.numbers.median"), words.value(quartiles.median()));
    add(lines, Words.of("sweepview.numbers.low"), words.value(quartiles.low()));
    add(lines, Words.of("sweepview.numbers.high"), words.value(quartiles.high()));
  }

  private static void addPaired(List<Line> lines, Reading reading, Column column, Paired paired) {
    SweepWords words = reading.words();
    boolean all = reading.summary().finished();
    add(lines, Words.of(all ? "sweepview.numbers.pairs" : "sweepview.numbers.pairs.so_far"),
        Words.of("sweepview.lower", paired.pairs(), column.values().size()));
    if (paired.pairs() == 0) return;
    add(lines, Words.of("sweepview.numbers.partner"), words.value(Quartiles.of(doubles(column.partners())).median()));
    add(lines, Words.of("sweepview.numbers.median"), words.value(column.quartiles().median()));
    lines.add(new Line(Words.of("sweepview.numbers.difference"), words.difference(paired.median()), true));
    add(lines, Words.of("sweepview.numbers.interval"), paired.interval().isPresent() ? SweepTableView.interval(words,
        paired) : Words.of("sweepview.numbers.from_6"));
    paired.interval().ifPresent(i -> add(lines, "", Words.of("sweepview.numbers.coverage", i.k(),
        paired.pairs() - i.k() + 1, Shown.percent(i.coverage(), 1))));
    add(lines, Words.of("sweepview.numbers.lower"), Words.of("sweepview.lower", paired.lower(), paired.pairs()));
    if (!Double.isNaN(column.holm())) add(lines, Words.of("sweepview.numbers.sign"), words.p(column.holm()));
    if (!Double.isNaN(paired.worth())) add(lines, Words.of("sweepview.numbers.worth"),
        Words.of("sweepview.numbers.times", Numbers.fixed(paired.worth(), 1)));
  }

  private static double[] doubles(List<Double> of) { return of.stream().mapToDouble(Double::doubleValue).toArray(); }

  private static void addMore(List<Line> lines, SweepWords words, MoreTests tests) {
    add(lines, Words.of("sweepview.numbers.finite"), Words.of("sweepview.lower", tests.pairs(), tests.pairs()
        + tests.left()));
    add(lines, Words.of("sweepview.numbers.wilcoxon"), Words.of("sweepview.numbers.rank_sum",
        Numbers.brief(tests.rankSum())));
    add(lines, Words.of(tests.exact() ? "sweepview.numbers.exact" : "sweepview.numbers.normal"),
        words.p(tests.ranked()));
    add(lines, Words.of("sweepview.numbers.mean"), words.difference(tests.mean()));
    add(lines, Words.of("sweepview.numbers.interval"), Words.of("sweepview.interval", words.difference(tests.low()),
        words.difference(tests.high())));
    add(lines, Words.of("sweepview.numbers.student"), Words.of("sweepview.numbers.t", Numbers.fixed(tests.t(), 2)));
    add(lines, Words.of("sweepview.numbers.two_sided"), words.p(tests.studentP()));
  }

  private void lay() {
    getChildren().clear();
    for (int i = 0; i < shown.size(); i++) {
      Line line = shown.get(i);
      Label name = Controls.label(line.name, "muted"), value = Controls.label(line.value, line.name.isEmpty() ? "muted"
          : "number");
      if (line.name.isEmpty()) value.getStyleClass().add("small");
      if (line.accent) value.getStyleClass().add("accent-number");
      value.setMinWidth(USE_PREF_SIZE);
      name.setMinWidth(USE_PREF_SIZE);
      if (line.name.isEmpty()) add(value, 0, i, 2, 1);
      else addRow(i, name, value);
      if (line.name.isEmpty()) GridPane.setHalignment(value, HPos.RIGHT);
    }
  }
}
