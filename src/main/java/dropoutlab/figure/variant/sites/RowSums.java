package dropoutlab.figure.variant.sites;

import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;

/// The sums of the rows of one head, which were 1 before dropout: a bar for each word.
///
/// @param places the attention of each side
record RowSums(List<Place> places, List<Side> sides, int example, int head) {
  private static final double LEAST = 1.5;

  void draw(Pen pen, Inset at, SitesLayout layout, Theme theme) {
    double most = LEAST;
    for (Place place : places) most = Math.max(most, 1 / (1 - place.site().p()));
    double each = at.height() / layout.words(), unit = at.width() / most;
    for (int s = 0; s < places.size(); s++) {
      double high = (each - Math.min(2, each / 4)) / places.size();
      for (int i = 0; i < layout.words(); i++) {
        double sum = Math.min(most, places.get(s).rowSum(example, head, layout.first() + i));
        bar(pen, sides.get(s), at.left(), at.top() + i * each + s * high + Math.min(1, each / 8), sum * unit, high,
            theme);
      }
    }
    pen.stroke(theme.ink(), 1, 2, 2);
    pen.line(at.left() + unit, at.top(), at.left() + unit, at.bottom());
    Type type = new Type(Face.NUMBER, 10);
    pen.fill(theme.muted());
    pen.text(Numbers.brief(0), at.left(), at.bottom() + 12, type, Align.LEFT);
    pen.text(Numbers.brief(1), at.left() + unit, at.bottom() + 12, type, Align.CENTRE);
    Type words = new Type(Face.TEXT, 11);
    pen.text(Words.of("depth.row_sum"), at.left() - 2, at.top() - 6, words, Align.LEFT);
  }

  private static void bar(Pen pen, Side side, double left, double top, double wide, double high, Theme theme) {
    if (side.letter() == Side.Letter.A || side.isNone()) {
      pen.fill(side.colour(theme));
      pen.fillRect(left, top, wide, high);
      return;
    }
    pen.stroke(side.colour(theme), 1, Marks.SOLID);
    pen.strokeRect(left + .5, top + .5, Math.max(0, wide - 1), Math.max(1, high - 1));
  }
}
