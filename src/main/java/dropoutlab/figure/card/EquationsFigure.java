package dropoutlab.figure.card;

import dropoutlab.card.Equation;
import dropoutlab.card.Equations.Part;
import dropoutlab.card.Equations;
import dropoutlab.card.Formulas;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The equations of a method, a row for training, inference and backward. The first of a row is larger than those that
/// explain it; a note stands behind its equation, or below where there is no room.
///
/// @param lit     the row that the present half-step computes, if any
/// @param halfStep what the half-step is called, at the end of the lit row; may be empty
/// @param accent  the colour of the lit row's bar and words, and `ground` that of its ground: the theme's accent for
///                method A, the rival's for B
public record EquationsFigure(Equations equations, Optional<Part> lit, String halfStep, int accent, int ground)
    implements Figure {
  private static final double FIRST = 14.5, OTHER = 12.5, NOTE = 11.5, LABEL = 11.5;
  private static final double LEFT = 10, FORMULAS = 72, PAD = 6, GAP = 5, NOTE_GAP = 7;
  private static final double BAR = 3;

  /// What stands on a line: a formula, or words of a note, or both.
  private record Line(Formula formula, String note) {
    double above() { return Math.max(formula == null ? 0 : formula.above(), note.isEmpty() ? 0 : .8 * NOTE); }

    double below() { return Math.max(formula == null ? 0 : formula.below(), note.isEmpty() ? 0 : .25 * NOTE); }
  }

  /// Returns the height that the equations need at a width.
  public double height(double width) {
    double height = 0;
    for (Part part : Part.values()) height += height(lines(part, width));
    return height;
  }

  private static double height(List<Line> lines) {
    double height = 2 * PAD + GAP * (lines.size() - 1);
    for (Line line : lines) height += line.above() + line.below();
    return height;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    double top = 0;
    for (Part part : Part.values()) {
      List<Line> lines = lines(part, width);
      draw(pen, part, lines, top, width, theme);
      top += height(lines);
    }
  }

  private void draw(Pen pen, Part part, List<Line> lines, double top, double width, Theme theme) {
    boolean isLit = lit.filter(part::equals).isPresent();
    if (isLit) {
      pen.fill(ground);
      pen.fillRect(0, top, width, height(lines));
      pen.fill(accent);
      pen.fillRect(0, top, BAR, height(lines));
    }
    double baseline = top + PAD + lines.getFirst().above();
    pen.fill(isLit ? accent : theme.muted());
    pen.text(part.title(), LEFT, baseline, new Type(isLit ? Face.TEXT_BOLD : Face.TEXT, LABEL), Align.LEFT);
    if (isLit && !halfStep.isEmpty() && hasRoom(lines.getFirst(), width))
      pen.text(halfStep, width - LEFT, baseline, new Type(Face.TEXT_BOLD, LABEL), Align.RIGHT);
    double y = top + PAD;
    for (Line line : lines) {
      draw(pen, line, y + line.above(), theme);
      y += line.above() + line.below() + GAP;
    }
  }

  private boolean hasRoom(Line first, double width) {
    return end(first) + NOTE_GAP + TextMeasure.width(halfStep, new Type(Face.TEXT_BOLD, LABEL)) <= width - LEFT;
  }

  private static double end(Line line) {
    return noteLeft(line.formula) + (line.note.isEmpty() ? 0 : TextMeasure.width(line.note, new Type(Face.TEXT, NOTE)));
  }

  private static double noteLeft(Formula formula) {
    return FORMULAS + (formula == null ? 0 : formula.width() + NOTE_GAP);
  }

  private static void draw(Pen pen, Line line, double baseline, Theme theme) {
    if (line.formula != null) line.formula.draw(pen, FORMULAS, baseline, theme.ink());
    pen.fill(theme.muted());
    if (!line.note.isEmpty())
      pen.text(line.note, noteLeft(line.formula), baseline, new Type(Face.TEXT, NOTE), Align.LEFT);
  }

  private List<Line> lines(Part part, double width) {
    List<Line> lines = new ArrayList<>();
    for (Equation equation : equations.of(part)) {
      Formula formula = new Formula(Formulas.of(equation.latex()), lines.isEmpty() ? FIRST : OTHER)
          .within(width - FORMULAS);
      Line whole = new Line(formula, equation.note());
      if (end(whole) <= width) lines.add(whole);
      else {
        lines.add(new Line(formula, ""));
        TextMeasure.wrapped(equation.note(), new Type(Face.TEXT, NOTE), width - FORMULAS)
            .forEach(words -> lines.add(new Line(null, words)));
      }
    }
    return lines;
  }

  private static List<String> wrapped(String note, double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : note.split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && TextMeasure.width(longer, new Type(Face.TEXT, NOTE)) > width) {
        lines.add(line);
        longer = word;
      }
      line = longer;
    }
    lines.add(line);
    return lines;
  }

  @Override public Description describe() {
    return new Description(Words.of("toldvariants.equations.title"), Arrays.stream(Part.values()).map(part ->
        Words.of("toldvariants.equations.row", part.title(), spoken(part))).toList());
  }

  private String spoken(Part part) {
    return equations.of(part).stream().map(EquationsFigure::spoken).collect(Collectors.joining("; "));
  }

  /// Returns the equations in words, a sentence a row, for screen readers.
  public String spoken() {
    List<String> rows = new ArrayList<>();
    for (Part part : Part.values()) rows.add(part.title() + ": " + spoken(part) + ".");
    return String.join(" ", rows);
  }

  private static String spoken(Equation equation) {
    String words = Formulas.of(equation.latex()).spoken();
    return equation.note().isEmpty() ? words : words + ", " + equation.note();
  }
}
