package dropoutlab.figure.network;

import dropoutlab.data.Schema;
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
import java.util.List;

/// What the output of a network means for one example: what is predicted, what is true, and whether they agree. Classes
/// carry the marks that they have on a map, where there is one (two inputs).
final class PredictionWords {
  private static final double MARK = 1.25;

  private final NetworkView view;
  private final Schema schema;
  private final int example;

  /// A line of words with the mark of a class after its first word, and whether it is right; -1 and 0 for neither.
  private record Line(String lead, int mark, String rest, int verdict) {}

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

  private List<Line> lines() {
    if (schema.task() == Task.REGRESSION) {
      double predicted = output(0);
      double target = view.targets().at(example, 0);
      return List.of(new Line("predicted", -1, Numbers.reading(predicted, schema.targetSpread()), 0),
          new Line("target", -1, Numbers.reading(target, schema.targetSpread()), 0));
    }
    return List.of(new Line("predicted", mark(predicted()), className(predicted()), verdict()),
        new Line("true", mark(label()), className(label()), 0));
  }

  private Line brief() {
    if (schema.task() == Task.REGRESSION) return lines().getFirst();
    return new Line("true " + className(label()) + ", predicted", mark(predicted()), className(predicted()), verdict());
  }

  private String value() {
    if (schema.task() == Task.REGRESSION) return "";
    return "p(" + className(1) + ") = " + Numbers.fixed(output(0), 2);
  }

  private double width(Pen pen, Line line, double font) {
    double width = pen.textWidth(line.lead + " " + line.rest, words(font));
    if (schema.task() == Task.REGRESSION)
      width = pen.textWidth(line.lead + " ", words(font)) + pen.textWidth(line.rest, new Type(Face.NUMBER, font));
    return width + (line.mark >= 0 ? MARK * font : 0) + (line.verdict != 0 ? 1.1 * font : 0);
  }

  private static Type words(double font) { return new Type(Face.TEXT, font); }

  private void draw(Pen pen, Line line, double left, double baseline, double font, Theme theme) {
    double x = left;
    double middle = baseline - .36 * font;
    pen.fill(theme.muted());
    pen.text(line.lead, x, baseline, words(font), Align.LEFT);
    x += pen.textWidth(line.lead + " ", words(font));
    if (line.mark >= 0) {
      new Marks().classDot(pen, line.mark, x + .5 * font, middle, .38 * font, Palette.categorical(theme, line.mark),
          theme.card(), 0);
      x += MARK * font;
    }
    Type type = schema.task() == Task.REGRESSION ? new Type(Face.NUMBER, font) : words(font);
    pen.fill(theme.ink());
    pen.text(line.rest, x, baseline, type, Align.LEFT);
    if (line.verdict == 0) return;
    pen.stroke(theme.ink(), 1.5, Marks.SOLID);
    double at = x + pen.textWidth(line.rest, type) + .7 * font;
    if (line.verdict > 0) Marks.tick(pen, at, middle, .34 * font);
    else Marks.cross(pen, at, middle, .3 * font);
  }

  /// The shape of a class on the map of two inputs, or -1 where there is no map.
  private int mark(int index) { return schema.inputs().size() == 2 ? index : -1; }

  private int verdict() { return predicted() == label() ? 1 : -1; }

  private double output(int unit) { return view.layers().getLast().activations().at(example, unit); }

  private int predicted() {
    Matrix outputs = view.layers().getLast().activations();
    if (outputs.cols() == 1) return output(0) >= .5 ? 1 : 0;
    int best = 0;
    for (int k = 1; k < outputs.cols(); k++) if (output(k) > output(best)) best = k;
    return best;
  }

  private int label() { return (int) view.targets().at(example, 0); }

  private String className(int index) {
    return index >= 0 && index < schema.classes().size() ? schema.classes().get(index) : Integer.toString(index);
  }
}
