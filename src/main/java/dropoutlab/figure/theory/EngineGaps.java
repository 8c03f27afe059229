package dropoutlab.figure.theory;

import dropoutlab.figure.plot.Chart;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Series;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.Theme;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the engine found less what is exact, in place of both: where two curves lie upon each other, this tells how
/// near they are.
///
/// @param sides   with one name for both sides of each
/// @param x       the range of what they stand against
/// @param xTitle  what that is
/// @param what    the quantity, for the title of the plot; empty for one without
public record EngineGaps(List<Gap> sides, Scale x, String xTitle, String what) implements Figure {
  private static final double ROOM = 1.15, NOTHING = 1e-9;
  /// Between marks.
  private static final double[] DOTS = {1, 2};

  /// One quantity that was computed both ways.
  ///
  /// @param name   where it ends; empty where there is only one
  /// @param errors the standard errors of the engine's values, drawn twice as long to both sides; empty for none
  public record Gap(String name, double[] xs, double[] exact, double[] engine, double[] errors, Series.Ink ink,
      int shape) {
    public Gap(String name, double[] xs, double[] exact, double[] engine, Series.Ink ink, int shape) {
      this(name, xs, exact, engine, new double[0], ink, shape);
    }

    private double at(int i) { return engine[i] - exact[i]; }
  }

  /// Whether gaps are to be drawn: not before the answer is there.
  public static boolean shown(Showing showing) { return showing.gap() && !showing.hidden(); }

  private Chart chart() {
    List<Series> series = new ArrayList<>();
    Span span = new Span().add(NOTHING);
    for (Gap each : sides) series.add(series(each, span));
    series.add(Series.of("", new double[] {x.from(), x.to()}, new double[] {0, 0}, Series.Look.line(Theme::muted, 1,
        2, 3),
        _ -> ""));
    double most = ROOM * Math.max(span.max(), -span.min());
    return new Chart(series, x, Scale.linear(-most, most, 0, 1), xTitle, "");
  }

  private Series series(Gap of, Span span) {
    int n = of.xs.length;
    double[] gaps = new double[n], low = new double[of.errors.length], high = new double[low.length];
    for (int i = 0; i < n; i++) {
      gaps[i] = of.at(i);
      span.add(gaps[i]);
      if (i >= low.length) continue;
      low[i] = gaps[i] - 2 * of.errors[i];
      high[i] = gaps[i] + 2 * of.errors[i];
      span.add(low[i]).add(high[i]);
    }
    return new Series(of.name, of.name, of.xs, gaps, low, high,
        new Series.Look(of.ink, of.shape < 0 ? 1.4 : 1, false, of.shape, Series.Spread.WHISKERS,
            of.shape < 0 ? Marks.SOLID : DOTS), i -> told(of, i));
  }

  private String told(Gap of, int i) {
    return Words.of("toldtheory.gaps.told", xTitle, Numbers.brief(of.xs[i]), Numbers.reading(of.exact[i]),
        Numbers.reading(of.engine[i]), Shown.signedBrief(of.at(i)));
  }

  private Inset plot(double width, double height) {
    boolean room = !what.isEmpty() && height > 3 * Heading.HEIGHT;
    return room ? new Inset(0, Heading.HEIGHT, width, height - Heading.HEIGHT) : new Inset(0, 0, width, height);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Inset plot = plot(width, height);
    if (plot.top() > 0)
      Heading.draw(pen, theme, 2, 12, width - 4, Words.of("toldtheory.gaps.title"), what);
    plot.draw(pen, chart(), theme);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    return plot(width, height).hit(chart(), x, y);
  }
}
