package dropoutlab.figure;

import dropoutlab.figure.NetworkLayout.Column;
import dropoutlab.figure.NetworkLayout.Kind;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.NetworkView;
import dropoutlab.frame.Table;
import java.util.List;

/// The edges of a thinned network: one curve a weight between drawn units, one faint band between anything else.
///
/// Each weight (or gradient) is sorted into one of 12 levels of its size relative to the greatest of its layer, so that
/// the pen changes rarely. When there are very many edges the faintest levels are left out.
final class NetworkEdges {
  private static final int LEVELS = 12;
  private static final int MOST_EDGES = 1600;
  private static final int BAND_POINTS = 24;
  /// How much of its height a band loses half-way.
  private static final double WAIST = .3;

  private final List<LayerView> layers;
  private final int example;
  private final boolean gradients;
  /// A signed level an edge, laid out as the weights; null where the weights are not known.
  private final byte[][] levels;

  /// The edge into layer `layer` nearest to a point, and how far away it runs.
  record Near(int layer, int from, int to, double distance) {}

  NetworkEdges(NetworkView view, int example, boolean gradients) {
    this.layers = view.layers();
    this.example = example;
    this.gradients = gradients && layers.stream().anyMatch(layer -> !layer.gradients().isEmpty());
    this.levels = new byte[layers.size()][];
    for (int l = 1; l < layers.size(); l++) levels[l] = levels(shown(layers.get(l)));
  }

  boolean showsGradients() { return gradients; }

  private Table shown(LayerView layer) { return gradients ? layer.gradients() : layer.weights(); }

  private static byte[] levels(Table table) {
    if (table.isEmpty()) return null;
    float largest = Math.max(Math.abs(table.min()), Math.abs(table.max()));
    byte[] levels = new byte[table.size()];
    if (!(largest > 0) || largest == Float.POSITIVE_INFINITY) return levels;
    for (int i = 0; i < levels.length; i++) levels[i] = (byte) Math.round(LEVELS * table.get(i) / largest);
    return levels;
  }

  void draw(Pen pen, NetworkLayout layout, Theme theme) {
    List<Column> columns = layout.columns();
    int lowest = lowestLevel(columns);
    for (int l = 1; l < columns.size(); l++) {
      Column from = columns.get(l - 1);
      Column to = columns.get(l);
      if (drawsEdges(l, from, to)) drawCurves(pen, l, from, to, lowest, theme);
      else drawBand(pen, from, to, theme);
    }
  }

  private boolean drawsEdges(int l, Column from, Column to) {
    return levels[l] != null && from.kind() == Kind.CIRCLES && to.kind() == Kind.CIRCLES;
  }

  private int lowestLevel(List<Column> columns) {
    int[] count = new int[LEVELS + 1];
    for (int l = 1; l < columns.size(); l++)
      if (drawsEdges(l, columns.get(l - 1), columns.get(l))) for (byte level : levels[l]) count[Math.abs(level)]++;
    int lowest = LEVELS;
    int drawn = count[LEVELS];
    while (lowest > 1 && drawn + count[lowest - 1] <= MOST_EDGES) drawn += count[--lowest];
    return lowest;
  }

  private void drawCurves(Pen pen, int l, Column from, Column to, int lowest, Theme theme) {
    double start = from.x() + from.radius() + 1;
    double end = to.x() - to.radius() - 1;
    double middle = (start + end) / 2;
    double thickness = Math.clamp(Math.min(from.radius(), to.radius()) / 8, .6, 1.3);
    for (int size = lowest; size <= LEVELS; size++) {
      double share = (double) size / LEVELS;
      for (int sign = -1; sign <= 1; sign += 2) {
        int colour = sign < 0 ? theme.negative() : theme.positive();
        pen.stroke(Palette.withAlpha(colour, .10 + .66 * share), thickness * (.5 + 2.1 * share), Marks.SOLID);
        drawLevel(pen, l, from, to, (byte) (sign * size), start, middle, end);
      }
    }
  }

  private void drawLevel(Pen pen, int l, Column from, Column to, byte level, double start, double middle, double end) {
    LayerView before = layers.get(l - 1);
    LayerView after = layers.get(l);
    byte[] ofEdge = levels[l];
    for (int i = 0; i < from.units(); i++) {
      if (before.dropped(example, i)) continue;
      double y1 = from.unitY(i);
      for (int j = 0; j < to.units(); j++) {
        if (ofEdge[i * to.units() + j] != level || after.dropped(example, j)) continue;
        double y2 = to.unitY(j);
        pen.curve(start, y1, middle, y1, middle, y2, end, y2);
      }
    }
  }

  private static void drawBand(Pen pen, Column from, Column to, Theme theme) {
    double[] xs = new double[2 * BAND_POINTS];
    double[] ys = new double[2 * BAND_POINTS];
    double start = from.x() + from.width() / 2 + 4;
    double end = to.x() - to.width() / 2 - 4;
    if (end <= start) return;
    for (int i = 0; i < BAND_POINTS; i++) {
      double t = i / (BAND_POINTS - 1.0);
      int opposite = 2 * BAND_POINTS - 1 - i;
      xs[i] = start + t * (end - start);
      xs[opposite] = xs[i];
      double upper = between(from.top(), to.top(), t);
      double lower = between(from.top() + from.height(), to.top() + to.height(), t);
      double pinch = 4 * t * (1 - t) * Math.min(WAIST * (lower - upper) / 2, (end - start) / 4);
      ys[i] = upper + pinch;
      ys[opposite] = lower - pinch;
    }
    pen.fill(Palette.withAlpha(theme.muted(), theme.dark() ? .11 : .09));
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
      double start = from.x() + from.radius();
      double end = to.x() - to.radius();
      if (x < start || x > end || !drawsEdges(l, from, to)) continue;
      double t = parameterAt((x - start) / (end - start));
      for (int i = 0; i < from.units(); i++)
        for (int j = 0; j < to.units(); j++) {
          double distance = Math.abs(y - between(from.unitY(i), to.unitY(j), t)) + (gone(l, i, j) ? 2.5 : 0);
          if (distance <= 5 && (best == null || distance < best.distance)) best = new Near(l, i, j, distance);
        }
    }
    return best;
  }

  boolean gone(int l, int from, int to) {
    return layers.get(l - 1).dropped(example, from) || layers.get(l).dropped(example, to);
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
