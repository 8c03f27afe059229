package dropoutlab.figure.theory;

import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.bench.Verdict;

/// The glyphs of the verdicts, and of a claim without one yet. Their shapes differ, and only that of a failure is filled:
/// it is what the eye finds first, in grey print too.
public enum VerdictGlyph {
  EQUAL, WITHIN_NOISE, DIFFERS, FAILS, MOVING, YOUR_TURN, STOPPED, UNKNOWN;

  public static VerdictGlyph of(Verdict verdict) {
    return switch (verdict) {
      case EQUAL -> EQUAL;
      case WITHIN_NOISE -> WITHIN_NOISE;
      case DIFFERS -> DIFFERS;
      case FAILS -> FAILS;
      case MOVING -> MOVING;
    };
  }

  /// Draws it round (x, y), `side` pixels wide.
  public void draw(Pen pen, double x, double y, double side, Theme theme) {
    double r = side / 2, s = side / 16;
    pen.stroke(theme.ink(), 1.3 * s, Marks.SOLID);
    switch (this) {
      case EQUAL -> {
        pen.strokeOval(x, y, r - .7 * s);
        line(pen, s, x, y, -3.4, .2, -1, 2.6, 3.6, -2.6);
      }
      case WITHIN_NOISE -> {
        pen.strokeRoundRect(x - r + .7 * s, y - r + .7 * s, side - 1.4 * s, side - 1.4 * s, 2.6 * s);
        wave(pen, s, x, y - 1.9 * s);
        wave(pen, s, x, y + 1.9 * s);
      }
      case DIFFERS -> {
        double d = r + .6 * s;
        pen.polyline(new double[] {x, x + d, x, x - d, x}, new double[] {y - d, y, y + d, y, y - d}, 5);
        line(pen, s, x, y, -2.8, -1.3, 2.8, -1.3);
        line(pen, s, x, y, -2.8, 1.3, 2.8, 1.3);
        line(pen, s, x, y, -1.8, 3.6, 1.8, -3.6);
      }
      case FAILS -> {
        pen.fill(theme.ink());
        pen.fillRoundRect(x - r, y - r, side, side, 2 * s);
        pen.stroke(theme.card(), 1.9 * s, Marks.SOLID);
        line(pen, s, x, y, -3.2, -3.2, 3.2, 3.2);
        line(pen, s, x, y, -3.2, 3.2, 3.2, -3.2);
      }
      case MOVING -> {
        dashed(pen, x, y, r, s, theme);
        line(pen, s, x, y, -3.4, 0, 3.4, 0);
        line(pen, s, x, y, 1, -2.4, 3.4, 0, 1, 2.4);
      }
      case YOUR_TURN -> {
        dashed(pen, x, y, r, s, theme);
        pen.curve(x - 2.2 * s, y - 1.6 * s, x - 2.2 * s, y - 5 * s, x + 3.4 * s, y - 4.6 * s, x + 2 * s, y - .8 * s);
        line(pen, s, x, y, 2, -.8, 0, .8, 0, 1.8);
        pen.fill(theme.ink());
        pen.fillOval(x, y + 4 * s, .9 * s);
      }
      case STOPPED -> {
        dashed(pen, x, y, r, s, theme);
        line(pen, s, x, y, -3, 0, 3, 0);
      }
      case UNKNOWN -> {
        pen.stroke(theme.faint(), 1.3 * s, Marks.SOLID);
        pen.strokeOval(x, y, r - .7 * s);
      }
    }
  }

  private static void dashed(Pen pen, double x, double y, double r, double s, Theme theme) {
    pen.stroke(theme.ink(), 1.2 * s, 2.4 * s, 2 * s);
    pen.strokeOval(x, y, r - .7 * s);
    pen.stroke(theme.ink(), 1.3 * s, Marks.SOLID);
  }

  private static void wave(Pen pen, double s, double x, double y) {
    pen.curve(x - 4 * s, y + .7 * s, x - 1.6 * s, y - 2.6 * s, x + 1.6 * s, y + 2.6 * s, x + 4 * s, y - .7 * s);
  }

  private static void line(Pen pen, double s, double x, double y, double... corners) {
    double[] xs = new double[corners.length / 2], ys = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = x + s * corners[2 * i];
      ys[i] = y + s * corners[2 * i + 1];
    }
    pen.polyline(xs, ys, xs.length);
  }
}
