package dropoutlab.export.picture;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Pen;

/// A figure laid out on its page, with its caption below it: what every format draws.
///
/// @param caption what stands below the figure; empty for nothing
/// @param recipe  what the file tells about how it was made ([dropoutlab.export.recipe.Recipe]); empty for nothing
public record Sheet(Figure figure, Page page, String caption, String recipe) {
  /// How many pt a logical pixel of the figure is on the page.
  public double ptPerPixel() { return Page.PT_PER_INCH / Page.SCREEN_PER_INCH; }

  /// The size of the smallest words on the page, which is less than [Page#wordsPt] where there is too little room.
  public double wordsPt() { return page.wordsPt(); }

  /// The page in logical pixels, which the figure is drawn in.
  public double width() { return page.widthPt() / ptPerPixel(); }

  public double height() { return page.heightPt() / ptPerPixel(); }

  /// Draws ground (unless it is transparent), figure and caption into (0, 0, width, height), in logical pixels.
  public void draw(Pen pen) {
    if (!page.transparent()) {
      pen.fill(page.theme().card());
      pen.fillRect(0, 0, width(), height());
    }
    figure.draw(pen, width(), height(), page.theme());
  }
}
