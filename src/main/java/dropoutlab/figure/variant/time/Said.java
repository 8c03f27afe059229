package dropoutlab.figure.variant.time;

import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Matrix;
import dropoutlab.spec.Task;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a network says of the example in one line: a class, whether it is right, and how sure the network is of it with
/// its masks on and off; or a number beside the true one.
///
/// @param on  (1 x outputs), masks on
/// @param off the same with masks off; empty where it is not known
record Said(Schema schema, Matrix on, Optional<Matrix> off, double target) {
  private static final Type WORDS = new Type(Face.TEXT, 11), BOLD = new Type(Face.TEXT_BOLD, 11);
  private static final Type NUMBER = new Type(Face.NUMBER, 11);
  private static final double TICK = 16;

  /// A piece of the line; without words the sign whether the answer is right.
  private record Part(String text, Type type, boolean ink) {
    double width() { return text.isEmpty() ? TICK : TextMeasure.width(text, type); }
  }

  private static double probability(Matrix of, int index) {
    return of.cols() > 1 ? of.at(0, index) : index == 1 ? of.at(0, 0) : 1 - of.at(0, 0);
  }

  private int likeliest() {
    int best = 0;
    for (int i = 1; i < schema.classes().size(); i++) if (probability(on, i) > probability(on, best)) best = i;
    return best;
  }

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>(List.of(new Part(Words.of("time.says") + " ", WORDS, false)));
    if (schema.task() == Task.REGRESSION) {
      parts.add(new Part(number(on), NUMBER, true));
      off.ifPresent(calm -> addOff(parts, number(calm)));
      parts.add(new Part(", " + Words.of("time.says.truth") + " ", WORDS, false));
      parts.add(new Part(Numbers.reading(target, schema.targetSpread()), NUMBER, true));
      return parts;
    }
    int said = likeliest();
    parts.add(new Part(schema.className(said), BOLD, true));
    parts.add(new Part("", WORDS, said == (int) target));
    parts.add(new Part(Numbers.fixed(probability(on, said), 2), NUMBER, true));
    off.ifPresent(calm -> addOff(parts, Numbers.fixed(probability(calm, said), 2)));
    return parts;
  }

  private String number(Matrix of) { return Numbers.reading(of.at(0, 0), schema.targetSpread()); }

  private static void addOff(List<Part> parts, String number) {
    parts.add(new Part(", " + Words.of("time.says.off") + " ", WORDS, false));
    parts.add(new Part(number, NUMBER, true));
  }

  double width() { return parts().stream().mapToDouble(Part::width).sum(); }

  void draw(Pen pen, Theme theme, double right, double baseline) {
    double x = right - width();
    for (Part part : parts()) {
      if (part.text.isEmpty()) drawSign(pen, theme, x + TICK / 2, baseline - 4, part.ink);
      pen.fill(part.ink ? theme.ink() : theme.muted());
      if (!part.text.isEmpty()) pen.text(part.text, x, baseline, part.type, Align.LEFT);
      x += part.width();
    }
  }

  private static void drawSign(Pen pen, Theme theme, double x, double y, boolean right) {
    pen.stroke(theme.ink(), 1.5, Marks.SOLID);
    if (right) Marks.tick(pen, x, y, 4);
    else Marks.cross(pen, x, y, 3.2);
  }
}
