package dropoutlab.figure.theory.features;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.BenchFigure;
import dropoutlab.figure.theory.Dragged;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.SidesPlot;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.bench.FeaturesPicture.Sparse;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.Optional;
import java.util.OptionalInt;

/// What the hidden units of a network with dropout and of its twin learnt: their weights as pictures, what they put
/// out, what their loss costs, and how all that is with other seeds. A unit that is pointed at is enlarged.
record SparseFigure(Sparse of, Showing showing) implements BenchFigure {
  private static final Type NUMBER = new Type(Face.NUMBER_BOLD, 12);

  @Override public Told told() { return new SparseTold(of, showing); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    SparseLayout at = SparseLayout.of(width, height);
    boolean titled = at.own().top() > 10;
    if (titled) drawTitle(pen, at.own(), false, theme);
    own().draw(pen, at.own(), pointed(false), theme);
    at.twin().ifPresent(twin -> {
      drawTitle(pen, twin, true, theme);
      twin().draw(pen, twin, pointed(true), theme);
    });
    at.values().ifPresent(values -> drawValues(pen, values, theme));
    SparsePlots plots = new SparsePlots(of);
    at.costs().ifPresent(costs -> {
      Axes axes = drawPlot(pen, costs, plots.costs(), theme, Words.of("claimfeatures.sparse.costs"),
          Words.of(of.reconstructs() ? "autoencoder.sparse.costs_rest" : "claimfeatures.sparse.costs_rest"));
      plots.nameCosts(room(costs).on(pen), axes, theme);
    });
    at.away().ifPresent(away -> {
      Axes axes = drawPlot(pen, away, plots.away(), theme, Words.of("claimfeatures.sparse.away"),
          Words.of(of.reconstructs() ? "autoencoder.sparse.away_rest" : "claimfeatures.sparse.away_rest"));
      plots.nameAway(room(away).on(pen), axes, theme);
    });
    at.seeds().ifPresent(seeds -> seeds().draw(pen, seeds, theme));
  }

  private SparseTiles own() { return SparseTiles.of(of, of.own()); }

  private SparseTiles twin() { return SparseTiles.of(of, of.twin()); }

  private SparseValues values() { return new SparseValues(of, showing.hidden(), showing.guessed(0)); }

  private SparseSeeds seeds() { return new SparseSeeds(of, showing.hidden(), showing.guessed(0)); }

  /// Units are numbered through, those of the network first.
  private OptionalInt pointed(boolean twin) {
    int from = twin ? of.own().count() : 0;
    boolean its = showing.pointed().isPresent() && showing.pointed().getAsInt() >= from
        && showing.pointed().getAsInt() < from + of.own().count();
    return its ? OptionalInt.of(showing.pointed().getAsInt() - from) : OptionalInt.empty();
  }

  private void drawTitle(Pen pen, Inset at, boolean twin, Theme theme) {
    double baseline = at.top() - 7;
    if (twin) {
      Heading.draw(pen, theme, at.left(), baseline, at.width(), Words.of("claimfeatures.sparse.twin_title"),
          Words.of(of.learnt() ? "claimfeatures.sparse.learnt" : "claimfeatures.sparse.weights"));
      return;
    }
    Dragged p = p(at), units = units(at);
    pen.fill(theme.accent());
    p.draw(pen, theme);
    pen.fill(theme.ink());
    units.draw(pen, theme);
  }

  private Dragged p(Inset at) {
    return new Dragged("p", 0, Shown.dropRate(of.p()), at.left(), at.top() - 7, NUMBER,
        Words.of("claimfeatures.sparse.drag", Shown.dropRate(of.p())));
  }

  private Dragged units(Inset at) {
    String number = Words.count("claimfeatures.sparse.units", of.own().count());
    double left = Math.max(p(at).right() + 12, at.right() - TextMeasure.width(number, NUMBER));
    return new Dragged("units", 0, number, left, at.top() - 7, NUMBER, Words.of("claimfeatures.sparse.drag", number));
  }

  private void drawValues(Pen pen, Inset at, Theme theme) {
    if (pointed(false).isPresent()) new SparseUnitPanel(of, false, pointed(false).getAsInt()).draw(pen, at, theme);
    else if (pointed(true).isPresent()) new SparseUnitPanel(of, true, pointed(true).getAsInt()).draw(pen, at, theme);
    else values().draw(pen, at, theme);
  }

  private static Axes drawPlot(Pen pen, Inset at, SidesPlot plot, Theme theme, String title, String rest) {
    Heading.draw(pen, theme, at.left(), at.top() + 13, at.width(), title, rest,
        Words.of("claimfeatures.sparse.percent"));
    Inset room = room(at);
    plot.draw(room.on(pen), room.width(), room.height(), theme);
    return plot.axes(room.width(), room.height());
  }

  /// Below the title.
  private static Inset room(Inset at) { return new Inset(at.left(), at.top() + 16, at.width(), at.height() - 16); }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    SparseLayout at = SparseLayout.of(width, height);
    Optional<Hit> hit = tile(own(), at.own(), x, y, false);
    if (at.twin().isEmpty()) return hit;
    return hit.or(() -> p(at.own()).hit(x, y)).or(() -> units(at.own()).hit(x, y))
        .or(() -> at.twin().flatMap(place -> tile(twin(), place, x, y, true)))
        .or(() -> at.values().flatMap(place -> values().hit(place, x, y)))
        .or(() -> at.costs().flatMap(place -> plot(new SparsePlots(of).costs(), room(place), x, y)))
        .or(() -> at.away().flatMap(place -> plot(new SparsePlots(of).away(), room(place), x, y)))
        .or(() -> at.seeds().flatMap(place -> seeds().hit(place, x, y)));
  }

  private Optional<Hit> tile(SparseTiles tiles, Inset at, double x, double y, boolean twin) {
    OptionalInt unit = tiles.at(at, x, y);
    if (unit.isEmpty()) return Optional.empty();
    int u = unit.getAsInt();
    String zeros = Shown.percent(tiles.units().each().at(u, Sparse.Units.ZEROS), 1),
        cost = Shown.percent(tiles.units().worst(u), 1);
    String text = of.reconstructs() ? Words.of("autoencoder.sparse.tile_told", u + 1, zeros, cost)
        : Words.of("claimfeatures.sparse.tile_told", u + 1, zeros, of.classes().get(tiles.units().worstClass(u)), cost);
    return Optional.of(new Hit.Item(twin ? of.own().count() + u : u, text));
  }

  private static Optional<Hit> plot(SidesPlot plot, Inset at, double x, double y) {
    return at.contains(x, y) ? plot.hit(x - at.left(), y - at.top(), plot.axes(at.width(), at.height()))
        : Optional.empty();
  }
}
