package dropoutlab.figure.variant.time;

import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.RecurrentLayer;
import dropoutlab.figure.variant.Side;
import dropoutlab.frame.LayerView;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/// What each step of an example brings: a word, or numbers of which a bar shows the first.
///
/// @param row what the line is called
record StepLabels(String row, List<Step> steps) {
  private static final double BAR = 12;
  /// The columns of the adding problem.
  private static final int NUMBER_AND_MARK = 2;

  StepLabels { steps = List.copyOf(steps); }

  /// @param word   empty where there is a number instead
  /// @param share  of the number in its range, from 0 to 1
  /// @param marked whether the step matters more than others
  record Step(String word, double share, boolean marked) {}

  static StepLabels of(Side side, Schema schema, DataSpec data, int example) {
    LayerView first = RecurrentLayer.flat(side.view()).findFirst().orElseThrow();
    if (first instanceof LayerView.Embedding embedding) return words(embedding, schema, data, example);
    if (first instanceof LayerView.Sequence sequence) return numbers(sequence, schema, data, example);
    return new StepLabels("", List.of());
  }

  private static StepLabels words(LayerView.Embedding embedding, Schema schema, DataSpec data, int example) {
    boolean marks = data instanceof DataSpec.Generated made && made.set() == GeneratedSet.TEMPORAL_ORDER;
    List<String> vocabulary = marks ? List.of(Words.of("time.temporal_order").split(" "))
        : data instanceof DataSpec.Text ? schema.classes() : List.of();
    List<Step> steps = new ArrayList<>();
    for (int t = 0; t < embedding.steps(); t++) {
      int word = (int) embedding.words().at(Math.min(example, embedding.words().rows() - 1), t);
      String name = word < vocabulary.size() ? vocabulary.get(word) : Integer.toString(word);
      steps.add(new Step(name, 0, marks && word >= vocabulary.size() - 2));
    }
    return new StepLabels(Words.of(data instanceof DataSpec.Text ? "time.row.character" : "time.row.word"), steps);
  }

  private static StepLabels numbers(LayerView.Sequence sequence, Schema schema, DataSpec data, int example) {
    int wide = sequence.features();
    boolean marks = data instanceof DataSpec.Generated made && made.set() == GeneratedSet.ADDING_PROBLEM
        && wide == NUMBER_AND_MARK;
    boolean told = !sequence.values().isEmpty() && schema.inputs().size() == sequence.values().cols();
    if (!told) return new StepLabels("", List.of());
    int row = Math.min(example, sequence.values().rows() - 1);
    double least = Double.POSITIVE_INFINITY, most = Double.NEGATIVE_INFINITY;
    for (int t = 0; t < sequence.steps(); t++) {
      least = Math.min(least, input(sequence, schema, row, t * wide));
      most = Math.max(most, input(sequence, schema, row, t * wide));
    }
    double from = marks ? 0 : least, length = marks ? 1 : Math.max(most - least, 1e-9);
    List<Step> steps = new ArrayList<>();
    for (int t = 0; t < sequence.steps(); t++)
      steps.add(new Step("", (input(sequence, schema, row, t * wide) - from) / length,
          marks && input(sequence, schema, row, t * wide + 1) > .5));
    return new StepLabels(Words.of("time.row.number"), steps);
  }

  private static double input(LayerView.Sequence sequence, Schema schema, int row, int column) {
    return schema.inputScaling().toRaw(column, sequence.values().at(row, column));
  }

  /// Draws the steps from `first` on, each in the middle of its column.
  ///
  /// @param lost which words are dropped
  void draw(Pen pen, Theme theme, double left, double column, int first, int count, double middle, List<Integer> lost) {
    for (int t = first; t < Math.min(first + count, steps.size()); t++) {
      double x = left + (t - first + .5) * column;
      Step step = steps.get(t);
      if (step.word.isEmpty()) drawNumber(pen, theme, step, x, column, middle);
      else drawWord(pen, theme, step, x, column, middle);
      if (!lost.contains(t)) continue;
      pen.stroke(theme.ink(), 1.4);
      pen.line(x - 5, middle + 4, x + 5, middle - 4);
    }
  }

  private static void drawWord(Pen pen, Theme theme, Step step, double x, double column, double middle) {
    Type type = new Type(step.marked ? Face.TEXT_BOLD : Face.TEXT, Math.min(11.5, column - 1));
    if (type.size() < 5) return;
    if (step.marked) {
      double half = Math.min(7, column / 2);
      pen.fill(theme.ink());
      pen.fillRoundRect(x - half, middle - 8, 2 * half, 16, 3);
    }
    pen.fill(step.marked ? theme.card() : theme.muted());
    pen.text(step.word, x, middle + .36 * type.size(), type, Align.CENTRE);
  }

  private static void drawNumber(Pen pen, Theme theme, Step step, double x, double column, double middle) {
    double wide = Math.max(2, Math.min(8, column - 4)), high = Math.max(1, BAR * Math.clamp(step.share, 0, 1));
    pen.fill(step.marked ? theme.ink() : Palette.mix(theme.card(), theme.faint(), .6));
    pen.fillRect(x - wide / 2, middle + BAR / 2 - high, wide, high);
    pen.stroke(theme.line(), 1);
    pen.line(x - wide / 2, middle + BAR / 2 + .5, x + wide / 2, middle + BAR / 2 + .5);
    if (!step.marked) return;
    pen.stroke(theme.ink(), 1);
    pen.strokeRect(x - wide / 2 - 1.5, middle - BAR / 2 - 1.5, wide + 3, BAR + 3);
  }
}
