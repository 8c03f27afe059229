package dropoutlab.figure.card;

import dropoutlab.card.Equation;
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
import java.util.List;

/// Formulas below each other, each with its note behind it or, where there is no room, below.
public record FormulasFigure(List<Equation> equations) implements Figure {
  private static final double SIZE = 14, NOTE = 11.5, GAP = 9, NOTE_GAP = 10;

  public FormulasFigure { equations = List.copyOf(equations); }

  /// Returns the height that the formulas need at a width.
  public double height(double width) {
    double height = 0;
    for (Equation each : equations) height += height(each, width) + GAP;
    return height - GAP;
  }

  private static Formula formula(Equation equation, double width) {
    return new Formula(Formulas.of(equation.latex()), SIZE).within(width);
  }

  private static double height(Equation equation, double width) {
    Formula formula = formula(equation, width);
    return formula.above() + formula.below() + (noteIsBelow(equation, formula, width) ? 1.4 * NOTE : 0);
  }

  private static boolean noteIsBelow(Equation equation, Formula formula, double width) {
    return !equation.note().isEmpty()
        && formula.width() + NOTE_GAP + TextMeasure.width(equation.note(), new Type(Face.TEXT, NOTE)) > width;
  }

  @Override public Description describe() {
    return new Description(Words.of("toldvariants.formulas.title"), equations.stream().map(each -> {
      String spoken = Formulas.of(each.latex()).spoken();
      return each.note().isEmpty() ? Words.of("toldvariants.formulas.row", spoken)
          : Words.of("toldvariants.formulas.noted", spoken, each.note());
    }).toList());
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    double top = 0;
    for (Equation each : equations) {
      Formula formula = formula(each, width);
      formula.draw(pen, 0, top + formula.above(), theme.ink());
      pen.fill(theme.muted());
      boolean below = noteIsBelow(each, formula, width);
      pen.text(each.note(), below ? 0 : formula.width() + NOTE_GAP,
          top + formula.above() + (below ? formula.below() + NOTE : 0), new Type(Face.TEXT, NOTE), Align.LEFT);
      top += height(each, width) + GAP;
    }
  }
}
