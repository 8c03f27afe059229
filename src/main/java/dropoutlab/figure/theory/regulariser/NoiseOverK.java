package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.EndLabels;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.EngineMark;
import dropoutlab.figure.theory.GuessMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.RegulariserPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The noise for each k on two logarithmic axes, among the laws that a person may choose.
record NoiseOverK(RegulariserPicture.KMasks of, Showing showing) implements Figure {
  /// The noise is divided by k to these powers, in the order of the options.
  private static final double[] POWERS = {0, .5, 1, 2};
  private static final int RIGHT = 2;
  private static final double ROOM = 1.6, BELOW = 5;

  private boolean isNone() { return !(of.noise() > 0); }

  private List<String> names() {
    return List.of(Words.of("claimregulariser.kmasks.same"), Words.of("claimregulariser.kmasks.root"),
        Words.of("claimregulariser.kmasks.by_k"), Words.of("claimregulariser.kmasks.by_square"));
  }

  private double law(int option, double k) { return of.noise() / Math.pow(k, POWERS[option]); }

  private Plot plot(double width, double height) {
    Scale y = isNone() ? Scale.linear(0, 1, 0, 1)
        : new Scale(true, of.noise() / OverK.most(of) / BELOW, ROOM * of.noise(), 0, 1);
    double room = EndLabels.room(names().subList(0, RIGHT + 1), Axes.textSize(width, height));
    return OverK.plot(of, y, width, height, room);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Plot plot = plot(width, height);
    if (plot.axes().worded())
      Heading.draw(pen, theme, 2, 12, width - 4, Words.of("claimregulariser.kmasks.falls"),
          Words.of("claimregulariser.kmasks.falls.rest"));
    plot.axes().draw(pen, theme);
    plot.upright(pen, theme, of.k());
    plot.clip(pen);
    for (int option = 0; option < POWERS.length; option++) drawLaw(pen, theme, plot, option);
    pen.unclip();
    if (!showing.hidden()) drawMeasured(pen, theme, plot);
    drawNames(pen, theme, plot);
    drawValue(pen, theme, plot);
    drawGuess(pen, theme, plot);
  }

  private boolean told(int option) { return option == RIGHT && !showing.hidden(); }

  private void drawLaw(Pen pen, Theme theme, Plot plot, int option) {
    int law = option;
    if (told(option)) pen.stroke(theme.accent(), 2.2, Marks.SOLID);
    else pen.stroke(theme.faint(), 1.2, 2, 3);
    plot.line(pen, 1, option == POWERS.length - 1 ? leaves() : OverK.most(of), k -> law(law, k));
  }

  /// The k at which the steepest law leaves the plot below.
  private double leaves() { return Math.sqrt(OverK.most(of) * BELOW); }

  private void drawMeasured(Pen pen, Theme theme, Plot plot) {
    for (int i = 0; i < of.counts().rows(); i++)
      plot.ring(pen, theme, of.counts().at(i, 0), of.counts().at(i, 1), theme.accent());
    EngineMark.draw(pen, theme, plot.x(of.k()), plot.y(of.measured()), 4.6, theme.accent());
  }

  private void drawNames(Pen pen, Theme theme, Plot plot) {
    if (!plot.axes().worded()) return;
    List<EndLabels.Label> labels = new ArrayList<>();
    for (int option = 0; option <= RIGHT; option++)
      labels.add(new EndLabels.Label(names().get(option), plot.y(law(option, OverK.most(of))),
          told(option) ? theme.accent() : theme.muted(), told(option)));
    EndLabels.draw(pen, theme, labels, plot.axes().rightPx(), plot.axes());
    if (isNone()) return;
    pen.fill(theme.muted());
    Type type = new Type(Face.TEXT, plot.axes().textSize());
    pen.text(names().getLast(), plot.x(leaves()) - 32, plot.axes().bottomPx() - 8, type, Align.RIGHT);
  }

  private void drawValue(Pen pen, Theme theme, Plot plot) {
    if (!plot.axes().worded()) return;
    Type type = new Type(Face.NUMBER_BOLD, plot.axes().textSize() + 1);
    String text = showing.hidden() ? Words.of("claimregulariser.unknown") : Numbers.brief(law(RIGHT, of.k()));
    boolean left = plot.x(of.k()) + 12 + pen.textWidth(text, type) > plot.axes().rightPx();
    boolean nowhere = showing.hidden() || isNone();
    double y = nowhere ? (plot.axes().topPx() + plot.axes().bottomPx()) / 2 : plot.y(law(RIGHT, of.k()));
    // Right of a falling line there is room above, and left of it below.
    pen.fill(theme.ink());
    pen.text(text, plot.x(of.k()) + (left ? -9 : 9), left ? y + 18 : y - 5, type, left ? Align.RIGHT : Align.LEFT);
  }

  private void drawGuess(Pen pen, Theme theme, Plot plot) {
    double guess = showing.guessed(0);
    if (Double.isFinite(guess) && guess >= 0 && guess < POWERS.length)
      GuessMark.draw(pen, plot.x(of.k()), Math.min(plot.axes().bottomPx(), plot.y(law((int) guess, of.k()))), theme);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    return OverK.hit(of, plot(width, height), x, y, k -> showing.hidden()
        ? Words.of("claimregulariser.kmasks.told.k", k)
        : Words.of("claimregulariser.kmasks.told.noise", k, Numbers.reading(law(RIGHT, k))));
  }
}
