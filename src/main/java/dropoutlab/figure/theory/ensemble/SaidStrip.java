package dropoutlab.figure.theory.ensemble;

import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.GuessMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.EnsemblePicture.Networks;
import dropoutlab.frame.bench.EnsemblePicture.Wall;
import dropoutlab.frame.bench.Verdict;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What all networks say at the cross, a brick each, on an axis of log odds: there the geometric mean is the point on which
/// the bricks balance.
final class SaidStrip {
  private static final Type TEXT = new Type(Face.TEXT, 11), BOLD = new Type(Face.TEXT_BOLD, 11), NUMBER = new Type(Face.NUMBER, 10.5);
  private static final double BIN = 10.5;
  private static final double HEAD = 36;
  private static final double FOOT = 17;
  private static final double FARTHEST = 12;
  private static final double LEAST_BRICK = 2.6;
  private static final double EACH_BRICK_UP_TO = 600;
  private static final double[] TICKS = {1e-5, 1e-4, .001, .01, .1, .5, .9, .99, .999, .9999, .99999};

  private final Wall of;
  private final Networks networks;
  private final Showing showing;
  private final Inset at;
  private final double least;
  private final double most;
  private final List<List<Integer>> bins = new ArrayList<>();
  private final double heaviest;

  SaidStrip(Wall of, Showing showing, Inset at) {
    this.of = of;
    this.showing = showing;
    this.at = at;
    networks = of.networks();
    double[] logits = new double[networks.count()];
    double low = logit(value(of.values().average())), high = low;
    for (int i = 0; i < logits.length; i++) {
      logits[i] = logit(networks.said().get(i));
      low = Math.min(low, logits[i]);
      high = Math.max(high, logits[i]);
    }
    double room = Math.max(.25, .04 * (high - low));
    least = low - room;
    most = high + room;
    for (int i = 0; i < Math.max(1, (int) (at.width() / BIN)); i++) bins.add(new ArrayList<>());
    // What passes drew stands below.
    for (boolean drawn : new boolean[] {true, false})
      for (int i = 0; i < logits.length; i++) if (drawn(i) == drawn) bins.get(bin(xOf(logits[i]))).add(i);
    heaviest = bins.stream().mapToDouble(this::weight).max().orElse(1);
  }

  private static double value(Matrix one) { return one.get(0); }

  private static double logit(double probability) {
    return Math.clamp(Math.log(probability / (1 - probability)), -FARTHEST, FARTHEST);
  }

  private boolean drawn(int network) { return networks.drawn().get(network) > 0; }

  private double weight(List<Integer> bin) { return bin.stream().mapToDouble(networks.shares()::get).sum(); }

  private double x(double probability) { return xOf(logit(probability)); }

  private double xOf(double logit) { return at.left() + (logit - least) / (most - least) * at.width(); }

  private int bin(double x) { return Math.clamp((int) ((x - at.left()) / at.width() * bins.size()), 0, bins.size() - 1); }

  private double floor() { return at.bottom() - FOOT; }

  private double tallest() { return floor() - at.top() - HEAD; }

  void draw(Pen pen, Theme theme) {
    Heading.draw(pen, theme, at.left(), at.top() + 10, at.width(), of.window().isPresent() ? Words.of("claimensemble.wall.strip")
        : Words.of("claimensemble.wall.strip.hand"), rest(), Words.of("claimensemble.wall.strip.brief"));
    for (int i = 0; i < bins.size(); i++) drawBin(pen, theme, i);
    pen.stroke(theme.ink(), 1, Marks.SOLID);
    pen.line(at.left(), floor() + .5, at.right(), floor() + .5);
    drawTicks(pen, theme);
    drawMeans(pen, theme);
  }

  private String rest() {
    String name = of.window().isPresent() ? Words.of("claimensemble.wall.name") : Words.of("claimensemble.wall.name.hand");
    if (networks.count() > EACH_BRICK_UP_TO) return Words.of("claimensemble.wall.strip.many", name);
    boolean alike = networks.shares().max() < (1 + 1e-9) * networks.shares().min();
    return alike ? Words.of("claimensemble.wall.strip.rest", name) : Words.of("claimensemble.wall.strip.likely", name);
  }

  private double brick(int network) { return networks.shares().get(network) / heaviest * tallest(); }

  private void drawBin(Pen pen, Theme theme, int i) {
    double wide = at.width() / bins.size(), left = at.left() + i * wide, y = floor();
    boolean bricks = networks.count() <= EACH_BRICK_UP_TO;
    double merged = 0;
    for (int k = 0; k < bins.get(i).size(); k++) {
      int network = bins.get(i).get(k);
      merged += brick(network);
      boolean last = k + 1 == bins.get(i).size() || drawn(network) != drawn(bins.get(i).get(k + 1));
      if (!last && !(bricks && merged >= LEAST_BRICK)) continue;
      pen.fill(drawn(network) ? theme.accent() : Palette.mix(theme.card(), theme.faint(), .55));
      pen.fillRect(left + .5, y - merged + .5, wide - 1, Math.max(.4, merged - (merged >= LEAST_BRICK ? 1 : 0)));
      y -= merged;
      merged = 0;
    }
  }

  private void drawTicks(Pen pen, Theme theme) {
    pen.fill(theme.muted());
    double taken = Double.NEGATIVE_INFINITY;
    for (double tick : TICKS) {
      String text = Numbers.brief(tick);
      double x = x(tick), half = pen.textWidth(text, NUMBER) / 2;
      boolean under = Math.abs(x - x(value(of.values().geometric()))) < half + 7;
      if (logit(tick) < least || logit(tick) > most || x - half < Math.max(at.left(), taken) || x + half > at.right() || under) continue;
      pen.stroke(theme.muted(), 1, Marks.SOLID);
      pen.line(x, floor(), x, floor() + 3);
      pen.text(text, x, at.bottom() - 3, NUMBER, Align.CENTRE);
      taken = x + half + 8;
    }
  }

  private void drawMeans(Pen pen, Theme theme) {
    double geometric = value(of.values().geometric()), off = value(of.values().off()), average = value(of.values().average());
    boolean balances = of.gaps().getFirst().verdict() == Verdict.EQUAL;
    double x = x(geometric);
    pen.fill(theme.ink());
    pen.polygon(new double[] {x - 5, x + 5, x}, new double[] {floor() + 10, floor() + 10, floor() + 1}, 3);
    List<Name> names = new ArrayList<>();
    names.add(balances ? new Name(Words.of("claimensemble.wall.balance.off", Numbers.fixed(off, 3)), TEXT, x, true)
        : new Name(Words.of("claimensemble.wall.balance", Numbers.fixed(geometric, 3), Numbers.fixed(off, 3)), TEXT, Math.min(x, x(off)), true));
    if (!showing.hidden()) names.add(new Name(Words.of("claimensemble.wall.average.says", Numbers.fixed(average, 3)), BOLD, x(average), false));
    if (!balances) names.add(new Name("", TEXT, Math.max(x, x(off)), true));
    drawNames(pen, theme, names);
    if (Double.isFinite(showing.guessed(0))) drawGuess(pen, theme, showing.guessed(0));
  }

  /// Below the names, with the bricks behind it paled.
  private void drawGuess(Pen pen, Theme theme, double guess) {
    double x = Math.clamp(x(guess), at.left() + 6, at.right() - 6), y = at.top() + HEAD + 4;
    String text = Words.of("claimensemble.wall.guess", Numbers.fixed(guess, 2));
    double wide = pen.textWidth(text, TEXT), left = x + 10 + wide <= at.right() ? x + 10 : x - 10 - wide;
    pen.stroke(theme.ink(), 1, 1.5, 2.5);
    pen.line(x, y, x, floor());
    pen.fill(Palette.withAlpha(theme.card(), .85));
    pen.fillRect(left - 2, y - 8, wide + 4, 15);
    pen.fill(theme.ink());
    pen.text(text, left, y + 4, TEXT, Align.LEFT);
    GuessMark.draw(pen, x, y, 5, theme);
  }

  /// @param dotted whether its line is
  private record Name(String text, Type type, double x, boolean dotted) {}

  /// Each name beside its line, on the side where there is room, or left out.
  private void drawNames(Pen pen, Theme theme, List<Name> names) {
    List<double[]> taken = new ArrayList<>();
    for (Name name : names) taken.add(new double[] {name.x - 3, name.x + 3});
    for (int i = 0; i < names.size(); i++) {
      Name name = names.get(i);
      pen.stroke(theme.ink(), name.dotted ? 1.2 : 1.8, name.dotted ? new double[] {1.5, 2.5} : Marks.SOLID);
      if (name.x >= at.left() && name.x <= at.right()) pen.line(name.x, at.top() + 18, name.x, floor());
      if (name.text.isEmpty()) continue;
      double wide = pen.textWidth(name.text, name.type);
      for (double left : new double[] {name.x - wide - 5, name.x + 5}) {
        if (left < at.left() || left + wide > at.right() || !free(taken, i, left, left + wide)) continue;
        pen.fill(theme.ink());
        pen.text(name.text, left, at.top() + 27, name.type, Align.LEFT);
        taken.add(new double[] {left - 4, left + wide + 4});
        break;
      }
    }
  }

  private static boolean free(List<double[]> taken, int own, double left, double right) {
    for (int i = 0; i < taken.size(); i++)
      if (i != own && left < taken.get(i)[1] && right > taken.get(i)[0]) return false;
    return true;
  }

  Optional<Hit> hit(double x, double y) {
    if (!at.contains(x, y) || y < at.top() + 14) return Optional.empty();
    double probability = 1 / (1 + StrictMath.exp(-(least + (x - at.left()) / at.width() * (most - least))));
    List<Integer> bin = bins.get(bin(x));
    String text = Words.count("claimensemble.wall.bin", bin.size(), Numbers.brief(probability), bin.stream().filter(this::drawn).count());
    return Optional.of(showing.hidden() ? new Hit.Guess(0, Math.rint(100 * probability) / 100, text)
        : new Hit.Place(probability, weight(bin), text));
  }
}
