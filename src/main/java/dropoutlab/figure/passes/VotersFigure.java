package dropoutlab.figure.passes;

import dropoutlab.data.Schema;
import dropoutlab.figure.learned.DecisionFigure;
import dropoutlab.figure.network.ThinnedNetwork;
import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.PointPasses.Voter;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Weights;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Some of the thinned networks that answered at one input, grouped by what they said: a row a class that got a vote,
/// with how many votes; or for regression the lowest and the highest answers. Where there is not room for every class,
/// those with most votes are shown.
public final class VotersFigure implements Figure {
  private static final double GAP = 12;
  private static final double NARROWEST = 74;
  private static final double WIDEST = 260;
  private static final double LOWEST = 56;

  private final PointPasses passes;
  private final Schema schema;
  private final Optional<Weights> weights;
  private final List<Group> groups;
  private final int[] votes;

  private record Group(int side, List<Voter> voters) {}

  /// Where a voter stands: `net` for its units, with a line of words below it.
  private record Spot(Voter voter, Inset net) {}

  /// @param weights the network's: with them the edges that are left are drawn too
  public VotersFigure(PointPasses passes, Schema schema, Optional<Weights> weights) {
    this.passes = passes;
    this.schema = schema;
    this.weights = weights;
    this.votes = passes.scores().isPresent() ? votes(passes.values()) : new int[0];
    Map<Integer, List<Voter>> bySide = new TreeMap<>();
    for (Voter voter : passes.voters()) bySide.computeIfAbsent(voter.side(), _ -> new ArrayList<>()).add(voter);
    this.groups = bySide.entrySet().stream()
        .map(each -> new Group(each.getKey(), List.copyOf(each.getValue()))).toList();
  }

  /// A pass votes for its most probable class, the first on a tie.
  private static int[] votes(Matrix values) {
    int[] votes = new int[values.cols()];
    for (int t = 0; t < values.rows(); t++) votes[DecisionFigure.best(values, t)]++;
    return votes;
  }

  private double size(double width, double height) { return Axes.textSize(width, height); }

  /// The groups that there is room for, in the order of their sides.
  private List<Group> shown(double width, double height) {
    int room = Math.max(1, (int) (height / (LOWEST + 3.2 * size(width, height))));
    if (groups.size() <= room) return groups;
    Comparator<Group> most = Comparator.comparingInt(group -> group.side < votes.length ? -votes[group.side] : 0);
    return groups.stream().sorted(most).limit(room).sorted(Comparator.comparingInt(Group::side)).toList();
  }

  private List<Spot> spots(Group group, int row, int rows, double width, double height) {
    double size = size(width, height);
    int most = groups.stream().mapToInt(each -> each.voters.size()).max().orElse(1);
    int columns = Math.clamp((int) ((width + GAP) / (NARROWEST + GAP)), 1, most);
    double each = Math.min(WIDEST, (width - (columns - 1) * GAP) / columns);
    double band = height / rows;
    double head = 1.7 * size;
    List<Spot> spots = new ArrayList<>();
    for (int i = 0; i < Math.min(columns, group.voters.size()); i++)
      spots.add(new Spot(group.voters.get(i),
          new Inset(i * (each + GAP), row * band + head, each, band - head - 2.1 * size)));
    return spots;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    if (groups.isEmpty()) {
      drawNone(pen, theme, width, height);
      return;
    }
    List<Group> shown = shown(width, height);
    boolean worded = Axes.roomForWords(width, height);
    for (int row = 0; row < shown.size(); row++) {
      Group group = shown.get(row);
      if (worded) drawHead(pen, theme, group, row * height / shown.size(), width, height);
      for (Spot spot : spots(group, row, shown.size(), width, height)) {
        new ThinnedNetwork(spot.voter, weights, spot.net).draw(pen, theme);
        if (worded) drawAnswer(pen, theme, spot, size(width, height));
      }
    }
  }

  private static void drawNone(Pen pen, Theme theme, double width, double height) {
    Type type = new Type(Face.TEXT, Axes.textSize(width, height));
    pen.fill(theme.muted());
    pen.text(Fit.within(pen, Words.of("passes.voters.none"), type, width), width / 2, height / 2, type,
        Align.CENTRE);
  }

  private void drawHead(Pen pen, Theme theme, Group group, double top, double width, double height) {
    double size = size(width, height);
    double left = 0;
    boolean classes = passes.scores().isPresent();
    if (classes) {
      int colour = Palette.categorical(theme, group.side);
      new Marks().classDot(pen, group.side, .4 * size, top + .66 * size, .36 * size, colour, theme.ink(), .7);
      left = 1.2 * size;
    }
    Type bold = new Type(Face.TEXT_BOLD, size);
    Type plain = new Type(Face.TEXT, size);
    String head = Fit.within(pen, classes ? Words.of("passes.voters.for", schema.classes().get(group.side))
        : Words.of(group.side == 0 ? "passes.voters.lowest" : "passes.voters.highest"), bold, width - left);
    pen.fill(theme.ink());
    pen.text(head, left, top + size, bold, Align.LEFT);
    double next = left + pen.textWidth(head + "  ", bold);
    int all = passes.values().rows();
    String count = classes ? Words.count("passes.voters.votes", all, votes[group.side])
        : Words.count("passes.voters.answers", all);
    pen.fill(theme.muted());
    pen.text(Fit.firstThatFits(pen, plain, width - next, count, ""), next, top + size, plain, Align.LEFT);
  }

  /// Two digits of that of the passes count, where they differ.
  private double spread() {
    List<Double> sd = passes.convergence().sd();
    return sd.isEmpty() || !(sd.getLast() > 0) ? schema.targetSpread() : 10 * sd.getLast();
  }

  private String answer(Voter voter) {
    if (passes.scores().isPresent())
      return Words.of("figure.equals", Words.of("figure.probability", schema.classes().get(passes.column())),
          Numbers.fixed(voter.value(), 2));
    return Numbers.reading(voter.value(), spread());
  }

  private void drawAnswer(Pen pen, Theme theme, Spot spot, double size) {
    Type words = new Type(Face.TEXT, size - 1);
    Type number = new Type(Face.NUMBER, size - 1);
    double baseline = spot.net.bottom() + 1.25 * size;
    double centre = spot.net.left() + spot.net.width() / 2;
    String brief = passes.scores().isPresent() ? Numbers.fixed(spot.voter.value(), 2)
        : Numbers.reading(spot.voter.value(), schema.targetSpread());
    String value = Fit.firstThatFits(pen, number, spot.net.width(), answer(spot.voter), brief);
    double wide = pen.textWidth(value, number);
    String pass = Words.of("passes.voters.pass", spot.voter.pass() + 1);
    boolean both = wide + 10 + pen.textWidth(pass, words) <= spot.net.width();
    double from = centre - (both ? wide + 10 + pen.textWidth(pass, words) : wide) / 2;
    pen.fill(theme.ink());
    pen.text(value, from, baseline, number, Align.LEFT);
    pen.fill(theme.muted());
    if (both) pen.text(pass, from + wide + 10, baseline, words, Align.LEFT);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    List<Group> shown = shown(width, height);
    return IntStream.range(0, shown.size()).boxed()
        .flatMap(row -> spots(shown.get(row), row, shown.size(), width, height).stream())
        .filter(spot -> spot.net.contains(x, y)).findFirst()
        .map(spot -> new Hit.Pass(spot.voter.pass(),
            Words.of("passes.voters.told", spot.voter.pass() + 1, answer(spot.voter))
                + new ThinnedNetwork(spot.voter, weights, spot.net).told()));
  }

  @Override public Description describe() { return new VotersTold(passes, schema, votes).describe(); }

  @Override public Optional<DataTable> table() { return new VotersTold(passes, schema, votes).table(); }
}
