package dropoutlab.figure.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Curves on two axes, with their names where they end, or above the plot where it is narrow.
///
/// @param series by importance: where there is not room for all names, the first stay
/// @param x,y    ranges
/// @param beside how much whiskers and marks of neighbouring series are shifted against each other, in pixels
public record Chart(List<Series> series, Scale x, Scale y, String xTitle, String yTitle, double beside) implements Figure {
  private static final double REACH = 14;
  /// Names longer than this share of the width are told in brief.
  private static final double LONGEST_NAME = .26;

  public Chart {
    series = List.copyOf(series);
  }

  public Chart(List<Series> series, Scale x, Scale y, String xTitle, String yTitle) { this(series, x, y, xTitle, yTitle, 0); }

  private List<Series> named() { return series.stream().filter(each -> !each.label().isEmpty()).toList(); }

  /// Whether there is anything that a name could stand beside.
  private boolean hasEnds() {
    return named().stream().anyMatch(each -> Arrays.stream(each.y()).anyMatch(Double::isFinite));
  }

  private boolean namesBeside(double width) {
    return CurveFigure.labelsBeside(width) && (hasEnds() || named().isEmpty());
  }

  private boolean brief(double width, double size) {
    return named().stream().anyMatch(each -> Axes.widthOf(each.label(), size) > LONGEST_NAME * width);
  }

  /// The room that the names want on the right.
  public double room(double width, double height) {
    if (!namesBeside(width) || named().isEmpty()) return 0;
    double size = Axes.textSize(width, height);
    boolean brief = brief(width, size);
    double names = EndLabels.room(named().stream().map(each -> brief ? each.brief() : each.label()).toList(), size);
    // The title of the x axis stands there too, beside the last tick label.
    return Math.max(names, Axes.widthOf(xTitle, size) + 3.4 * size);
  }

  /// The room that the names want above the plot, where there is none on the right.
  double head(double width, double height) {
    if (namesBeside(width) || named().isEmpty() || width < 120 || height < 95) return 0;
    double size = Axes.textSize(width, height);
    // One name may stand beside the title, with its mark.
    boolean beside = named().size() == 1
        && Axes.widthOf(yTitle, size) + Axes.widthOf(named().getFirst().brief(), size) + 44 <= width;
    return beside ? 0 : Math.round(1.5 * size);
  }

  /// The plot in a figure of that size, with room for the names of its curves.
  public Axes axes(double width, double height) {
    return Axes.layOut(x, y, xTitle, yTitle, width, height, room(width, height)).lowered(head(width, height));
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    axes.draw(pen, theme);
    drawSeries(pen, theme, axes);
    drawNames(pen, theme, axes, width, height);
  }

  /// Only marks stand beside each other: what has none is where it is.
  private double shift(int i) {
    long marked = series.stream().filter(each -> each.look().shape() >= 0).count();
    return series.get(i).look().shape() < 0 ? 0 : beside * (i - (marked - 1) / 2.0);
  }

  public void drawSeries(Pen pen, Theme theme, Axes axes) {
    pen.clip(axes.leftPx() - 4, axes.topPx() - 4, axes.rightPx() - axes.leftPx() + 8,
        axes.bottomPx() - axes.topPx() + 8);
    for (int i = series.size() - 1; i >= 0; i--) series.get(i).drawSpread(pen, theme, axes, shift(i));
    for (int i = series.size() - 1; i >= 0; i--) series.get(i).drawLine(pen, theme, axes, shift(i));
    for (int i = series.size() - 1; i >= 0; i--) series.get(i).drawMarks(pen, theme, axes, shift(i));
    pen.unclip();
  }

  public void drawNames(Pen pen, Theme theme, Axes axes, double width, double height) {
    if (!axes.worded()) return;
    if (!namesBeside(width)) {
      drawKey(pen, theme, axes, head(width, height));
      return;
    }
    boolean brief = brief(width, axes.textSize());
    List<EndLabels.Label> labels = new ArrayList<>();
    for (Series each : named()) {
      int ink = Palette.readable(theme, each.look().ink().of(theme));
      labels.add(new EndLabels.Label(brief ? each.brief() : each.label(), each.endPx(axes), ink, each.look().bold()));
      each.drawLeader(pen, axes, ink);
    }
    EndLabels.draw(pen, theme, EndLabels.finite(labels), axes.rightPx(), axes);
  }

  private void drawKey(Pen pen, Theme theme, Axes axes, double head) {
    List<Legend.Entry> entries = new ArrayList<>();
    for (Series each : named().reversed())
      entries.add(new Legend.Entry(each.look().shape(), Legend.Mark.LINE, each.brief(), each.look().ink().of(theme),
          each.look().dash()));
    if (head > 0) Legend.draw(new ShiftedPen(pen, 0, head), theme, entries, axes.untitledAbove());
    else Legend.draw(pen, theme, entries, axes);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    return hit(x, y, axes(width, height));
  }

  /// The point nearest to the pointer, if it is near.
  public Optional<Hit> hit(double xPx, double yPx, Axes axes) {
    double nearest = REACH;
    Hit hit = null;
    for (int s = 0; s < series.size(); s++) {
      Series each = series.get(s);
      for (int i = 0; i < each.y().length; i++) {
        double away = Math.hypot(axes.x().px(each.x()[i]) + shift(s) - xPx, axes.y().px(each.y()[i]) - yPx);
        if (!(away < nearest)) continue;
        nearest = away;
        hit = new Hit.Place(each.x()[i], each.y()[i], each.told().apply(i));
      }
    }
    return Optional.ofNullable(hit);
  }

  /// The point of the first series nearest to the pointer along the x axis, at any height of the plot.
  public Optional<Hit> hitColumn(double xPx, double yPx, Axes axes) {
    if (series.isEmpty() || series.getFirst().x().length == 0 || !axes.contains(xPx, yPx)) return Optional.empty();
    Series first = series.getFirst();
    int best = 0;
    for (int i = 1; i < first.x().length; i++)
      if (Math.abs(axes.x().px(first.x()[i]) - xPx) < Math.abs(axes.x().px(first.x()[best]) - xPx)) best = i;
    return Optional.of(new Hit.Place(first.x()[best], first.y()[best], first.told().apply(best)));
  }

  @Override public Description describe() { return new ChartTold(this).describe(); }

  @Override public Optional<DataTable> table() { return new ChartTold(this).table(); }
}
