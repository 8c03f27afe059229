package dropoutlab.export.picture.check;

import dropoutlab.export.picture.Sheet;
import dropoutlab.figure.plot.Measure.Placed;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Theme;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/// Whether words stand out from what is beneath them, as WCAG 2.2 asks of words (1.4.3).
final class Contrasts {
  private static final double LEAST = 4.5;
  /// The share of the ground beneath a word that may be worse: a thin line that goes through it hides nothing.
  private static final double CROSSED = 1 / 3.0;
  private static final int LONGEST = 28;

  private Contrasts() {}

  static Check check(Sheet sheet, List<Placed> placed, Ground ground) {
    double lowest = Double.POSITIVE_INFINITY;
    String worst = "";
    for (Placed each : placed) {
      if (!each.isWords() || each.argb() >>> 24 == 0) continue;
      double found = contrast(each, ground.image());
      if (found < lowest) {
        lowest = found;
        worst = each.text();
      }
    }
    if (lowest == Double.POSITIVE_INFINITY)
      return new Check(Check.Kind.CONTRAST, true, Words.of("vector.check.contrast.none"));
    // Rounded down, so that nothing is said to be more than it is.
    String shown = Numbers.fixed(Math.floor(lowest * 10) / 10, 1);
    if (lowest >= LEAST) return new Check(Check.Kind.CONTRAST, true, Words.of("vector.check.contrast.found", shown));
    String word = Shown.shortened(worst, LONGEST);
    boolean projector = sheet.page().theme().equals(Theme.PROJECTOR);
    return new Check(Check.Kind.CONTRAST, false, projector ? Words.of("vector.check.contrast.pale_still", word, shown)
        : Words.of("vector.check.contrast.pale", word, shown));
  }

  /// That which all but the worst part of the ground has.
  static double contrast(Placed word, BufferedImage ground) {
    int left = Math.clamp((int) Math.ceil(word.left()), 0, ground.getWidth() - 1);
    int right = Math.clamp((int) Math.floor(word.right()), left + 1, Math.max(left + 1, ground.getWidth()));
    int top = Math.clamp((int) Math.ceil(word.top()), 0, ground.getHeight() - 1);
    int bottom = Math.clamp((int) Math.floor(word.bottom()), top + 1, Math.max(top + 1, ground.getHeight()));
    double[] found = new double[(right - left) * (bottom - top)];
    int count = 0;
    for (int y = top; y < Math.min(bottom, ground.getHeight()); y++)
      for (int x = left; x < Math.min(right, ground.getWidth()); x++) {
        int beneath = ground.getRGB(x, y);
        int letter = Palette.mix(beneath, word.argb() | 0xFF000000, (word.argb() >>> 24) / 255.0);
        found[count++] = Palette.contrast(Palette.luminance(letter), Palette.luminance(beneath));
      }
    Arrays.sort(found, 0, count);
    return found[(int) (CROSSED * count)];
  }
}
