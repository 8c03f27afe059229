package dropoutlab.figure.network;

import dropoutlab.figure.network.NetworkLayout.Column;
import dropoutlab.figure.network.NetworkLayout.Kind;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.ColumnView;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NetworkView;
import java.util.Arrays;
import java.util.List;

/// The edges of a thinned network: one curve a weight between circles, the strongest surviving ones from or to a grid,
/// and a faint connector where the weights are not known.
///
/// Each weight (or gradient) is sorted into one of 12 levels of its size relative to the greatest of its layer, so that
/// the pen changes rarely. When there are very many edges the faintest levels are left out.
final class NetworkEdges {
  private static final int LEVELS = 12;
  /// Where factors count, edges can be so much stronger than the greatest weight.
  private static final int STRONGEST_LEVEL = 2 * LEVELS;
  private static final int MOST_EDGES = 1600;
  /// Between two layers of which one is a grid.
  private static final int STRONGEST = 130;
  private static final int BAND_POINTS = 24;

  private final List<ColumnView> layers;
  private final int example;
  private final boolean gradients;
  private final Thinning thinning;
  /// A signed level an edge, laid out as the weights; null where the weights are not known.
  private final byte[][] levels;
  /// The strongest surviving edges of a layer in the order of their places, computed when they are first wanted.
  private final int[][] strongest;

  /// The edge into layer `layer` nearest to a point, and how far away it runs.
  record Near(int layer, int from, int to, double distance) {}

  NetworkEdges(NetworkView view, int example, boolean gradients, Thinning thinning) {
    this.thinning = thinning;
    this.layers = view.layers();
    this.example = example;
    this.gradients = gradients && layers.stream().anyMatch(layer -> !layer.gradients().isEmpty());
    this.levels = new byte[layers.size()][];
    this.strongest = new int[layers.size()][];
    for (int l = 1; l < layers.size(); l++) levels[l] = levels(shown(layers.get(l)), l);
  }

  boolean showsGradients() { return gradients; }

  private Matrix shown(ColumnView layer) { return gradients ? layer.gradients() : layer.weights(); }

  private byte[] levels(Matrix table, int l) {
    if (table.isEmpty()) return null;
    float largest = (float) Math.max(Math.abs(table.min()), Math.abs(table.max()));
    byte[] levels = new byte[table.size()];
    if (!(largest > 0) || largest == Float.POSITIVE_INFINITY) return levels;
    for (int i = 0; i < levels.length; i++) {
      float factor = (float) factor(l - 1, i / table.cols());
      levels[i] = (byte) Math.clamp(Math.round(LEVELS * factor * (float) table.get(i) / largest), -STRONGEST_LEVEL,
          STRONGEST_LEVEL);
    }
    return levels;
  }

  /// By how much the edges that leave a unit are stronger than their weights.
  private double factor(int l, int unit) {
    Matrix mask = layers.get(l).mask();
    return !thinning.weighted() || gradients || mask.isEmpty() || !thinning.cutsEdges(l) ? 1 : mask.at(example, unit);
  }

  void draw(Pen pen, NetworkLayout layout, Theme theme) {
    List<Column> columns = layout.columns();
    int lowest = lowestLevel(columns);
    for (int l = 1; l < columns.size(); l++) {
      Column from = columns.get(l - 1);
      Column to = columns.get(l);
      if (levels[l] == null) drawConnector(pen, from, to, theme);
      else if (drawsAll(from, to)) drawCurves(pen, l, from, to, lowest, theme);
      else drawStrongest(pen, l, from, to, theme);
    }
  }

  private static boolean drawsAll(Column from, Column to) {
    return from.kind() == Kind.CIRCLES && to.kind() == Kind.CIRCLES;
  }

  private int highest() { return thinning.weighted() ? STRONGEST_LEVEL : LEVELS; }

  private int lowestLevel(List<Column> columns) {
    int[] count = new int[STRONGEST_LEVEL + 1];
    for (int l = 1; l < columns.size(); l++)
      if (levels[l] != null && drawsAll(columns.get(l - 1), columns.get(l)))
        for (byte level : levels[l]) count[Math.abs(level)]++;
    int lowest = highest();
    int drawn = count[lowest];
    while (lowest > 1 && drawn + count[lowest - 1] <= MOST_EDGES) drawn += count[--lowest];
    return lowest;
  }

  private void drawCurves(Pen pen, int l, Column from, Column to, int lowest, Theme theme) {
    double thickness = Math.clamp(Math.min(from.radius(), to.radius()) / 8, .6, 1.3);
    for (int size = lowest; size <= highest(); size++) {
      double share = (double) size / LEVELS;
      for (int sign = -1; sign <= 1; sign += 2) {
        pen.stroke(colour(theme, sign, .10 + .66 * share), thickness * (.5 + 2.1 * share), Marks.SOLID);
        drawLevel(pen, l, from, to, (byte) (sign * size));
      }
    }
  }

  private static int colour(Theme theme, int sign, double opacity) {
    return Palette.withAlpha(sign < 0 ? theme.negative() : theme.positive(), opacity);
  }

  private void drawLevel(Pen pen, int l, Column from, Column to, byte level) {
    byte[] ofEdge = levels[l];
    for (int i = 0; i < from.units(); i++)
      for (int j = 0; j < to.units(); j++)
        if (ofEdge[i * to.units() + j] == level && !gone(l, i, j)) drawEdge(pen, l, from, i, to, j);
  }

  private void drawEdge(Pen pen, int l, Column from, int i, Column to, int j) {
    double start = start(l, from) + 1;
    double end = to.left() - 1;
    double middle = (start + end) / 2;
    double y1 = from.portY(i);
    double y2 = to.portY(j);
    pen.curve(start, y1, middle, y1, middle, y2, end, y2);
  }

  /// Where the edges into layer `l` begin: behind the bars of the factors, where there are any.
  private double start(int l, Column from) {
    boolean bars = from.kind() == Kind.CIRCLES && thinning.kind(l - 1) == Thinning.Kind.FACTORS
        && !layers.get(l - 1).mask().isEmpty();
    return from.right() + (bars ? NoisyUnits.BARS : 0);
  }

  private void drawStrongest(Pen pen, int l, Column from, Column to, Theme theme) {
    int[] edges = strongest(l);
    for (int size = 1; size <= highest(); size++) {
      double share = (double) size / LEVELS;
      for (int sign = -1; sign <= 1; sign += 2) {
        pen.stroke(colour(theme, sign, .16 + .5 * share), .6 + 1.1 * share, Marks.SOLID);
        for (int edge : edges)
          if (levels[l][edge] == sign * size) drawEdge(pen, l, from, edge / to.units(), to, edge % to.units());
      }
    }
  }

  /// The edges into a layer, as places in its weights, whose two ends are kept and whose weights are the greatest; of
  /// equal ones the earlier.
  private int[] strongest(int l) {
    if (strongest[l] != null) return strongest[l];
    Matrix table = shown(layers.get(l));
    // The size in the upper half of a long and the place in the lower: one sort of plain numbers finds both.
    long[] keys = new long[table.size()];
    int count = 0;
    for (int i = 0; i < table.rows(); i++)
      for (int j = 0; j < table.cols(); j++) {
        int edge = i * table.cols() + j;
        if (levels[l][edge] == 0 || gone(l, i, j)) continue;
        keys[count++] = (long) Float.floatToIntBits((float) Math.abs(table.get(edge))) << 32 | ~edge & 0xFFFFFFFFL;
      }
    Arrays.sort(keys, 0, count);
    int[] edges = new int[Math.min(count, STRONGEST)];
    for (int k = 0; k < edges.length; k++) edges[k] = ~(int) keys[count - 1 - k];
    Arrays.sort(edges);
    return strongest[l] = edges;
  }

  /// Says that everything is connected without drawing thousands of edges.
  private static void drawConnector(Pen pen, Column from, Column to, Theme theme) {
    double[] xs = new double[2 * BAND_POINTS];
    double[] ys = new double[2 * BAND_POINTS];
    double start = from.right() + 4;
    double end = to.left() - 4;
    if (end <= start) return;
    for (int i = 0; i < BAND_POINTS; i++) {
      double t = i / (BAND_POINTS - 1.0);
      int opposite = 2 * BAND_POINTS - 1 - i;
      xs[i] = xs[opposite] = start + t * (end - start);
      ys[i] = between(from.top(), to.top(), t);
      ys[opposite] = between(from.top() + from.height(), to.top() + to.height(), t);
    }
    pen.fill(Palette.withAlpha(theme.muted(), theme.dark() ? .07 : .05));
    pen.polygon(xs, ys, xs.length);
  }

  /// The height of an edge's curve at the share t of its way: its Bezier's y at that parameter.
  private static double between(double y1, double y2, double t) {
    return y1 + (y2 - y1) * t * t * (3 - 2 * t);
  }

  /// The edge nearest to a point, or null when there is none within 5 px. Gone edges give way to drawn ones.
  Near nearest(NetworkLayout layout, double x, double y) {
    Near best = null;
    for (int l = 1; l < layout.columns().size(); l++) {
      Column from = layout.columns().get(l - 1);
      Column to = layout.columns().get(l);
      double start = start(l, from);
      double end = to.left();
      if (x < start || x > end || levels[l] == null) continue;
      double t = parameterAt((x - start) / (end - start));
      int count = drawsAll(from, to) ? levels[l].length : strongest(l).length;
      for (int k = 0; k < count; k++) {
        int edge = drawsAll(from, to) ? k : strongest(l)[k];
        int i = edge / to.units();
        int j = edge % to.units();
        double distance = Math.abs(y - between(from.portY(i), to.portY(j), t)) + (gone(l, i, j) ? 2.5 : 0);
        if (distance <= 5 && (best == null || distance < best.distance)) best = new Near(l, i, j, distance);
      }
    }
    return best;
  }

  boolean gone(int l, int from, int to) {
    return cuts(l - 1, from) || cuts(l, to) || layers.get(l).edgeDropped(example, from, to);
  }

  private boolean cuts(int l, int unit) {
    return thinning.cutsEdges(l) && layers.get(l).dropped(example, unit);
  }

  /// The parameter t at which a curve with both control points half-way has come the share `s` of its way in x:
  /// solves 1.5 t (1 - t) + t^3 = s by bisection.
  private static double parameterAt(double s) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 30; i++) {
      double t = (low + high) / 2;
      if (1.5 * t * (1 - t) + t * t * t < s) low = t;
      else high = t;
    }
    return (low + high) / 2;
  }
}
