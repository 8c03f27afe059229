package dropoutlab.export.picture;

import dropoutlab.figure.plot.Theme;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import io.soabase.recordbuilder.core.RecordBuilder;

/// The page that a figure is put on.
///
/// @param widthCm     the width on paper, or on a slide as programs measure it
/// @param dpi         pixels an inch, in formats that have pixels
/// @param wordsPt     the size that the smallest words of the figure are to have on the page; 0 for the screen's, where a
///                    logical pixel is 1/96 inch. Where that leaves too little room they are smaller ([Sheet#wordsPt])
/// @param captionPt   the size of the caption's words
/// @param lines       the width of lines, as a multiple of the screen's beside words of the same size
/// @param theme       the colours
/// @param transparent whether the ground is left out, in formats that can
@RecordBuilder
public record Page(Purpose purpose, double widthCm, double heightCm, double dpi, double wordsPt, double captionPt,
                   double lines, Theme theme, boolean transparent) implements PageBuilder.With {
  /// The greatest number of pixels on a side.
  public static final int MOST_PIXELS = 16_384;
  public static final double CM_PER_INCH = 2.54;
  public static final double PT_PER_INCH = 72;
  /// Logical pixels an inch where words have the screen's size.
  public static final double SCREEN_PER_INCH = 96;

  public Page {
    if (!(widthCm > 0 && heightCm > 0 && dpi > 0 && lines > 0 && wordsPt >= 0 && captionPt > 0))
      throw new IllegalArgumentException(Words.of("picture.page.positive"));
    double widest = Math.max(widthCm, heightCm) / CM_PER_INCH * dpi;
    double narrowest = Math.min(widthCm, heightCm) / CM_PER_INCH * dpi;
    if (!(Math.rint(widest) <= MOST_PIXELS && narrowest >= 1))
      throw new IllegalArgumentException(Words.of("picture.page.pixels", Numbers.count(Math.round(widest)),
          Numbers.count(MOST_PIXELS),
          Numbers.count((long) Math.floor(MOST_PIXELS * CM_PER_INCH / Math.max(widthCm, heightCm)))));
  }

  /// The page for a purpose, in the light theme.
  public static Page of(Purpose purpose) {
    return switch (purpose) {
      case SLIDE_WIDE -> new Page(purpose, 33.87, 19.05, 144, 20, 12, 1.25, Theme.LIGHT, false);
      case SLIDE -> new Page(purpose, 25.4, 19.05, 144, 20, 12, 1.25, Theme.LIGHT, false);
      case PAPER -> new Page(purpose, 8.9, 6.2, 600, 8, 6, .7, Theme.LIGHT, false);
      case POSTER -> new Page(purpose, 40, 28, 200, 36, 18, 1.25, Theme.LIGHT, false);
      case OWN -> ofPixels(900, 600, 2, Theme.LIGHT);
    };
  }

  /// A page of logical pixels, words as large as on the screen, each `scale` picture pixels wide.
  public static Page ofPixels(int width, int height, double scale, Theme theme) {
    double cm = CM_PER_INCH / SCREEN_PER_INCH;
    return new Page(Purpose.OWN, width * cm, height * cm, SCREEN_PER_INCH * scale, 0, 9, 1, theme, false);
  }

  public int widthPixels() { return (int) Math.round(widthCm / CM_PER_INCH * dpi); }

  public int heightPixels() { return (int) Math.round(heightCm / CM_PER_INCH * dpi); }

  public double widthPt() { return widthCm / CM_PER_INCH * PT_PER_INCH; }

  public double heightPt() { return heightCm / CM_PER_INCH * PT_PER_INCH; }

  /// The room around the figure. What is put into a paper has next to none, because the paper has its own.
  public double marginPt() {
    double side = Math.min(widthPt(), heightPt());
    return switch (purpose) {
      case SLIDE_WIDE, SLIDE, POSTER -> .045 * side;
      case PAPER -> .01 * side;
      case OWN -> Math.min(16 * PT_PER_INCH / SCREEN_PER_INCH, .04 * side);
    };
  }
}
