package dropoutlab.figure.variant.time;

import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.RecurrentLayer.Slot;
import dropoutlab.figure.variant.RecurrentLayer.Where;
import dropoutlab.figure.variant.RecurrentLayer;
import dropoutlab.figure.variant.Site;
import dropoutlab.figure.variant.SiteStrip.Box;
import dropoutlab.figure.variant.SiteStrip.Placed;
import dropoutlab.figure.variant.SiteStrip;
import dropoutlab.figure.variant.Sites;
import dropoutlab.figure.variant.Versus;
import dropoutlab.frame.ColumnView;
import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.LayerView;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The layers of a recurrent network in one line, with a loop above each recurrent layer on which the dropout of its
/// state stands.
final class TimeStrip implements Figure {
  static final double HEIGHT = 56;
  private static final double LOOP = 16, TOP = 20, INSIDE = 12, FOOT = 28;

  private final Versus versus;
  private final int front;
  private final List<Site> sites;
  private final List<Box> boxes = new ArrayList<>();
  /// The boxes of the recurrent layers, in their order, and the sites on the loop of each.
  private final List<Box> recurrent = new ArrayList<>();
  private final List<List<Integer>> loops = new ArrayList<>();

  TimeStrip(Versus versus, int front, Schema schema, DataSpec data) {
    this.versus = versus;
    this.front = front;
    sites = Sites.of(versus, versus.a());
    List<LayerView> layers = RecurrentLayer.flat(versus.a().view()).toList();
    int steps = RecurrentLayer.of(versus.a()).getFirst().view().steps();
    boolean words = layers.getFirst() instanceof LayerView.Embedding;
    boolean text = data instanceof DataSpec.Text;
    String inputs = text ? "time.strip.characters" : words ? "time.strip.words" : "time.strip.steps";
    boxes.add(Box.end(Words.count(inputs, steps)));
    layers.forEach(this::add);
    List<ColumnView> columns = versus.a().view().layers();
    for (int i = 0; i < columns.size() - 1; i++) {
      if (i > 0) boxes.add(Box.layer(Words.of("time.strip.dense_of", columns.get(i).units())));
      addSite(Sites.columns(versus).indexOf(i));
    }
    boxes.add(Box.layer(Words.of("time.strip.dense")));
    boxes.add(Box.end(answer(schema, data)));
  }

  private static String answer(Schema schema, DataSpec data) {
    Optional<GeneratedSet> set = data instanceof DataSpec.Generated made ? Optional.of(made.set()) : Optional.empty();
    if (set.filter(GeneratedSet.TEMPORAL_ORDER::equals).isPresent()) return Words.of("time.strip.order");
    if (set.filter(GeneratedSet.ADDING_PROBLEM::equals).isPresent()) return Words.of("time.strip.sum");
    return data instanceof DataSpec.Text ? Words.of("time.strip.next") : schema.target();
  }

  private void add(LayerView layer) {
    switch (layer) {
      case LayerView.Embedding embedding -> {
        boxes.add(Box.layer(Words.of("time.strip.embedding", embedding.width())));
        addSite(number(embedding.dropped()));
      }
      case LayerView.Recurrent _ -> addRecurrent();
      case LayerView.Sequence sequence -> sequence.dropped().ifPresent(dropped -> addSite(number(dropped)));
      case LayerView.Units units -> units.dropped().ifPresent(dropped -> addSite(number(dropped)));
      case LayerView.Maps _, LayerView.Attention _, LayerView.Block _ -> { }
    }
  }

  private void addRecurrent() {
    int layer = recurrent.size();
    RecurrentLayer of = RecurrentLayer.of(versus.a()).get(layer);
    String cell = Words.name("time.cell_name", of.spec().cell());
    Box box = Box.layer(Words.of("time.strip.recurrent", cell, of.view().units()));
    addSite(number(new Where(layer, Slot.INPUTS)));
    boxes.add(box);
    recurrent.add(box);
    loops.add(IntStream.of(number(new Where(layer, Slot.STATE)), number(new Where(layer, Slot.MEMORY)))
        .filter(i -> i >= 0).boxed().toList());
    addSite(number(new Where(layer, Slot.OUTPUTS)));
  }

  private void addSite(int number) {
    if (number >= 0) boxes.add(Box.site(number, sites.get(number).name()));
  }

  private int number(Dropped dropped) {
    return IntStream.range(0, sites.size()).filter(i -> sites.get(i).dropped() == dropped).findFirst().orElse(-1);
  }

  private int number(Where where) {
    return IntStream.range(0, sites.size()).filter(i -> Sites.recurrent(versus, i).filter(where::equals).isPresent())
        .findFirst().orElse(-1);
  }

  private Inset line(double width, double height) { return new Inset(0, TOP, width, height - TOP); }

  private SiteStrip strip() { return new SiteStrip(boxes, front); }

  /// The loops that there is room for.
  private record Loop(Placed box, List<Integer> sites) {
    double x(int i) { return box.left() + (box.right() - box.left()) * (i + 1) / (sites.size() + 1); }
  }

  private List<Loop> loops(double width) {
    List<Loop> found = new ArrayList<>();
    for (Placed each : strip().placed(width))
      for (int i = 0; i < recurrent.size(); i++)
        if (each.box() == recurrent.get(i)) found.add(new Loop(each, loops.get(i)));
    return found;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    for (Loop loop : loops(width)) drawLoop(pen, theme, loop);
    line(width, height).draw(pen, strip(), theme);
    for (Loop loop : loops(width))
      for (int i = 0; i < loop.sites.size(); i++)
        SiteStrip.drawSite(pen, theme, loop.x(i), LOOP, loop.sites.get(i), loop.sites.get(i) == front);
    if (front >= 0 && front < sites.size()) drawName(pen, theme, width);
  }

  private static void drawLoop(Pen pen, Theme theme, Loop loop) {
    double left = loop.box.left() + INSIDE - 5, right = loop.box.right() - INSIDE + 5;
    pen.stroke(theme.muted(), 1, Marks.SOLID);
    pen.polyline(new double[] {right, right, left, left}, new double[] {FOOT, LOOP, LOOP, FOOT}, 4);
    pen.polyline(new double[] {left - 3, left, left + 3}, new double[] {FOOT - 4, FOOT, FOOT - 4}, 3);
  }

  /// What is dropped at the place in front, beside its loop.
  private void drawName(Pen pen, Theme theme, double width) {
    Type type = new Type(Face.TEXT_BOLD, 11);
    String name = sites.get(front).name();
    loops(width).stream().filter(loop -> loop.sites.contains(front)).findFirst().ifPresent(loop -> {
      double left = loop.box.right() - INSIDE + 12;
      if (left + pen.textWidth(name, type) > width) return;
      pen.fill(theme.accent());
      pen.text(name, left, LOOP + 4, type, Align.LEFT);
    });
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    for (Loop loop : loops(width))
      for (int i = 0; i < loop.sites.size(); i++)
        if (Math.hypot(x - loop.x(i), y - LOOP) <= SiteStrip.CIRCLE + 1)
          return Optional.of(new Hit.Site(loop.sites.get(i), sites.get(loop.sites.get(i)).name()));
    return line(width, height).hit(strip(), x, y);
  }
}
