package dropoutlab.figure.theory.ensemble;

import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.BenchFigure;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.bench.EnsemblePicture.Networks;
import dropoutlab.frame.bench.EnsemblePicture.Wall;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.Optional;
import java.util.OptionalInt;

/// All thinned networks as a wall of maps, what each says at the cross, and the two exact means against what the engine
/// answers.
record WallFigure(Wall of, Showing showing) implements BenchFigure {
  private static final Type TEXT = new Type(Face.TEXT, 11), NUMBER = new Type(Face.NUMBER, 10.5), BOLD = new Type(Face.NUMBER_BOLD, 11);
  private static final double KEPT_TITLE = 14;
  /// From this side on a tile has room for a number.
  private static final double NUMBERED = 36;

  private Networks networks() { return of.networks(); }

  private WallLayout layout(double width, double height) { return WallLayout.of(width, height, of.errors().isPresent()); }

  private NetworkWall wall(WallLayout layout) {
    Inset at = layout.wall();
    return new NetworkWall(networks(), layout.hasWords() ? new Inset(at.left(), at.top(), at.width() - KEPT_TITLE, at.height()) : at);
  }

  @Override public Told told() { return new WallTold(of, showing); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    WallLayout layout = layout(width, height);
    NetworkWall wall = wall(layout);
    ProbabilityColours colours = new ProbabilityColours(theme);
    wall.draw(pen, theme, colours);
    if (!layout.hasWords()) return;
    drawHead(pen, theme, layout);
    drawKept(pen, theme, wall);
    if (of.window().isEmpty() && wall.pitch() >= NUMBERED) drawNumbers(pen, theme, wall, colours);
    showing.pointed().ifPresent(network -> new PointedNetwork(of, wall, network).draw(pen, theme, colours));
    if (layout.strip() != null) new SaidStrip(of, showing, layout.strip()).draw(pen, theme);
    if (layout.hasTable()) new MeansTable(of, showing, layout).draw(pen, theme, colours);
    if (layout.errors() != null) new ErrorsChart(of.errors().orElseThrow(), of.passes(), layout.errors()).draw(pen, theme);
  }

  private void drawHead(Pen pen, Theme theme, WallLayout layout) {
    long drawn = networks().drawn().stream().filter(count -> count > 0).count();
    String passes = of.sampled() ? Words.of("claimensemble.wall.drawn.sampled", of.passes()) : Words.of("claimensemble.wall.drawn", drawn, of.passes());
    double right = layout.wall().right(), wide = pen.textWidth(passes, TEXT);
    String title = of.sampled() ? Words.of("claimensemble.wall.title.sampled", Numbers.count(networks().count()), Numbers.count(of.all()))
        : Words.of("claimensemble.wall.title", Numbers.count(of.all()));
    double end = Heading.draw(pen, theme, 0, 12, right - wide - 30, title, of.window().isPresent() ? Words.of("claimensemble.wall.title.rest") : Words.of("claimensemble.wall.title.hand"));
    if (end + 20 > right - wide) return;
    pen.fill(theme.accent());
    pen.text(passes, right, 12, TEXT, Align.RIGHT);
    NetworkWall.corner(pen, theme.accent(), right - wide - 5, 3.5, 8);
  }

  /// How many units are kept, and how likely that is.
  private void drawKept(Pen pen, Theme theme, NetworkWall wall) {
    double y = wall.bottom() + 13, taken = -1, likely = -1;
    for (int g = 0; g < wall.groups().size(); g++) {
      int kept = wall.groups().get(g).kept();
      double x = (wall.left(g) + wall.right(g)) / 2;
      taken = label(pen, theme.ink(), Numbers.count(kept), BOLD, x, y, taken);
      likely = label(pen, theme.accent(), percent(of.chances().get(kept)), NUMBER, x, y + 12, likely);
    }
    double left = Math.max(wall.right(), Math.max(taken, likely)) + 6;
    pen.fill(theme.muted());
    pen.text(Words.of("claimensemble.wall.kept"), left, y, TEXT, Align.LEFT);
    pen.fill(theme.accent());
    pen.text(Words.of("claimensemble.wall.percent"), left, y + 12, TEXT, Align.LEFT);
  }

  /// Two digits where it is less than one in a hundred.
  private static String percent(double share) {
    return share < 5e-5 ? "0" : Numbers.fixed(100 * share, share < .00095 ? 2 : share < .0095 ? 1 : 0);
  }

  private static double label(Pen pen, int colour, String text, Type type, double x, double y, double taken) {
    double half = pen.textWidth(text, type) / 2, at = Math.max(half, x);
    if (at - half <= taken) return taken;
    pen.fill(colour);
    pen.text(text, at, y, type, Align.CENTRE);
    return at + half + 3;
  }

  private void drawNumbers(Pen pen, Theme theme, NetworkWall wall, ProbabilityColours colours) {
    for (int i = 0; i < networks().count(); i++) {
      Inset place = wall.place(i);
      double says = networks().said().get(i);
      pen.fill(Palette.inkOn(theme, colours.of(says)));
      pen.text(Numbers.fixed(says, 3), place.left() + place.width() / 2, place.top() + place.height() / 2 + 4, NUMBER, Align.CENTRE);
    }
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    WallLayout layout = layout(width, height);
    NetworkWall wall = wall(layout);
    OptionalInt network = wall.network(x, y);
    if (network.isPresent()) return Optional.of(new Hit.Item(network.getAsInt(), told(network.getAsInt())));
    Optional<Hit> hit = Optional.empty();
    if (layout.strip() != null) hit = new SaidStrip(of, showing, layout.strip()).hit(x, y);
    if (hit.isEmpty() && layout.hasTable()) hit = new MeansTable(of, showing, layout).hit(x, y);
    return hit.isEmpty() && layout.errors() != null
        ? new ErrorsChart(of.errors().orElseThrow(), of.passes(), layout.errors()).hit(x, y) : hit;
  }

  private String told(int network) {
    return Words.of("claimensemble.wall.network", networks().kept(network), networks().units(),
        Numbers.fixed(networks().said().get(network), 3), Shown.percent(networks().shares().get(network), 2),
        networks().drawn().get(network));
  }
}
