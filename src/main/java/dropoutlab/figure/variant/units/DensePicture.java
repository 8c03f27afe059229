package dropoutlab.figure.variant.units;

import dropoutlab.figure.network.NetworkFigure;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.Says;
import dropoutlab.figure.variant.Side;
import dropoutlab.spec.DropoutSpec;
import java.util.Optional;

/// One side: the network as the example sees it, beside it what the place in front does to the batch, and below both
/// how much was dropped.
record DensePicture(Dense dense, Side side) implements Figure {
  private static final double FOOT = 36, LINE = 16, GAP = 10, PANEL_SHARE = .31, LEAST_PANEL = 84, MOST_PANEL = 168,
      LEAST_WITH_PANEL = 250, LEAST_WITH_INFERENCE = 200,
      LEAST_WITH_BOTH = 340;
  private static final Type WORDS = new Type(Face.TEXT, 11), NUMBER = new Type(Face.NUMBER, 11);

  private NetworkFigure network() {
    return new NetworkFigure(side.view(), dense.schema(), dense.example(side),
        new NetworkFigure.Options(false, dense.thinning(side), false));
  }

  private SidePanel panel() { return SidePanel.of(dense, side); }

  private static boolean isFooted(double height) { return height >= 90; }

  private static double panelWidth(double width) {
    return width < LEAST_WITH_PANEL ? 0 : Math.round(Math.clamp(PANEL_SHARE * width, LEAST_PANEL, MOST_PANEL));
  }

  private static Inset networkRoom(double width, double height) {
    double panel = panelWidth(width);
    return new Inset(0, 0, width - (panel == 0 ? 0 : panel + GAP), height - (isFooted(height) ? FOOT : 0));
  }

  /// Where A or B uses another network at inference, this is shown too.
  private boolean showsInference(double height) {
    double least = dense.isOfWeights(dense.frontColumn()) ? LEAST_WITH_BOTH : LEAST_WITH_INFERENCE;
    return height >= least && (dense.has(DropoutSpec.Standard.class) || dense.isTargeted());
  }

  private Inset panelRoom(double width, double height) {
    double panel = panelWidth(width), high = height - (isFooted(height) ? FOOT : 0);
    return new Inset(width - panel, 0, panel, showsInference(height) ? Math.round(.56 * high) : high);
  }

  private Inset inferenceRoom(double width, double height) {
    Inset above = panelRoom(width, height);
    return new Inset(above.left(), above.bottom() + 8, above.width(), height - FOOT - above.bottom() - 8);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Inset network = networkRoom(width, height);
    network.draw(pen, network(), theme);
    if (panelWidth(width) > 0) panelRoom(width, height).draw(pen, panel(), theme);
    if (panelWidth(width) > 0 && showsInference(height))
      inferenceRoom(width, height).draw(pen, new InferencePanel(side), theme);
    if (isFooted(height)) drawFoot(pen, width, height, theme);
    drawCursor(pen, theme, width, height);
  }

  private void drawFoot(Pen pen, double width, double height, Theme theme) {
    double baseline = height - 5 - LINE, left = 0;
    new Says(side, dense.schema(), dense.example(side)).draw(pen, theme, width, height - 5);
    Foot foot = Foot.of(dense, side);
    pen.fill(theme.muted());
    pen.text(foot.words(), left, baseline, WORDS, Align.LEFT);
    left += pen.textWidth(foot.words(), WORDS) + 5;
    pen.fill(theme.ink());
    pen.text(foot.number(), left, baseline, NUMBER, Align.LEFT);
    left += pen.textWidth(foot.number(), NUMBER) + 16;
    pen.fill(side.words(theme));
    String told = pen.textWidth(foot.told(), WORDS) <= width - left ? foot.told() : foot.brief();
    if (pen.textWidth(told, WORDS) <= width - left) pen.text(told, width, baseline, WORDS, Align.RIGHT);
  }

  /// The value under the pointer, at the same place in A and B.
  private void drawCursor(Pen pen, Theme theme, double width, double height) {
    Optional<Look.Cell> at = dense.look().cursor().filter(cell -> cell.site() >= 0
        && cell.site() < dense.columns().size());
    if (at.isEmpty()) return;
    int column = dense.columns().get(at.get().site()), index = at.get().index();
    pen.stroke(theme.ink(), 1.6, Marks.SOLID);
    Inset network = networkRoom(width, height);
    if (column >= 0 && !dense.isOfWeights(column) && index < side.view().layers().get(column).units()) {
      Hit.Place place = network().place(column, index, network.width(), network.height());
      pen.strokeRect(place.xData() - 8, place.yData() - 8, 16, 16);
    }
    if (panelWidth(width) == 0) return;
    Inset room = panelRoom(width, height);
    panel().place(at.get(), room.width(), room.height())
        .ifPresent(cell -> pen.strokeRect(room.left() + cell.left() - 1, room.top() + cell.top() - 1, cell.width() + 2,
            cell.height() + 2));
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Optional<Hit> inPanel = panelWidth(width) == 0 ? Optional.empty() : panelRoom(width, height).hit(panel(), x, y);
    return inPanel.or(() -> networkRoom(width, height).hit(network(), x, y).map(this::asCell));
  }

  private Hit asCell(Hit hit) {
    if (hit instanceof Hit.Unit unit && dense.siteOf(unit.layer()) >= 0 && !dense.isOfWeights(unit.layer()))
      return new Hit.Cell(dense.siteOf(unit.layer()), unit.unit(), unit.text());
    if (hit instanceof Hit.Edge edge && dense.siteOf(edge.layer()) >= 0 && dense.isOfWeights(edge.layer()))
      return new Hit.Cell(dense.siteOf(edge.layer()), edge.from() * side.view().layers().get(edge.layer()).units()
          + edge.to(), edge.text());
    return hit;
  }
}
