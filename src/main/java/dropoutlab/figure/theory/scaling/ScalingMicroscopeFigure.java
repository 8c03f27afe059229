package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.theory.BenchFigure;
import dropoutlab.figure.theory.Told;
import static dropoutlab.figure.theory.scaling.MicroscopeLayout.ROWS;
import static dropoutlab.figure.theory.scaling.MicroscopeLayout.UNITS;

import dropoutlab.figure.plot.Fitted;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.scaling.CellGrid.Look;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.ScalingPicture.Microscope;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// The numbers of one layer, there and back, to be followed by hand; below, what is left of one cell on average.
record ScalingMicroscopeFigure(Microscope of, Showing showing) implements BenchFigure {
  private static final Type SMALL = new Type(Face.TEXT, 11.5);

  private MeanFunnel means() { return new MeanFunnel(of, showing); }

  private RatePlot rates() { return new RatePlot(of, showing); }

  @Override public Told told() { return new MicroscopeTold(of, showing); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    MicroscopeLayout at = new MicroscopeLayout(width, height);
    at.means().draw(pen, means(), theme);
    if (!at.worded()) return;
    if (at.whole()) {
      at.rates().draw(pen, rates(), theme);
      drawMatrices(pen, theme, at);
    } else new FollowedRow(of, at).draw(pen, theme);
  }

  private void drawMatrices(Pen pen, Theme theme, MicroscopeLayout at) {
    drawThere(pen, theme, at);
    new MicroscopeSums(of, at).draw(pen, theme);
    drawBack(pen, theme, at);
    drawFollowed(pen, theme, at);
    new ByHand(of, at).draw(pen, theme);
  }

  private void drawThere(Pen pen, Theme theme, MicroscopeLayout at) {
    CellGrid x = at.grid(0, false), m = at.grid(1, false), y = at.grid(2, false);
    fill(pen, theme, x, of.x(), cell -> Look.PLAIN);
    fill(pen, theme, m, of.mask(), cell -> of.kept(cell) ? Look.FACTOR : Look.CROSSED);
    fill(pen, theme, y, of.y(), cell -> of.kept(cell) ? Look.KEPT : Look.GONE);
    // In the middle of a row, where the frame of the followed one never runs.
    double middle = x.top() + 1.5 * at.down();
    Operators.times(pen, theme, at.operatorX(0), middle);
    Operators.equals(pen, theme, at.operatorX(1), middle);
    double baseline = x.top() - 9, room = UNITS * at.across() + 40;
    Heading.draw(pen, theme, x.left(), baseline, room, Words.of("claimscaling.micro.title_x"),
        Words.of("claimscaling.micro.title_x_rest"));
    String kept = Numbers.brief(1 / (1 - of.p()));
    Heading.draw(pen, theme, m.left(), baseline, room, Words.of("claimscaling.micro.title_m"),
        Words.of("claimscaling.micro.title_m_rest", of.seed(), keptCells(), kept),
        Words.of("claimscaling.micro.title_m_brief", keptCells(), kept));
  }

  private int keptCells() {
    int kept = 0;
    for (int i = 0; i < ROWS * UNITS; i++) if (of.kept(i)) kept++;
    return kept;
  }

  private void drawBack(Pen pen, Theme theme, MicroscopeLayout at) {
    CellGrid back = at.grid(0, true), m = at.grid(1, true), above = at.grid(2, true);
    fill(pen, theme, back, of.back(), cell -> of.kept(cell) ? Look.KEPT : Look.GONE);
    fill(pen, theme, m, of.mask(), cell -> of.kept(cell) ? Look.FACTOR : Look.CROSS);
    fill(pen, theme, above, of.gradient(), cell -> Look.PLAIN);
    Operators.equals(pen, theme, at.operatorX(0), (m.top() + m.bottom()) / 2);
    Operators.times(pen, theme, at.operatorX(1), (m.top() + m.bottom()) / 2);
    double baseline = m.top() - 8, room = UNITS * at.across() + 30;
    int zeros = 0;
    for (int i = 0; i < ROWS * UNITS; i++) if (of.back().get(i) == 0) zeros++;
    Heading.draw(pen, theme, back.left(), baseline, room, Words.of("claimscaling.micro.title_back"),
        Words.of("claimscaling.micro.title_back_rest", zeros));
    Heading.draw(pen, theme, m.left(), baseline, room, Words.of("claimscaling.micro.title_m"),
        Words.of("claimscaling.micro.title_same"));
    Heading.draw(pen, theme, above.left(), baseline, room, Words.of("claimscaling.micro.title_above"),
        Words.of("claimscaling.micro.title_above_rest"));
    drawDown(pen, theme, m.centreX(2), at.grid(1, false).bottom() + 5, at);
  }

  /// The same mask is used on the way back.
  private static void drawDown(Pen pen, Theme theme, double x, double y, MicroscopeLayout at) {
    pen.stroke(theme.accent(), 1.4, Marks.SOLID);
    pen.line(x, y, x, y + 13);
    pen.polyline(new double[] {x - 4, x, x + 4}, new double[] {y + 9, y + 13, y + 9}, 3);
    pen.fill(theme.accent());
    Fitted.text(pen, Words.of("claimscaling.micro.same"), x + 10, y + 11, SMALL, at.grid(2, false).left() + 90 - x);
  }

  @FunctionalInterface
  private interface Looks {
    Look of(int cell);
  }

  private void fill(Pen pen, Theme theme, CellGrid grid, Matrix values, Looks looks) {
    for (int i = 0; i < ROWS * UNITS; i++) grid.draw(pen, theme, i / UNITS, i % UNITS, values.get(i), looks.of(i));
  }

  private void drawFollowed(Pen pen, Theme theme, MicroscopeLayout at) {
    CellGrid x = at.grid(0, false);
    double top = x.top() + of.row() * at.down() - .5, right = at.width() - 1;
    pen.stroke(theme.ink(), 1.3, Marks.SOLID);
    pen.strokeRoundRect(.5, top, right - .5, at.down() + 1, 3);
    double left = x.left() + of.unit() * at.across();
    pen.stroke(theme.ink(), 1.6, Marks.SOLID);
    pen.line(left + 5, top + at.down() - 2, left + at.across() - 5, top + at.down() - 2);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    MicroscopeLayout at = new MicroscopeLayout(width, height);
    if (!at.worded()) return Optional.empty();
    Optional<Hit> means = at.means().hit(means(), x, y);
    if (means.isPresent() || !at.whole()) return means;
    return at.rates().hit(rates(), x, y).or(() -> new MicroscopeSums(of, at).hit(x, y)).or(() -> cell(at, x, y));
  }

  private Optional<Hit> cell(MicroscopeLayout at, double x, double y) {
    for (int column = 0; column < 3; column++)
      for (boolean back : new boolean[] {false, true}) {
        int cell = at.grid(column, back).cell(x, y);
        if (cell < 0) continue;
        return Optional.of(of.own() && column == 0 && !back ? new Hit.Number("x", cell, told(cell))
            : new Hit.Setting("follow", List.of(cell / UNITS + 1.0, cell % UNITS + 1.0), told(cell)));
      }
    return Optional.empty();
  }

  private String told(int cell) {
    String rand = Numbers.fixed(of.uniforms().get(cell), 4), y = Numbers.brief(of.y().get(cell));
    return Words.of("claimscaling.micro.told_cell", cell / UNITS + 1, cell % UNITS + 1) + "\n"
        + (of.kept(cell) ? Words.of("claimscaling.micro.told_kept", rand, Numbers.brief(of.mask().get(cell)))
            : Words.of("claimscaling.micro.told_dropped", rand)) + "\n"
        + Words.of("claimscaling.micro.told_forward", Numbers.brief(of.x().get(cell)), y) + "\n"
        + Words.of("claimscaling.micro.told_back", Numbers.brief(of.gradient().get(cell)),
        Numbers.brief(of.back().get(cell)));
  }
}
