package dropoutlab.figure.passes;

import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Jitter;
import dropoutlab.figure.plot.Legend;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.PointPasses;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// What every pass says of each class at one input: a dot a pass, beside each other by the number of the pass; a pale
/// bar and a line at the mean; a hollow diamond at the prediction with the masks off. The true class is marked where it
/// is known. Of more than 400 passes some are drawn, evenly; before the first there are the axis and the classes alone.
///
/// Classes stand side by side, or below each other where the figure is narrow ([StripRows]). Where there is not room
/// for all, the most probable and the true one are shown.
public final class PassesStrip implements Figure {
  static final int MOST_DOTS = 400;
  private static final double NARROWEST = 17;
  private static final double WIDEST = 90;
  /// In letter heights: in narrower columns there is no room for the mean.
  private static final double FOR_NUMBERS = 2.9;

  private final ClassPasses said;

  public PassesStrip(PointPasses passes, Schema schema) { said = new ClassPasses(passes, schema); }

  /// Where the columns lie.
  private record Layout(Axes axes, List<Integer> classes) {
    double each() { return Math.min(WIDEST, (axes.rightPx() - axes.leftPx()) / Math.max(1, classes.size())); }

    double centre(int i) { return axes.leftPx() + (i + .5) * each(); }

    double px(double probability) { return axes.y().px(Math.clamp(probability, 0, 1)); }
  }

  private Layout layout(double width, double height) {
    double size = Axes.textSize(width, height);
    boolean worded = Axes.roomForWords(width, height);
    double left = worded ? Math.round(3 * .64 * size + 10) : 2;
    double top = worded ? Math.round(2.2 * size) : 2;
    double bottom = Math.max(top + 1, height - (worded ? Math.round((height > 130 ? 5 : 3.2) * size) : 2));
    double right = Math.max(left + 1, width - 1);
    Axes axes = new Axes(Scale.linear(0, 1, left, right), Scale.linear(0, 1, bottom, top), "", "", size, width);
    int room = Math.max(1, (int) ((right - left) / (worded ? NARROWEST : 3)));
    return new Layout(axes, said.shown(room));
  }

  /// Where columns have no room for their numbers, and the figure is narrow or not even the names fit.
  private Optional<StripRows> rows(double width, double height) {
    Layout layout = layout(width, height);
    double size = layout.axes.textSize();
    boolean named = layout.classes.stream().allMatch(c -> Axes.widthOf(said.name(c), size) <= layout.each() - 3);
    boolean narrow = layout.each() < FOR_NUMBERS * size && (width < 1.2 * height || !named);
    return narrow && Axes.roomForWords(width, height) ? Optional.of(new StripRows(said, width, height))
        : Optional.empty();
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    if (said.mean.length == 0) return;
    rows(width, height).ifPresentOrElse(rows -> rows.draw(pen, theme), () -> drawColumns(pen, width, height, theme));
  }

  private void drawColumns(Pen pen, double width, double height, Theme theme) {
    Layout layout = layout(width, height);
    layout.axes.draw(pen, theme, false);
    for (int i = 0; said.known() && i < layout.classes.size(); i++) drawColumn(pen, theme, layout, i);
    if (!layout.axes.worded()) return;
    drawHead(pen, theme, layout, width);
    for (int i = 0; i < layout.classes.size(); i++) drawName(pen, theme, layout, i);
    if (!said.known() || height <= 130) return;
    Type type = new Type(Face.TEXT, layout.axes.textSize());
    pen.fill(theme.muted());
    pen.text(said.foot(pen, type, width, layout.classes.size()), 0, height - .35 * type.size(), type, Align.LEFT);
  }

  private void drawHead(Pen pen, Theme theme, Layout layout, double width) {
    double size = layout.axes.textSize();
    Type bold = new Type(Face.TEXT_BOLD, size);
    List<Legend.Entry> entries = List.of(new Legend.Entry(Legend.Mark.DISC, Words.of("passes.strip.pass"), dots(theme)),
        new Legend.Entry(Legend.Mark.LINE, Words.of("passes.mean"), theme.ink()),
        new Legend.Entry(Legend.Mark.DIAMOND, Words.of("passes.masks_off"), theme.ink()));
    String head = Fit.firstThatFits(pen, bold, width < 420 ? .42 * width : .5 * width, said.heads());
    pen.fill(theme.ink());
    pen.text(head, 0, Math.round(size), bold, Align.LEFT);
    Legend.draw(pen, theme, entries, layout.axes.with(to -> to.xTitle("").yTitle(head + "  ").textSize(size)));
  }

  static int dots(Theme theme) { return Palette.withAlpha(Palette.mix(theme.accent(), theme.ink(), .15), .75); }

  private void drawColumn(Pen pen, Theme theme, Layout layout, int i) {
    int c = layout.classes.get(i);
    double half = .38 * layout.each();
    double x = layout.centre(i);
    pen.fill(Palette.mix(theme.accent(), theme.card(), .75));
    pen.fillRect(x - half, layout.px(said.mean[c]), 2 * half, layout.px(0) - layout.px(said.mean[c]));
    Jitter.draw(pen, said.passes.values(), c, x, half, layout::px, MOST_DOTS, dots(theme),
        Math.clamp(layout.each() / 16, .9, 1.7));
    pen.stroke(theme.ink(), 2);
    pen.line(x - half, layout.px(said.mean[c]), x + half, layout.px(said.mean[c]));
    if (said.passes.deterministic().isEmpty() || layout.each() < 8) return;
    drawMasksOff(pen, theme, x, layout.px(said.passes.deterministic().at(0, c)));
  }

  static void drawMasksOff(Pen pen, Theme theme, double x, double y) {
    pen.fill(theme.card());
    pen.polygon(new double[] {x, x + 4, x, x - 4}, new double[] {y - 4, y, y + 4, y}, 4);
    pen.stroke(theme.ink(), 1.3);
    Marks.diamond(pen, x, y, 4);
  }

  private void drawName(Pen pen, Theme theme, Layout layout, int i) {
    int c = layout.classes.get(i);
    boolean label = c == said.label;
    double size = layout.axes.textSize();
    double x = layout.centre(i);
    double baseline = layout.axes.bottomPx() + 1.35 * size;
    Type type = new Type(label ? Face.TEXT_BOLD : Face.TEXT, size);
    pen.fill(label ? theme.ink() : theme.muted());
    pen.text(Fit.within(pen, said.name(c), type, layout.each() - 3), x, baseline, type, Align.CENTRE);
    if (!said.known() || layout.each() < FOR_NUMBERS * size) return;
    Type number = new Type(label ? Face.NUMBER_BOLD : Face.NUMBER, size - 1);
    pen.text(Numbers.fixed(said.mean[c], 2), x, baseline + 1.3 * size, number, Align.CENTRE);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    if (said.mean.length == 0) return Optional.empty();
    Optional<StripRows> rows = rows(width, height);
    if (rows.isPresent()) return rows.get().hit(x, y);
    Layout layout = layout(width, height);
    int i = (int) Math.floor((x - layout.axes.leftPx()) / layout.each());
    if (i < 0 || i >= layout.classes.size() || y < layout.axes.topPx() || y > height) return Optional.empty();
    int c = layout.classes.get(i);
    return Optional.of(new Hit.Place(c, said.mean[c], said.told(c)));
  }

  @Override public Description describe() { return told().describeAll(); }

  @Override public Optional<DataTable> table() { return told().table(true); }

  private PassesTold told() { return new PassesTold(said.passes, said.schema); }
}
