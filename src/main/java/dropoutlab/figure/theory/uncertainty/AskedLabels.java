package dropoutlab.figure.theory.uncertainty;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Dragged;
import dropoutlab.frame.bench.UncertaintyPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// How many labels were asked for at the cross, and a button that asks for one more.
record AskedLabels(UncertaintyPicture.Asking of) implements Figure {
  private static final double BASELINE = 20, BUTTON = 10;

  private Dragged count() {
    double left = TextMeasure.width(Words.of("claimuncertainty.asked.labels"), Lettering.SMALL) + 6;
    return new Dragged("labels", 0, Numbers.count(of.labels()), left, BASELINE, Lettering.NUMBER_BOLD,
        Words.count("claimuncertainty.asked.told", of.labels()));
  }

  private double buttonLeft() { return count().right() + 10; }

  private static double buttonWidth() {
    return TextMeasure.width(Words.of("claimuncertainty.asked.more"), Lettering.SMALL) + 2 * BUTTON;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    pen.fill(theme.muted());
    pen.text(Words.of("claimuncertainty.asked.labels"), 0, BASELINE, Lettering.SMALL, Align.LEFT);
    pen.fill(theme.ink());
    count().draw(pen, theme);
    pen.stroke(theme.muted(), 1, Marks.SOLID);
    pen.strokeRoundRect(buttonLeft(), BASELINE - 14, buttonWidth(), 20, 10);
    pen.text(Words.of("claimuncertainty.asked.more"), buttonLeft() + BUTTON, BASELINE, Lettering.SMALL, Align.LEFT);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Optional<Hit> number = count().hit(x, y);
    if (number.isPresent()) return number;
    boolean on = x >= buttonLeft() && x <= buttonLeft() + buttonWidth() && y >= BASELINE - 14 && y <= BASELINE + 6;
    return on ? Optional.of(new Hit.Setting("labels", List.of(of.labels() + 1.0),
        Words.of("claimuncertainty.asked.ask"))) : Optional.empty();
  }
}
