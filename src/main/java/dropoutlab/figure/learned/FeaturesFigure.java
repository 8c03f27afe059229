package dropoutlab.figure.learned;

import dropoutlab.figure.plot.ColourBar;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.LayerName;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Plane;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.plot.Which;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Matrix;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.Optional;

/// The incoming weights of first-layer units as pictures, all on one diverging scale that is symmetric about 0 and the
/// same for network and twin. The gap is network minus twin, on its own scale.
public final class FeaturesFigure implements Figure {
  private static final double GAP_PX = 3;

  private final Learned.Features features;
  private final Which which;
  private final Matrix network;
  private final Matrix twin;
  private final int units;
  private final double largest;

  /// `tiles` pictures stand in a row, each enlarged by `scale`.
  private record Grid(int tiles, double scale, double tileWidth, double tileHeight, double left, Plane plane) {}

  public FeaturesFigure(Learned.Features features, Which which) {
    this.features = features;
    this.which = which;
    this.network = features.network();
    this.twin = features.twin();
    this.units = missing() ? 0 : network.rows();
    double most = 0;
    for (int i = 0; i < network.size(); i++) {
      if (which == Which.GAP && !twin.isEmpty()) most = Math.max(most, Math.abs(network.get(i) - twin.get(i)));
      else most = Math.max(most, Math.max(Math.abs(network.get(i)), twin.isEmpty() ? 0 : Math.abs(twin.get(i))));
    }
    this.largest = most;
  }

  private boolean missing() { return which != Which.NETWORK && features.twin().isEmpty(); }

  private double weight(int unit, int pixel) {
    return switch (which) {
      case NETWORK -> network.at(unit, pixel);
      case TWIN -> twin.at(unit, pixel);
      case GAP -> network.at(unit, pixel) - twin.at(unit, pixel);
    };
  }

  /// As large as they go: the number of pictures in a row that leaves them largest.
  private Grid grid(double width, double height) {
    Plane plane = Plane.bare(width, height);
    int bestTiles = 1;
    double bestScale = 0;
    for (int tiles = 1; tiles <= Math.max(1, units); tiles++) {
      int lines = (Math.max(1, units) + tiles - 1) / tiles;
      double scale = Math.min((plane.width() / tiles - GAP_PX) / features.width(),
          (plane.height() / lines - GAP_PX) / features.height());
      if (scale <= bestScale) continue;
      bestScale = scale;
      bestTiles = tiles;
    }
    double tileWidth = bestScale * features.width() + GAP_PX;
    double left = (width - bestTiles * tileWidth + GAP_PX) / 2;
    return new Grid(bestTiles, bestScale, tileWidth, bestScale * features.height() + GAP_PX, left, plane);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Grid grid = grid(width, height);
    if (missing()) {
      DecisionFigure.drawMissing(pen, grid.plane, theme);
      return;
    }
    if (grid.scale <= 0) {
      Type words = new Type(Face.TEXT, 11);
      pen.fill(theme.muted());
      pen.text(Fit.within(pen, Words.count("figure.features.room", units), words, width), width / 2, height / 2, words,
          Align.CENTRE);
      return;
    }
    int[] pixels = new int[features.width() * features.height()];
    for (int unit = 0; unit < units; unit++) {
      for (int i = 0; i < pixels.length; i++) pixels[i] = Palette.diverging(theme, share(weight(unit, i)));
      double x = grid.left + unit % grid.tiles * grid.tileWidth;
      double y = grid.plane.top() + (double) (unit / grid.tiles) * grid.tileHeight;
      pen.image(pixels, features.width(), features.height(), x, y, grid.tileWidth - GAP_PX,
          grid.tileHeight - GAP_PX, false);
    }
    // Weights that are all 0, or not known yet, have no scale.
    boolean scaled = largest > 0;
    ColourBar.draw(pen, grid.plane, height, scaled ? Shown.signed(-largest) : "",
        title(), scaled ? Shown.signed(largest) : "",
        share -> Palette.diverging(theme, 2 * share - 1), theme);
  }

  private String title() {
    String weight = Words.of("figure.features.weight");
    return which == Which.GAP ? Words.of("figure.gap", weight) : weight;
  }

  private double share(double weight) { return largest > 0 ? weight / largest : 0; }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Grid grid = grid(width, height);
    if (missing() || grid.scale <= 0) return Optional.empty();
    double across = (x - grid.left) / grid.tileWidth;
    double down = (y - grid.plane.top()) / grid.tileHeight;
    int unit = (int) Math.floor(down) * grid.tiles + (int) Math.floor(across);
    int column = (int) ((across - Math.floor(across)) * grid.tileWidth / grid.scale);
    int row = (int) ((down - Math.floor(down)) * grid.tileHeight / grid.scale);
    boolean inside = across >= 0 && across < grid.tiles && down >= 0 && unit < units && column < features.width()
        && row < features.height();
    if (!inside) return Optional.empty();
    String value = Shown.signed(weight(unit, row * features.width() + column));
    String text = Words.of(which == Which.GAP ? "figure.features.gap.told" : "figure.features.told",
        LayerName.hidden(1), unit + 1, column + 1, row + 1, value);
    return Optional.of(new Hit.Unit(1, unit, text));
  }

  @Override public Description describe() { return new FeaturesTold(features, which).describe(); }

  @Override public Optional<DataTable> table() { return new FeaturesTold(features, which).table(); }
}
