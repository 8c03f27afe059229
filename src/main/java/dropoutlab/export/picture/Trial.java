package dropoutlab.export.picture;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Measure.Extent;
import dropoutlab.figure.plot.Measure.Placed;
import dropoutlab.figure.plot.Measure;
import java.util.List;

/// What comes of a figure that is drawn on a page at some size.
///
/// @param wordsPt  the size of its smallest words
/// @param faults   how many texts leave the figure's room, are hidden in part or stand on others
/// @param shortened how many words the figure had to shorten
record Trial(double ptPerPixel, double wordsPt, int faults, int shortened, double width, double height, Extent extent) {
  /// What the smallest words of most figures are, in logical pixels.
  static final double USUAL_WORDS = 11;
  /// Letters seldom fill their boxes.
  private static final double SLACK = 1;
  /// What fills less of its room is put in the middle.
  private static final double MUCH = .8;

  static Trial at(double ptPerPixel, Figure figure, Page page, Caption caption) {
    double width = Math.max(1, (page.widthPt() - 2 * page.marginPt()) / ptPerPixel);
    double height = Math.max(1, (page.heightPt() - 2 * page.marginPt() - caption.heightPt()) / ptPerPixel);
    Measure measure = Measure.of(figure, width, height, page.theme());
    List<Placed> placed = measure.placed();
    // A letter alone may be raised or lowered, and is smaller than the words that it belongs to.
    double smallest = placed.stream().filter(each -> each.text().length() > 1).mapToDouble(Placed::size).min()
        .orElse(USUAL_WORDS);
    return new Trial(ptPerPixel, smallest * ptPerPixel, faults(placed, width, height),
        (int) placed.stream().filter(Placed::isShortened).count(), width, height, measure.extent());
  }

  private static int faults(List<Placed> placed, double width, double height) {
    int faults = 0;
    for (int i = 0; i < placed.size(); i++) {
      Placed each = placed.get(i);
      if (each.cut() || leaves(each, width, height)) faults++;
      for (Placed other : placed.subList(0, i))
        if ((each.isWords() || other.isWords()) && each.overlaps(other)) faults++;
    }
    return faults;
  }

  private static boolean leaves(Placed each, double width, double height) {
    return each.left() < -SLACK || each.top() < -SLACK || each.right() > width + SLACK
        || each.bottom() > height + SLACK;
  }

  boolean isFaultless() { return faults == 0 && shortened == 0; }

  /// Words that can be read come before words that are whole.
  boolean isBetterThan(Trial larger) {
    return faults != larger.faults ? faults < larger.faults : shortened < larger.shortened;
  }

  /// The share of its room that the figure fills, in width or height, whichever is more.
  double filled() { return Math.max(extent.right() / width, extent.bottom() / height); }

  Layout layout() {
    return new Layout(ptPerPixel, wordsPt, width, height, centred(extent.left(), extent.right(), width),
        centred(extent.top(), extent.bottom(), height));
  }

  /// How far what reaches from `low` to `high` is moved in its room: into the middle where it leaves much of it free.
  private static double centred(double low, double high, double room) {
    return high < low || high - low >= MUCH * room ? 0 : (room - low - high) / 2;
  }
}
