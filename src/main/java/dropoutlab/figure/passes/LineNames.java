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
import dropoutlab.words.Words;
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
    List<String> texts = new ArrayList<>();
    texts.add(Words.of(noisy() ? "passes.line.two_sd_noise" : "passes.masks_off"));
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
    labels.add(end(axes, Words.of("passes.mean"), line.mean(), theme.accent(), true));
    if (noisy()) labels.add(noise(theme, axes, Words.of("passes.line.two_sd_noise"), bands.noisyEdge(last, 2)));
    if (options.bands()) labels.add(epistemic(theme, axes, Words.of("passes.line.two_sd"), bands.edge(last, 2)));
    for (Result.Rival rival : rivals)
      labels.add(end(axes, rival.method().title(), rival.mean(), MethodLook.of(rival.method()).colour(theme), false));
    if (options.deterministic())
      labels.add(end(axes, Words.of("passes.masks_off"), line.deterministic(), theme.ink(), false));
    if (options.bands()) labels.add(epistemic(theme, axes, Words.of("passes.line.one_sd"), bands.edge(last, 1)));
    if (noisy()) labels.add(noise(theme, axes, Words.of("passes.line.one_sd_noise"), bands.noisyEdge(last, 1)));
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
    if (heldOut) entries.add(new Legend.Entry(Legend.Mark.RING, Words.of("passes.line.held_out"), theme.ink()));
    entries.add(new Legend.Entry(Legend.Mark.DISC, Words.of("passes.line.training"),
        Palette.mix(theme.ink(), theme.card(), .25)));
    if (options.singles() && !line.singles().isEmpty() && beside)
      entries.add(new Legend.Entry(Legend.Mark.LINE, Words.of("passes.line.singles"),
          Palette.withAlpha(theme.accent(), .5)));
    if (noisy())
      entries.add(new Legend.Entry(Legend.Mark.HATCH,
          Words.of(wordy ? "passes.line.aleatoric" : "passes.line.aleatoric.brief"), LineBands.noiseInk(theme)));
    if (options.bands())
      entries.add(new Legend.Entry(Legend.Mark.PATCH,
          Words.of(wordy ? "passes.line.epistemic" : "passes.line.epistemic.brief"), Palette.withAlpha(theme.accent(), .4)));
    if (!beside) entries.add(new Legend.Entry(Legend.Mark.LINE, Words.of("passes.mean"), theme.accent()));
    return entries;
  }
}
