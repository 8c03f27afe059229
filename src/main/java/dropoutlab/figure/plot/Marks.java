package dropoutlab.figure.plot;

/// Small signs that carry meaning besides colour: a shape a class, a cross, a pin, a hatch. All are centred on (x, y).
///
/// A mark keeps two scratch arrays, so one instance serves one drawing at a time.
public final class Marks {
  public static final double[] SOLID = {};

  private static final double SMALLEST_CROSS = 3.5;

  /// Unit outlines (x, y, x, y, ...), of about equal area; the first class is a circle and has none.
  private static final double[][] OUTLINES = {
      {},
      {-.88, -.88, .88, -.88, .88, .88, -.88, .88},
      {0, -1.25, 1.15, .8, -1.15, .8},
      {0, -1.3, 1.15, 0, 0, 1.3, -1.15, 0},
      {-1.15, -.8, 1.15, -.8, 0, 1.25},
      {-.42, -1.2, .42, -1.2, .42, -.42, 1.2, -.42, 1.2, .42, .42, .42, .42, 1.2, -.42, 1.2, -.42, .42, -1.2, .42,
          -1.2, -.42, -.42, -.42},
      {-.6, -1.04, .6, -1.04, 1.2, 0, .6, 1.04, -.6, 1.04, -1.2, 0},
      {-1.3, -.62, 1.3, -.62, 1.3, .62, -1.3, .62},
      {0, -1.45, .43, -.5, 1.4, -.4, .68, .25, .85, 1.2, 0, .72, -.85, 1.2, -.68, .25, -1.4, -.4, -.43, -.5},
      {-1.1, -1.1, 1.1, -1.1, 0, 0, 1.1, 1.1, -1.1, 1.1, 0, 0}};

  private final double[] xs = new double[16];
  private final double[] ys = new double[16];

  /// The shape of a class with a ring round it, so that it stands out from any ground. Shapes repeat after ten.
  public void classDot(Pen pen, int index, double x, double y, double radiusPx, int colour, int ring, double ringPx) {
    pen.fill(ring);
    shape(pen, index, x, y, radiusPx + ringPx);
    pen.fill(colour);
    shape(pen, index, x, y, radiusPx);
  }

  private void shape(Pen pen, int index, double x, double y, double radiusPx) {
    double[] outline = OUTLINES[Math.floorMod(index, OUTLINES.length)];
    if (outline.length == 0) {
      pen.fillOval(x, y, radiusPx);
      return;
    }
    int corners = outline.length / 2;
    for (int i = 0; i < corners; i++) {
      xs[i] = x + radiusPx * outline[2 * i];
      ys[i] = y + radiusPx * outline[2 * i + 1];
    }
    pen.polygon(xs, ys, corners);
  }

  /// A diagonal cross in the present stroke.
  public static void cross(Pen pen, double x, double y, double armPx) {
    pen.line(x - armPx, y - armPx, x + armPx, y + armPx);
    pen.line(x - armPx, y + armPx, x + armPx, y - armPx);
  }

  /// A hollow diamond in the present stroke.
  public static void diamond(Pen pen, double x, double y, double armPx) {
    pen.polyline(new double[] {x, x + armPx, x, x - armPx, x}, new double[] {y - armPx, y, y + armPx, y, y - armPx}, 5);
  }

  /// A check mark in the present stroke.
  public static void tick(Pen pen, double x, double y, double armPx) {
    pen.polyline(new double[] {x - armPx, x - .25 * armPx, x + armPx},
        new double[] {y, y + .8 * armPx, y - .8 * armPx}, 3);
  }

  /// A pin stuck into (x, y) from the upper right: a full head holds a unit in, a hollow head with a bar holds it out.
  public static void pin(Pen pen, double x, double y, double headPx, boolean kept, int colour, int ground) {
    double headX = x + 1.5 * headPx;
    double headY = y - 1.5 * headPx;
    pen.stroke(colour, 1.4, SOLID);
    pen.line(x, y, headX, headY);
    pen.fill(ground);
    pen.fillOval(headX, headY, headPx + 1.4);
    pen.fill(kept ? colour : ground);
    pen.fillOval(headX, headY, headPx);
    if (kept) return;
    pen.strokeOval(headX, headY, headPx);
    pen.line(headX - .65 * headPx, headY + .65 * headPx, headX + .65 * headPx, headY - .65 * headPx);
  }

  /// Hatches a raster of cells in the present stroke, so that each cell carries a cross from corner to corner; where
  /// cells are small, one cross spans several.
  public static void hatch(Pen pen, double x, double y, double width, double height, int columns, int rows) {
    double cellWidth = width / columns;
    double cellHeight = height / rows;
    int across = (int) Math.max(1, Math.ceil(SMALLEST_CROSS / cellWidth));
    int down = (int) Math.max(1, Math.ceil(SMALLEST_CROSS / cellHeight));
    double stepX = across * cellWidth;
    double fall = (double) ((rows + down - 1) / down);
    double bottom = y + fall * down * cellHeight;
    pen.clip(x, y, width, height);
    for (int i = 1; i < (columns + across - 1) / across + fall; i++) {
      pen.line(x + i * stepX, y, x + (i - fall) * stepX, bottom);
      pen.line(x + (i - fall) * stepX, y, x + i * stepX, bottom);
    }
    pen.unclip();
  }
}
