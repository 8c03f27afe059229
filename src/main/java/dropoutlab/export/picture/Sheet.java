package dropoutlab.export.picture;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.ShiftedPen;

/// A figure laid out on its page, with its caption below it: what every format draws.
///
/// @param caption what stands below the figure; empty for nothing
/// @param recipe  what the file tells about how it was made ([dropoutlab.export.recipe.Recipe]); empty for nothing
/// @param layout  how large the figure's words are on the page
public record Sheet(Figure figure, Page page, String caption, String recipe, Layout layout) {
  /// Lays the figure out with words as large as the page wants them, or the largest for which there is room.
  public Sheet(Figure figure, Page page, String caption, String recipe) {
    this(figure, page, caption, recipe, Layout.of(figure, page, Caption.on(page, caption)));
  }

  /// The same laid out as another one, so that nothing jumps in a film.
  Sheet as(Layout other) { return new Sheet(figure, page, caption, recipe, other); }

  /// How many pt a logical pixel of the figure is on the page.
  public double ptPerPixel() { return layout.ptPerPixel(); }

  /// The size of the smallest words on the page, which is less than [Page#wordsPt] where there is too little room.
  public double wordsPt() { return layout.wordsPt(); }

  /// The page in logical pixels, which the figure is drawn in.
  public double width() { return page.widthPt() / ptPerPixel(); }

  public double height() { return page.heightPt() / ptPerPixel(); }

  /// Draws ground (unless it is transparent), figure and caption into (0, 0, width, height), in logical pixels.
  public void draw(Pen pen) {
    if (!page.transparent()) {
      pen.fill(page.theme().card());
      // One unit more than the page, so that a size that was rounded up has no black edge.
      pen.fillRect(0, 0, width() + 1, height() + 1);
    }
    Caption below = Caption.on(page, caption);
    double margin = page.marginPt() / ptPerPixel();
    figure.draw(new ShiftedPen(pen, margin + layout.dx(), margin + layout.dy(), page.lines()), layout.figureWidth(),
        layout.figureHeight(), page.theme());
    draw(below, pen);
  }

  private void draw(Caption below, Pen pen) {
    pen.fill(page.theme().muted());
    double left = page.marginPt() / ptPerPixel();
    for (int i = 0; i < below.lines().size(); i++)
      pen.text(below.lines().get(i), left, below.baselinePt(page, i) / ptPerPixel(),
          new Type(Face.TEXT, below.sizePt() / ptPerPixel()), Align.LEFT);
  }
}
