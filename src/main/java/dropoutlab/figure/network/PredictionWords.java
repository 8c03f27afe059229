package dropoutlab.figure.network;

import dropoutlab.data.Schema;
import dropoutlab.data.TargetUnit;
import dropoutlab.figure.network.NetworkLayout.Column;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NetworkView;
import dropoutlab.spec.Task;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;

/// What the output of a network means for one example: what is predicted, what is true, and whether they agree. Classes
/// carry the marks that they have on a map, where there is one (two inputs).
final class PredictionWords {
  private static final double MARK = 1.25;

  private final NetworkView view;
  private final Schema schema;
  private final int example;

  /// Stands in a text where a class or a number does, so that these can be drawn in another ink.
  private static final String PLACE = "\uFFFC";

  /// What stands before and behind the class or number that a line is about, the mark of the class, and whether it is
  /// right; -1 and 0 for neither.
  private record Line(String before, int mark, String shown, String behind, int verdict) {
    static Line of(String text, int mark, String shown, int verdict) {
      int place = text.indexOf(PLACE);
      return new Line(text.substring(0, place), mark, shown, text.substring(place + 1), verdict);
    }
  }

  PredictionWords(NetworkView view, Schema schema, int example) {
    this.view = view;
    this.schema = schema;
    this.example = example;
  }

  /// Below a single output; in the line of the counts below several.
  void draw(Pen pen, NetworkLayout layout, double width, double height, Theme theme) {
    Column column = layout.columns().getLast();
    double font = layout.fontPx();
    if (column.units() > 1) {
      drawInFoot(pen, layout, width, height, theme);
      return;
    }
    List<Line> lines = lines();
    Type number = new Type(Face.NUMBER, font);
    String value = value();
    double widest = value.isEmpty() ? 0 : pen.textWidth(value, number);
    for (Line line : lines) widest = Math.max(widest, width(pen, line, font));
    double rows = lines.size() + (value.isEmpty() ? 0 : 1);
    double left = Math.clamp(column.x() - widest / 2, 0, Math.max(0, width - widest - 1));
    double y = Math.min(column.unitY(0) + column.radius() + 7 + font, height - (rows - .5) * 1.35 * font);
    pen.fill(Palette.withAlpha(theme.card(), .85));
    pen.fillRoundRect(left - 3, y - 1.1 * font, widest + 6, (1.35 * rows + .15) * font, 3);
    if (!value.isEmpty()) {
      pen.fill(theme.ink());
      pen.text(value, left, y, number, Align.LEFT);
      y += 1.35 * font;
    }
    for (Line line : lines) {
      draw(pen, line, left, y, font, theme);
      y += 1.35 * font;
    }
  }

  private void drawInFoot(Pen pen, NetworkLayout layout, double width, double height, Theme theme) {
    double font = layout.fontPx();
    Line line = brief();
    double wide = width(pen, line, font);
    double x = Math.min(layout.columns().getLast().x() - wide / 2, width - wide - 1);
    int before = layout.columns().size() - 2;
    double taken = before < 0 ? 0 : layout.columns().get(before).x() + 4 * font;
    double left = Math.max(x, Math.min(taken, width - wide - 1));
    draw(pen, line, left, NetworkLabels.footLine(layout, height), font, theme);
  }

  /// The root mean squared error of the reconstruction of one example, in the target's unit.
  static double off(NetworkView view, Schema schema, int example) {
    Matrix outputs = view.layers().getLast().activations(), targets = view.fed().targets();
    TargetUnit unit = TargetUnit.of(schema);
    double sum = 0;
    for (int u = 0; u < outputs.cols(); u++) {
      double off = outputs.at(example, u) - unit.value(targets.at(example, u));
      sum += off * off;
    }
    return Math.sqrt(sum / outputs.cols());
  }

  private List<Line> lines() {
    if (schema.task() == Task.RECONSTRUCTION) return List.of(brief());
    if (schema.task() == Task.REGRESSION) {
      double predicted = output(0);
      double target = view.targets().at(example, 0);
      return List.of(line("figure.prediction.predicted", -1, Numbers.reading(predicted, schema.targetSpread()), 0),
          line("figure.prediction.target", -1, Numbers.reading(target, schema.targetSpread()), 0));
    }
    return List.of(line("figure.prediction.predicted", mark(predicted()), schema.className(predicted()), verdict()),
        line("figure.prediction.true", mark(label()), schema.className(label()), 0));
  }

  private Line brief() {
    if (schema.task() == Task.REGRESSION) return lines().getFirst();
    if (schema.task() == Task.RECONSTRUCTION)
      return line("autoencoder.off", -1, Numbers.reading(off(view, schema, example), schema.targetSpread()), 0);
    String text = Words.of("figure.prediction.both", PLACE, schema.className(label()));
    return Line.of(text, mark(predicted()), schema.className(predicted()), verdict());
  }

  private static Line line(String key, int mark, String shown, int verdict) {
    return Line.of(Words.of(key, PLACE), mark, shown, verdict);
  }

  private String value() {
    if (schema.task() != Task.CLASSIFICATION) return "";
    return Words.of("figure.equals", Words.of("figure.probability", schema.className(1)), Numbers.fixed(output(0), 2));
  }

  private double width(Pen pen, Line line, double font) {
    double width = pen.textWidth(line.before + line.behind, words(font)) + pen.textWidth(line.shown, shown(font));
    return width + (line.mark >= 0 ? MARK * font : 0) + (line.verdict != 0 ? 1.1 * font : 0);
  }

  private static Type words(double font) { return new Type(Face.TEXT, font); }

  private Type shown(double font) {
    return schema.task() != Task.CLASSIFICATION ? new Type(Face.NUMBER, font) : words(font);
  }

  private void draw(Pen pen, Line line, double left, double baseline, double font, Theme theme) {
    double x = left;
    double middle = baseline - .36 * font;
    pen.fill(theme.muted());
    pen.text(line.before.stripTrailing(), x, baseline, words(font), Align.LEFT);
    x += pen.textWidth(line.before, words(font));
    if (line.mark >= 0) {
      new Marks().classDot(pen, line.mark, x + .5 * font, middle, .38 * font, Palette.categorical(theme, line.mark),
          theme.card(), 0);
      x += MARK * font;
    }
    pen.fill(theme.ink());
    pen.text(line.shown, x, baseline, shown(font), Align.LEFT);
    x += pen.textWidth(line.shown, shown(font));
    pen.fill(theme.muted());
    if (!line.behind.isEmpty()) pen.text(line.behind, x, baseline, words(font), Align.LEFT);
    if (line.verdict == 0) return;
    pen.stroke(theme.ink(), 1.5, Marks.SOLID);
    double at = x + pen.textWidth(line.behind, words(font)) + .7 * font;
    if (line.verdict > 0) Marks.tick(pen, at, middle, .34 * font);
    else Marks.cross(pen, at, middle, .3 * font);
  }

  /// The shape of a class on the map of two inputs, or -1 where there is no map.
  private int mark(int index) { return schema.inputs().size() == 2 ? index : -1; }

  private int verdict() { return predicted() == label() ? 1 : -1; }

  private double output(int unit) { return view.layers().getLast().activations().at(example, unit); }

  private int predicted() { return predicted(view.layers().getLast().activations(), example); }

  /// The class that outputs speak for.
  static int predicted(Matrix outputs, int example) {
    if (outputs.cols() == 1) return outputs.at(example, 0) >= .5 ? 1 : 0;
    int best = 0;
    for (int k = 1; k < outputs.cols(); k++) if (outputs.at(example, k) > outputs.at(example, best)) best = k;
    return best;
  }

  private int label() { return (int) view.targets().at(example, 0); }
}
