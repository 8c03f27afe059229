package dropoutlab.figure.variant.sites;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.words.Words;
import java.util.Optional;

/// The weights of all heads, small: what was dropped has the colour of the network, the more the more was lost. A click
/// on one brings it into the large picture.
record HeadsPanel(Pictured pictured, Place place) implements Figure {
  private static final double NUMBER = 12, GAP = 8, LEAST = .3;
  private static final Type TYPE = new Type(Face.NUMBER, 10.5);

  private Inset head(int head, double width, double height) {
    int across = 1;
    for (int n = 2; n <= place.heads(); n++) if (side(n, width, height) > side(across, width, height)) across = n;
    double side = side(across, width, height);
    double left = head % across * (side + NUMBER + GAP) + NUMBER, top = 3 + head / across * (side + GAP);
    return new Inset(Math.round(left), Math.round(top), Math.floor(side), Math.floor(side));
  }

  /// Returns how large each can be where so many stand side by side.
  private double side(int across, double width, double height) {
    int down = Math.ceilDiv(place.heads(), across);
    return Math.max(4, Math.min((width - GAP * (across - 1)) / across - NUMBER,
        (height - 4 - GAP * (down - 1)) / down));
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    for (int h = 0; h < place.heads(); h++) {
      Inset at = head(h, width, height);
      pen.image(cells(h, theme), place.steps(), place.steps(), at.left(), at.top(), at.width(), at.height(), false);
      boolean front = h == pictured.head();
      pen.stroke(front ? pictured.side().colour(theme) : theme.line(), front ? 1.6 : 1, Marks.SOLID);
      pen.strokeRect(at.left() - .5, at.top() - .5, at.width() + 1, at.height() + 1);
      pen.fill(front ? theme.ink() : theme.muted());
      pen.text(Integer.toString(h + 1), at.left() - 4, at.top() + 9, TYPE, Align.RIGHT);
    }
  }

  private int[] cells(int head, Theme theme) {
    int[] cells = new int[place.size()];
    for (int i = 0; i < cells.length; i++) {
      int index = place.index(head, 0, 0) + i;
      double weight = Math.sqrt(Math.clamp(place.before(pictured.example(), index), 0, 1));
      boolean dropped = place.site().isDropped(pictured.example(), index);
      cells[i] = dropped ? Palette.mix(theme.card(), pictured.side().colour(theme), LEAST + (1 - LEAST) * weight)
          : Palette.mix(theme.card(), theme.ink(), weight);
    }
    return cells;
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    for (int h = 0; h < place.heads(); h++)
      if (head(h, width, height).contains(x, y))
        return Optional.of(new Hit.Head(h, Words.of("depth.heads.told", h + 1, place.heads())));
    return Optional.empty();
  }
}
