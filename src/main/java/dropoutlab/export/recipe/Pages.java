package dropoutlab.export.recipe;

import dropoutlab.words.Numbers;
import dropoutlab.words.Words;

/// The ranges in which the numbers of a page make sense. A recipe comes from anywhere: nothing in it may ask for a
/// picture of a mile.
public final class Pages {
  private static final double LEAST_CM = .1, MOST_CM = 500, LEAST_DPI = 1, MOST_DPI = 10_000, MOST_PT = 500,
      LEAST_LINES = .1,
      MOST_LINES = 20;

  private Pages() {}

  /// @throws IllegalArgumentException with a sentence
  public static void requireUsual(double widthCm, double heightCm, double dpi, double wordsPt, double captionPt,
      double lines) {
    within(Words.of("recipe.page.width"), widthCm, LEAST_CM, MOST_CM);
    within(Words.of("recipe.page.height"), heightCm, LEAST_CM, MOST_CM);
    within(Words.of("recipe.page.dpi"), dpi, LEAST_DPI, MOST_DPI);
    within(Words.of("recipe.page.words"), wordsPt, 0, MOST_PT);
    within(Words.of("recipe.page.caption"), captionPt, 1, MOST_PT);
    within(Words.of("recipe.page.lines"), lines, LEAST_LINES, MOST_LINES);
  }

  private static void within(String what, double value, double least, double most) {
    if (!(value >= least && value <= most))
      throw new IllegalArgumentException(Words.of("recipe.page.range", what, Numbers.typed(least), Numbers.typed(most),
          shown(value, most)));
  }

  /// A size in pixels is a long fraction in cm: no more digits than tell it.
  private static String shown(double value, double most) {
    double size = Math.abs(value);
    return size >= 1e-2 && size < 1e6 ? Numbers.typed(value, most) : Numbers.typed(value);
  }
}
