package dropoutlab.figure.theory.features;

import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.GuessMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.SidesPlot;
import dropoutlab.frame.bench.FeaturesPicture.Sparse;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.Optional;
import java.util.function.Function;

/// Every measure of every seed: a row a measure, on a scale from 0. Circles are the network, squares its twin, as the
/// engine found them; the upright lines are the exact means.
///
/// @param hidden whether the network's zeros are still to be guessed
record SparseSeeds(Sparse of, boolean hidden, double guess) {
  private static final int ZEROS = 0, MEAN = 1, LIKENESS = 4;
  private static final double TOP = 34, NAME = 104, NUMBERS = 98, RADIUS = 3;
  /// A shorter scale tells nothing apart: the numbers stand alone.
  private static final double LEAST = 30;
  private static final Type WORDS = new Type(Face.TEXT, 11), NUMBER = new Type(Face.NUMBER, 11),
      BOLD = new Type(Face.NUMBER_BOLD, 11);

  private double y(Inset at, int row) {
    return at.top() + TOP + (row + .5) * (at.height() - TOP) / of.measures();
  }

  private Scale x(Inset at, int row) {
    double most = 1e-6;
    for (Sparse.Seed seed : of.seeds()) most = Math.max(most, Math.max(seed.own().get(row), seed.twin().get(row)));
    if (row == ZEROS) most = hidden ? 1 : Math.max(most, Double.isNaN(guess) ? 0 : guess);
    return Scale.linear(0, most, at.left() + NAME, Math.max(at.left() + NAME + 10, at.right() - NUMBERS));
  }

  void draw(Pen pen, Inset at, Theme theme) {
    String seeds = Words.count("claimfeatures.sparse.seeds_title", of.seeds().size());
    Heading.draw(pen, theme, at.left(), at.top() + 13, at.width(), seeds,
        Words.of("claimfeatures.sparse.seeds_rest"), Words.of("claimfeatures.sparse.seeds_brief"));
    pen.fill(theme.accent());
    pen.text(Shown.briefRate(of.p()), at.right() - 42, at.top() + 28, BOLD, Align.RIGHT);
    pen.fill(theme.muted());
    pen.text(Words.of("claimfeatures.sparse.twin"), at.right(), at.top() + 28, WORDS, Align.RIGHT);
    for (int row = 0; row < of.measures(); row++) drawRow(pen, at, row, theme);
  }

  private void drawRow(Pen pen, Inset at, int row, Theme theme) {
    double y = Math.round(y(at, row));
    Scale x = x(at, row);
    boolean unknown = hidden && row == ZEROS;
    pen.fill(theme.ink());
    pen.text(name(row), at.left(), y + 4, WORDS, Align.LEFT);
    if (x.toPx() - x.fromPx() >= LEAST) drawScale(pen, x, y, row, unknown, theme);
    pen.fill(theme.accent());
    pen.text(unknown ? "?" : told(row, mean(row, Sparse.Seed::own)), at.right() - 42, y + 4, BOLD, Align.RIGHT);
    pen.fill(theme.muted());
    pen.text(told(row, mean(row, Sparse.Seed::twin)), at.right(), y + 4, NUMBER, Align.RIGHT);
  }

  private void drawScale(Pen pen, Scale x, double y, int row, boolean unknown, Theme theme) {
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.line(x.fromPx(), y + .5, x.toPx(), y + .5);
    drawNetwork(pen, x, y, row, true, theme);
    if (!unknown) drawNetwork(pen, x, y, row, false, theme);
    if (row == ZEROS) GuessMark.draw(pen, x.px(guess), y, theme);
  }

  private void drawNetwork(Pen pen, Scale x, double y, int row, boolean twin, Theme theme) {
    int ink = twin ? theme.muted() : theme.accent();
    double mean = x.px(mean(row, twin ? Sparse.Seed::twin : Sparse.Seed::own));
    pen.stroke(ink, 2, twin ? new double[] {2, 2} : Marks.SOLID);
    pen.line(mean, y - 7, mean, y + 8);
    for (Sparse.Seed seed : of.seeds().reversed())
      SidesPlot.mark(pen, x.px((twin ? seed.twinEngine() : seed.ownEngine()).get(row)), y, RADIUS, twin, ink, theme);
  }

  private double mean(int row, Function<Sparse.Seed, Sparse.Measures> network) {
    return of.seeds().stream().mapToDouble(seed -> network.apply(seed).get(row)).average().orElseThrow();
  }

  private static String told(int row, double value) {
    return row == MEAN || row == LIKENESS ? Numbers.fixed(value, row == MEAN ? 2 : 3) : Shown.percent(value);
  }

  private String name(int row) {
    return switch (row) {
      case 0 -> Words.of("claimfeatures.sparse.row_zeros");
      case 1 -> Words.of("claimfeatures.sparse.row_mean");
      case 2 -> Words.of("claimfeatures.sparse.row_worst");
      case 3 -> of.reconstructs() ? Words.of("autoencoder.sparse.row_half") : Words.of("claimfeatures.sparse.row_half");
      case 4 -> Words.of("claimfeatures.sparse.row_likeness");
      case 5 -> Words.of("claimfeatures.sparse.row_same");
      case 6 -> Words.of("claimfeatures.sparse.row_dead");
      default -> Words.of("autoencoder.sparse.row_error");
    };
  }

  private String explained(int row) {
    return switch (row) {
      case 0 -> Words.of("claimfeatures.sparse.told_zeros");
      case 1 -> Words.of("claimfeatures.sparse.told_mean");
      case 2 -> of.reconstructs() ? Words.of("autoencoder.sparse.told_worst") : Words.of("claimfeatures.sparse.told_worst");
      case 3 -> of.reconstructs() ? Words.of("autoencoder.sparse.told_half") : Words.of("claimfeatures.sparse.told_half");
      case 4 -> Words.of("claimfeatures.sparse.told_likeness");
      case 5 -> Words.of("claimfeatures.sparse.told_same");
      case 6 -> Words.of("claimfeatures.sparse.told_dead");
      default -> Words.of("autoencoder.sparse.told_error");
    };
  }

  Optional<Hit> hit(Inset at, double x, double y) {
    if (!at.contains(x, y) || y < at.top() + TOP) return Optional.empty();
    double down = (y - at.top() - TOP) / (at.height() - TOP) * of.measures();
    int row = Math.clamp((int) down, 0, of.measures() - 1);
    long more = of.seeds().stream().filter(seed -> seed.own().get(row) > seed.twin().get(row)).count();
    String own = told(row, mean(row, Sparse.Seed::own)), twin = told(row, mean(row, Sparse.Seed::twin));
    String text = Words.of("claimfeatures.sparse.row_told", Shown.dropRate(of.p()), own, twin, more, of.seeds().size());
    return Optional.of(new Hit.Place(0, row, hidden && row == ZEROS ? explained(row) : explained(row) + "\n" + text));
  }
}
