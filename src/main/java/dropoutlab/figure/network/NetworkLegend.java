package dropoutlab.figure.network;

import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Series.Ink;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.NetworkView;
import dropoutlab.words.Words;

/// What the colours and shapes of a network mean, in one small line at its foot. The last entries go first where there
/// is not room for all.
final class NetworkLegend {
  private static final double FONT = 11;
  private static final Type WORDS = new Type(Face.TEXT, FONT);
  private static final double BETWEEN = 16;
  private static final double BAR = 34;
  private static final double STROKE = 14;
  private static final double SIGN = 11;

  private enum Entry { ACTIVATION, WEIGHT, DROPPED, KEPT }

  private final boolean masked;
  private final boolean gradients;
  private final Ink kept;

  NetworkLegend(NetworkView view, boolean gradients, Ink kept) {
    this.kept = kept;
    this.masked = view.layers().stream().anyMatch(layer -> !layer.mask().isEmpty());
    this.gradients = gradients;
  }

  void draw(Pen pen, NetworkLayout layout, double width, double height, Theme theme) {
    double x = 2;
    for (Entry entry : Entry.values()) {
      if (!masked && (entry == Entry.DROPPED || entry == Entry.KEPT)) return;
      double wide = width(pen, entry);
      if (x + wide > width) return;
      draw(pen, entry, x, height - 4, theme);
      x += wide + BETWEEN;
    }
  }

  private String name(Entry entry) {
    return Words.of(switch (entry) {
      case ACTIVATION -> "figure.network.activation";
      case WEIGHT -> gradients ? "figure.network.gradients" : "figure.network.weight";
      case DROPPED -> "figure.network.dropped";
      case KEPT -> "figure.network.kept_units";
    });
  }

  private double width(Pen pen, Entry entry) {
    double name = pen.textWidth(name(entry), WORDS);
    return switch (entry) {
      case ACTIVATION -> name + 4 + 2 * SIGN + BAR;
      case WEIGHT -> name + 4 + 2 * SIGN + 2 * STROKE + 4;
      case DROPPED, KEPT -> name + 14;
    };
  }

  private void draw(Pen pen, Entry entry, double left, double baseline, Theme theme) {
    double middle = baseline - .36 * FONT;
    boolean disc = entry == Entry.DROPPED || entry == Entry.KEPT;
    pen.fill(theme.muted());
    pen.text(name(entry), disc ? left + 14 : left, baseline, WORDS, Align.LEFT);
    double x = left + pen.textWidth(name(entry), WORDS) + 4;
    switch (entry) {
      case ACTIVATION -> {
        signs(pen, x, BAR, baseline);
        int[] colours = {Palette.diverging(theme, -1), Palette.diverging(theme, 0), Palette.diverging(theme, 1)};
        pen.image(colours, 3, 1, x + SIGN, middle - 4, BAR, 8, true);
        pen.stroke(theme.muted(), .6, Marks.SOLID);
        pen.strokeRect(x + SIGN, middle - 4, BAR, 8);
      }
      case WEIGHT -> {
        signs(pen, x, 2 * STROKE + 4, baseline);
        pen.stroke(theme.negative(), 1.8, Marks.SOLID);
        pen.line(x + SIGN, middle, x + SIGN + STROKE, middle);
        pen.stroke(theme.positive(), 1.8, Marks.SOLID);
        pen.line(x + SIGN + STROKE + 4, middle, x + SIGN + 2 * STROKE + 4, middle);
      }
      case DROPPED -> {
        pen.stroke(theme.muted(), 1, 2.4, 2.4);
        pen.strokeOval(left + 5, middle, 4.5);
        pen.stroke(Palette.mix(theme.muted(), theme.ink(), .5), 1.4, Marks.SOLID);
        Marks.cross(pen, left + 5, middle, 2.5);
      }
      case KEPT -> {
        pen.fill(Palette.diverging(theme, 0));
        pen.stroke(kept.of(theme), 1.5, Marks.SOLID);
        pen.fillOval(left + 5, middle, 4.5);
        pen.strokeOval(left + 5, middle, 4.5);
      }
    }
  }

  /// A minus and a plus round `between` pixels.
  private static void signs(Pen pen, double x, double between, double baseline) {
    pen.text("−", x + SIGN / 2 - 1, baseline, WORDS, Align.CENTRE);
    pen.text("+", x + SIGN + between + SIGN / 2 + 1, baseline, WORDS, Align.CENTRE);
  }
}
