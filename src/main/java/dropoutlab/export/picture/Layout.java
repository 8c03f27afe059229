package dropoutlab.export.picture;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Measure.Placed;
import dropoutlab.figure.plot.Measure;
import java.util.List;

/// How large a figure stands on a page: the larger its words, the fewer logical pixels it has.
///
/// A figure decides by its logical size how large its words are and which of them it writes, so the size is found by
/// drawing it with a [Measure]: first with words of the size that is wanted, then smaller and smaller until no two texts
/// overlap and none is cut.
///
/// @param ptPerPixel  how many pt a logical pixel is
/// @param wordsPt     the size of the figure's smallest words
/// @param figureWidth the figure's room, in logical pixels
record Layout(double ptPerPixel, double wordsPt, double figureWidth, double figureHeight) {
  static final double SCREEN = Page.PT_PER_INCH / Page.SCREEN_PER_INCH;
  /// What the smallest words of most figures are, in logical pixels.
  private static final double USUAL = 11;
  private static final double SMALLER = .96;
  /// Words are not made smaller than this: then the room is too small for the figure.
  private static final double LEAST_PT = 2;
  /// Letters seldom fill their boxes.
  private static final double SLACK = 1;

  static Layout of(Figure figure, Page page, Caption caption) {
    if (page.wordsPt() == 0) return at(SCREEN, figure, page, caption);
    Trial trial = wished(figure, page, caption);
    while (!trial.fits() && trial.layout.wordsPt * SMALLER > LEAST_PT)
      trial = Trial.at(trial.layout.ptPerPixel * SMALLER, figure, page, caption);
    return trial.layout;
  }

  static Layout at(double ptPerPixel, Figure figure, Page page, Caption caption) {
    return Trial.at(ptPerPixel, figure, page, caption).layout;
  }

  /// With the words as large as wanted; which they are may depend on their size.
  private static Trial wished(Figure figure, Page page, Caption caption) {
    Trial trial = Trial.at(page.wordsPt() / USUAL, figure, page, caption);
    for (int i = 0; i < 3 && trial.layout.wordsPt != page.wordsPt(); i++)
      trial = Trial.at(trial.layout.ptPerPixel * page.wordsPt() / trial.layout.wordsPt, figure, page, caption);
    return trial;
  }

  private record Trial(Layout layout, List<Placed> placed) {
    static Trial at(double ptPerPixel, Figure figure, Page page, Caption caption) {
      double width = Math.max(1, (page.widthPt() - 2 * page.marginPt()) / ptPerPixel);
      double height = Math.max(1, (page.heightPt() - 2 * page.marginPt() - caption.heightPt()) / ptPerPixel);
      List<Placed> placed = Measure.of(figure, width, height, page.theme());
      double smallest = placed.stream().filter(Placed::isWords).mapToDouble(Placed::size).min().orElse(USUAL);
      return new Layout(ptPerPixel, smallest * ptPerPixel, width, height).with(placed);
    }

    boolean fits() {
      for (int i = 0; i < placed.size(); i++) {
        Placed each = placed.get(i);
        if (each.cut() || each.leaves(layout.figureWidth, layout.figureHeight, SLACK)) return false;
        for (Placed other : placed.subList(0, i))
          if ((each.isWords() || other.isWords()) && each.overlaps(other)) return false;
      }
      return true;
    }
  }

  private Trial with(List<Placed> placed) { return new Trial(this, placed); }
}
