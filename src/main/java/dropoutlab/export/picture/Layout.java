package dropoutlab.export.picture;

import dropoutlab.figure.plot.Figure;

/// How large a figure stands on a page: the larger its words, the fewer logical pixels it has.
///
/// A figure decides by its logical size how large its words are and which of them it writes, so the size is found by
/// drawing it with a pen that only measures ([Trial]): first with words of the size that is wanted, then smaller and
/// smaller until no two texts overlap and none is cut. It goes on a little where the figure still shortens words. A
/// figure whose content does not grow with its room, as a formula, is enlarged until it fills the page, and what leaves
/// room below it stands in the middle.
///
/// @param ptPerPixel  how many pt a logical pixel is
/// @param wordsPt     the size of the figure's smallest words
/// @param figureWidth the figure's room, in logical pixels
/// @param dx,dy       how far the figure is moved in its room
record Layout(double ptPerPixel, double wordsPt, double figureWidth, double figureHeight, double dx, double dy) {
  static final double SCREEN = Page.PT_PER_INCH / Page.SCREEN_PER_INCH;
  private static final double SMALLER = .96;
  /// Words are made smaller than this share of the wish for nothing, and than the second for unshortened words.
  private static final double LEAST = .45, LEAST_FOR_WHOLE_WORDS = .75;
  /// What is smaller than this share of its room, in width and height, is enlarged, at most so many times.
  private static final double FILLED = .85, MOST_ENLARGED = 1.7;

  static Layout of(Figure figure, Page page, Caption caption) {
    if (page.wordsPt() == 0) return at(SCREEN, figure, page, caption);
    Trial best = Trial.at(page.wordsPt() / Trial.USUAL_WORDS, figure, page, caption);
    // Which words are the smallest may depend on their size.
    for (int i = 0; i < 3 && best.wordsPt() != page.wordsPt(); i++)
      best = Trial.at(best.ptPerPixel() * page.wordsPt() / best.wordsPt(), figure, page, caption);
    double most = page.wordsPt() * (1 + 1e-9);
    Trial next = best;
    while (best.wordsPt() > most || !best.isFaultless() && next.wordsPt() * SMALLER > least(best, page)) {
      next = Trial.at(next.ptPerPixel() * SMALLER, figure, page, caption);
      if (best.wordsPt() > most || next.isBetterThan(best)) best = next;
    }
    return enlarged(best, figure, page, caption).layout();
  }

  private static double least(Trial best, Page page) {
    return page.wordsPt() * (best.faults() > 0 ? LEAST : LEAST_FOR_WHOLE_WORDS);
  }

  /// The layout with a logical pixel of that size, whatever comes of it.
  static Layout at(double ptPerPixel, Figure figure, Page page, Caption caption) {
    return Trial.at(ptPerPixel, figure, page, caption).layout();
  }

  private static Trial enlarged(Trial found, Figure figure, Page page, Caption caption) {
    double times = Math.min(MOST_ENLARGED, FILLED / found.filled());
    if (!(times > 1.1)) return found;
    Trial larger = Trial.at(times * found.ptPerPixel(), figure, page, caption);
    return found.isBetterThan(larger) || larger.filled() > 1 ? found : larger;
  }
}
