package dropoutlab.figure.passes;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.CurveFigure;
import dropoutlab.figure.plot.EndLabels;
import dropoutlab.figure.plot.Legend;
import dropoutlab.figure.plot.MethodLook;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Result;
import java.util.ArrayList;
import java.util.List;

/// What the lines, bands and points of a [LineFigure] are called.
final class LineNames {
  private static final double LONG_NAMES = 760;

  private final Result.Line line;
  private final LineFigure.Options options;
  private final LineBands bands;
  private final List<Result.Rival> rivals;
  private final boolean heldOut;

  /// @param heldOut whether there are validation examples
  LineNames(Result.Line line, LineFigure.Options options, LineBands bands, List<Result.Rival> rivals,
            boolean heldOut) {
    this.line = line;
    this.options = options;
    this.bands = bands;
    this.rivals = rivals;
    this.heldOut = heldOut;
  }

  private boolean noisy() { return options.bands() && bands.noisy(); }

  /// The room that the labels want on the right.
  double room(double width, double height) {
    if (!CurveFigure.labelsBeside(width)) return 0;
    List<String> texts = new ArrayList<>(List.of(noisy() ? "2 sd + noise" : "masks off"));
    for (Result.Rival rival : rivals) texts.add(rival.method().title());
    return EndLabels.room(texts, Axes.textSize(width, height));
  }

  void draw(Pen pen, Theme theme, Axes axes, double width) {
    boolean beside = CurveFigure.labelsBeside(width);
    if (beside && axes.worded()) EndLabels.draw(pen, theme, labels(theme, axes), axes.rightPx(), axes);
    Legend.draw(pen, theme, key(theme, beside, width >= LONG_NAMES), axes);
  }

  /// By importance: where there is not room for all, the first stay.
  private List<EndLabels.Label> labels(Theme theme, Axes axes) {
    int last = line.mean().size() - 1;
    if (last < 0) return List.of();
    List<EndLabels.Label> labels = new ArrayList<>();
    labels.add(end(axes, "mean", line.mean(), theme.accent(), true));
    if (noisy()) labels.add(noise(theme, axes, "2 sd + noise", bands.noisyEdge(last, 2)));
    if (options.bands()) labels.add(epistemic(theme, axes, "2 sd", bands.edge(last, 2)));
    for (Result.Rival rival : rivals)
      labels.add(end(axes, rival.method().title(), rival.mean(), MethodLook.of(rival.method()).colour(theme), false));
    if (options.deterministic()) labels.add(end(axes, "masks off", line.deterministic(), theme.ink(), false));
    if (options.bands()) labels.add(epistemic(theme, axes, "1 sd", bands.edge(last, 1)));
    if (noisy()) labels.add(noise(theme, axes, "1 sd + noise", bands.noisyEdge(last, 1)));
    return EndLabels.finite(labels);
  }

  private static EndLabels.Label end(Axes axes, String text, Matrix values, int argb, boolean bold) {
    return new EndLabels.Label(text, CurveFigure.end(axes, values), argb, bold);
  }

  private static EndLabels.Label epistemic(Theme theme, Axes axes, String text, double value) {
    return new EndLabels.Label(text, axes.y().px(value), Palette.mix(theme.accent(), theme.card(), .12), false);
  }

  private static EndLabels.Label noise(Theme theme, Axes axes, String text, double value) {
    return new EndLabels.Label(text, axes.y().px(value), LineBands.noiseInk(theme), false);
  }

  private List<Legend.Entry> key(Theme theme, boolean beside, boolean wordy) {
    List<Legend.Entry> entries = new ArrayList<>();
    if (heldOut) entries.add(new Legend.Entry(Legend.Mark.RING, "held out", theme.ink()));
    entries.add(new Legend.Entry(Legend.Mark.DISC, "training", Palette.mix(theme.ink(), theme.card(), .25)));
    if (options.singles() && !line.singles().isEmpty() && beside)
      entries.add(new Legend.Entry(Legend.Mark.LINE, "single passes", Palette.withAlpha(theme.accent(), .5)));
    if (noisy())
      entries.add(new Legend.Entry(Legend.Mark.HATCH, wordy ? "aleatoric: noise" : "noise", LineBands.noiseInk(theme)));
    if (options.bands())
      entries.add(new Legend.Entry(Legend.Mark.PATCH, wordy ? "epistemic: the passes differ" : "passes",
          Palette.withAlpha(theme.accent(), .4)));
    if (!beside) entries.add(new Legend.Entry(Legend.Mark.LINE, "mean", theme.accent()));
    return entries;
  }
}
