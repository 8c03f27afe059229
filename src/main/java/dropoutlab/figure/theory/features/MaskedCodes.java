package dropoutlab.figure.theory.features;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Heading;
import dropoutlab.frame.bench.FeaturesPicture.Information;
import dropoutlab.frame.bench.FeaturesPicture.Information.Coded;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.Optional;

/// The last mask that the engine drew for each code: the units with their signs, what was dropped, and what can still
/// be told.
record MaskedCodes(Information of) implements Figure {
  private static final double HEAD = 36, LARGEST = 13;

  private double pitch(double width) { return Math.min(2 * LARGEST + 8, width / of.units()); }

  private static double top(int code, double height) { return HEAD + code * Math.min(120, (height - HEAD) / 3); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Heading.draw(pen, theme, 0, 14, width, Words.of("claimfeatures.bits.mask"),
        Words.of("claimfeatures.bits.mask_rest"));
    for (int code = 0; code < of.coded().size(); code++) drawCode(pen, width, top(code, height), theme, code);
  }

  private void drawCode(Pen pen, double width, double top, Theme theme, int code) {
    Coded coded = of.coded().get(code);
    double pitch = pitch(width), radius = Math.min(LARGEST, pitch / 2 - 3);
    pen.fill(theme.muted());
    pen.text(title(code), 0, top + 10, new Type(Face.TEXT, 11.5), Align.LEFT);
    for (int u = 0; u < of.units(); u++)
      drawUnit(pen, theme, radius + 1 + u * pitch, top + 20 + radius, radius, coded.sent().get(u), coded.kept().get(u));
    pen.fill(theme.ink());
    pen.text(left(code, coded), 0, top + 20 + 2 * radius + 16, new Type(Face.TEXT_MEDIUM, 11.5), Align.LEFT);
  }

  private static void drawUnit(Pen pen, Theme theme, double x, double y, double radius, boolean plus, boolean kept) {
    if (kept) pen.stroke(theme.accent(), 1.8, Marks.SOLID);
    else pen.stroke(theme.muted(), 1, 2.5, 2.5);
    pen.strokeOval(x, y, radius);
    if (kept) {
      pen.fill(theme.ink());
      pen.text(sign(plus), x, y + 5, new Type(Face.NUMBER_BOLD, 14), Align.CENTRE);
      return;
    }
    pen.stroke(theme.muted(), 1.3, Marks.SOLID);
    Marks.cross(pen, x, y, .42 * radius);
  }

  private static String sign(boolean plus) {
    return Words.of(plus ? "claimfeatures.bits.plus" : "claimfeatures.bits.minus");
  }

  private static String title(int code) {
    return switch (code) {
      case 0 -> Words.of("claimfeatures.bits.sends_copy");
      case 1 -> Words.of("claimfeatures.bits.sends_parity");
      default -> Words.of("claimfeatures.bits.sends_own");
    };
  }

  /// What can be told from what is kept.
  private String left(int code, Coded coded) {
    int kept = (int) coded.kept().stream().filter(each -> each).count();
    boolean all = kept == of.units(), odd = coded.sent().stream().filter(plus -> !plus).count() % 2 == 1;
    return switch (code) {
      case 0 -> kept > 0 ? Words.of("claimfeatures.bits.known", sign(coded.sent().getFirst()))
          : Words.of("claimfeatures.bits.lost");
      case 1 -> all ? Words.of("claimfeatures.bits.known", sign(!odd)) : Words.of("claimfeatures.bits.lost");
      default -> Words.of("claimfeatures.bits.some", Numbers.count(kept), Numbers.count(of.units()));
    };
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    for (int code = 0; code < of.coded().size(); code++)
      if (y >= top(code, height) && y < top(code, height) + 80)
        return Optional.of(new Hit.Place(code, 0, Words.of("claimfeatures.bits.mask_told", title(code),
        left(code, of.coded().get(code)))));
    return Optional.empty();
  }
}
