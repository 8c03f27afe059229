package dropoutlab.figure.variant;

import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.spec.Task;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;

/// What a network says of the example, masks on: a class and how sure it is, or a number beside the true one.
///
/// @param example the row of the batch
public record Says(Side side, Schema schema, int example) {
  private static final Type WORDS = new Type(Face.TEXT, 11), BOLD = new Type(Face.TEXT_BOLD, 11),
      NUMBER = new Type(Face.NUMBER, 11);
  private static final double BAR = 90, LEAST_BAR = 30;

  private double output(int unit) { return side.view().layers().getLast().activations().at(example, unit); }

  private double target() { return side.view().targets().at(example, 0); }

  /// Returns the probability of a class.
  private double probability(int index) {
    return side.view().layers().getLast().units() > 1 ? output(index) : index == 1 ? output(0) : 1 - output(0);
  }

  private int likeliest() {
    int best = 0;
    for (int i = 1; i < schema.classes().size(); i++) if (probability(i) > probability(best)) best = i;
    return best;
  }

  /// @param width how far the line may reach
  public void draw(Pen pen, Theme theme, double width, double baseline) {
    if (schema.task() == Task.REGRESSION) {
      drawNumbers(pen, theme, baseline);
      return;
    }
    int said = likeliest();
    double left = write(pen, theme.muted(), Words.of("units.says"), WORDS, 0, baseline) + 4;
    left = write(pen, theme.ink(), schema.className(said), BOLD, left, baseline) + 9;
    pen.stroke(theme.ink(), 1.5, Marks.SOLID);
    if (said == (int) target()) Marks.tick(pen, left, baseline - 4, 4);
    else Marks.cross(pen, left, baseline - 4, 3.4);
    String number = Words.of("units.says.p", Numbers.fixed(probability(said), 2));
    double right = width - pen.textWidth(number, NUMBER) - 8;
    double bar = Math.min(BAR, right - left - 14);
    if (bar < LEAST_BAR) return;
    write(pen, theme.ink(), number, NUMBER, right + 8, baseline);
    pen.fill(Palette.mix(theme.card(), theme.line(), .6));
    pen.fillRect(right - bar, baseline - 8, bar, 8);
    pen.fill(side.colour(theme));
    pen.fillRect(right - bar, baseline - 8, bar * Math.clamp(probability(said), 0, 1), 8);
  }

  private void drawNumbers(Pen pen, Theme theme, double baseline) {
    double spread = schema.targetSpread();
    double left = write(pen, theme.muted(), Words.of("units.says"), WORDS, 0, baseline) + 4;
    left = write(pen, theme.ink(), Numbers.reading(output(0), spread), NUMBER, left, baseline) + 12;
    left = write(pen, theme.muted(), Words.of("units.says.target"), WORDS, left, baseline) + 4;
    write(pen, theme.ink(), Numbers.reading(target(), spread), NUMBER, left, baseline);
  }

  private static double write(Pen pen, int ink, String text, Type type, double left, double baseline) {
    pen.fill(ink);
    pen.text(text, left, baseline, type, Align.LEFT);
    return left + pen.textWidth(text, type);
  }
}
