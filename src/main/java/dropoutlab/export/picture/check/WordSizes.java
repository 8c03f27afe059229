package dropoutlab.export.picture.check;

import dropoutlab.export.picture.Page;
import dropoutlab.export.picture.Purpose;
import dropoutlab.export.picture.Sheet;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;

/// Whether the words of a figure are large enough for where it is read: on paper in the hand, on a slide from the last
/// row, which is six heights of the picture away. Its caption is for who has the file.
final class WordSizes {
  /// On paper.
  private static final double LEAST_PT = 6;
  private static final double HEIGHTS_AWAY = 6;
  /// What a capital must fill of the view, as projected text is held to.
  private static final double LEAST_ANGLE = Math.toRadians(10 / 60.0);
  /// The height of Inter's capitals, in the size of its words.
  private static final double CAPITAL = .7275;
  /// Sizes differ by rounding.
  private static final double SLACK = 1e-6;

  private WordSizes() {}

  static Check check(Sheet sheet) {
    Page page = sheet.page();
    double least = leastPt(page);
    boolean passes = sheet.wordsPt() >= least - SLACK;
    return new Check(Check.Kind.WORDS, passes, passes ? found(sheet) : advice(sheet, least));
  }

  private static boolean onPaper(Page page) {
    return page.purpose() == Purpose.PAPER || page.purpose() == Purpose.OWN;
  }

  static double leastPt(Page page) {
    return onPaper(page) ? LEAST_PT : StrictMath.tan(LEAST_ANGLE) * HEIGHTS_AWAY * page.heightPt() / CAPITAL;
  }

  /// Rounded down, so that nothing is said to be larger than it is.
  private static String pt(double size) { return Numbers.brief(Math.floor(size * 10 + SLACK) / 10); }

  private static String found(Sheet sheet) {
    String size = pt(sheet.wordsPt());
    return switch (sheet.page().purpose()) {
      case PAPER, OWN -> Words.of("vector.check.words.paper", size);
      case SLIDE_WIDE, SLIDE -> Words.of("vector.check.words.slide", size);
      case POSTER -> Words.of("vector.check.words.poster", size, Numbers.fixed(metres(sheet.wordsPt()), 1));
    };
  }

  /// From how far they can be read.
  private static double metres(double wordsPt) {
    return wordsPt * CAPITAL / StrictMath.tan(LEAST_ANGLE) / Page.PT_PER_INCH * Page.CM_PER_INCH / 100;
  }

  private static String advice(Sheet sheet, double least) {
    String size = pt(sheet.wordsPt()), enough = Numbers.count(Math.ceil(least - SLACK));
    boolean paper = onPaper(sheet.page());
    // Where words are smaller than was asked for there was no room for larger ones.
    if (sheet.page().wordsPt() >= least)
      return paper ? Words.of("vector.check.words.small_full", size) : Words.of("vector.check.words.far_full", size);
    return paper ? Words.of("vector.check.words.small", size, enough) : Words.of("vector.check.words.far", size, enough);
  }
}
