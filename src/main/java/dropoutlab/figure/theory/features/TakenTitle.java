package dropoutlab.figure.theory.features;

import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Dragged;
import dropoutlab.figure.theory.Heading;
import dropoutlab.frame.bench.FeaturesPicture.TakenAway;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.Optional;

/// The title of the plot, in which the number of units can be dragged where there is room for all of it.
record TakenTitle(TakenAway of, double width) {
  private static final double LEFT = 2, BASELINE = 14, GAP = 4;
  private static final Type BOLD = new Type(Face.TEXT_BOLD, 12), REST = new Type(Face.TEXT, 12);

  private String bold() {
    return Words.of(of.digits() ? "claimfeatures.taken.title_digits" : "claimfeatures.taken.title", of.examples());
  }

  private String rest() {
    return Words.of(of.worst() ? "claimfeatures.taken.title_worst" : "claimfeatures.taken.title_mean", of.units());
  }

  private double restLeft() { return LEFT + TextMeasure.width(bold(), BOLD) + GAP; }

  Optional<Dragged> units() {
    String rest = rest(), units = Numbers.count(of.units());
    if (restLeft() + TextMeasure.width(rest, REST) > width) return Optional.empty();
    double left = restLeft() + TextMeasure.width(rest.substring(0, rest.indexOf(units)), REST);
    return Optional.of(new Dragged("units", 0, units, left, BASELINE, REST,
        Words.of("claimfeatures.taken.drag_units")));
  }

  void draw(Pen pen, Theme theme) {
    Optional<Dragged> units = units();
    if (units.isEmpty()) {
      Heading.draw(pen, theme, LEFT, BASELINE, width, bold(), Words.of("claimfeatures.taken.title_brief", of.units()));
      return;
    }
    String rest = rest(), before = rest.substring(0, rest.indexOf(units.get().number()));
    Heading.draw(pen, theme, LEFT, BASELINE, width, bold());
    pen.fill(theme.muted());
    pen.text(before, restLeft(), BASELINE, REST, Align.LEFT);
    units.get().draw(pen, theme);
    pen.text(rest.substring(before.length() + units.get().number().length()), units.get().right(), BASELINE, REST,
        Align.LEFT);
  }
}
