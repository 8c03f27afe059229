package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Theme;

/// How the runs of a point look: violet with dropout, grey without, hollow if it is the partner of others.
///
/// @param full   of medians, and of the dots of the column that is chosen
/// @param dots   of the other columns
record SweepColours(int full, int dots) {
  /// A twin's dash, and those of the series from the second on.
  static final double[] TWIN = {6, 3.5};
  private static final double[][] DASHES = {{}, {8, 3}, {2.2, 2.4}, {9, 3, 2, 3}};

  static SweepColours of(SweepView view, int point, Theme theme) {
    return view.drops(point) ? new SweepColours(theme.accent(), theme.accentMid())
        : new SweepColours(theme.muted(), theme.grey() ? theme.faint() : Palette.mix(theme.muted(), theme.card(), .35));
  }

  static double[] dash(int series) { return DASHES[series % DASHES.length]; }

  /// The ground of a column that is chosen.
  static int chosen(Theme theme) { return theme.accentPale(); }

  /// The ground of the partner's middle half, on which grid and words stay readable.
  static int band(Theme theme) { return Palette.withAlpha(theme.faint(), theme.dark() ? .16 : .13); }
}
