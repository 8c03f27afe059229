package dropoutlab.figure.variant.sites;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// Whose picture it is and how it is read, and where there are several blocks, which one: a click takes another one.
///
/// @param picture whether the words are the rows of a picture
record SitesStrip(Pictured pictured, boolean picture) implements Figure {
  private static final Type WORDS = new Type(Face.TEXT, 12), BOLD = new Type(Face.TEXT_BOLD, 12),
      CHIP = new Type(Face.NUMBER, 11);
  private static final double MARK = 14, SIDE = 18, GAP = 4, BETWEEN = 12;

  private List<List<Integer>> blocks() { return pictured.flow().blocks(); }

  private boolean hasChips(double width) { return blocks().size() > 1 && left() + chips() < width; }

  private static String block() { return Words.of("depth.strip.block"); }

  private double chips() { return TextMeasure.width(block(), WORDS) + 6 + blocks().size() * (SIDE + GAP); }

  private String name() { return pictured.isDifference() ? Words.of("depth.difference")
      : pictured.side().method().title(); }

  private double left() { return MARK * pictured.sides().size() + TextMeasure.width(name(), BOLD) + BETWEEN; }

  private Inset chip(int block) {
    return new Inset(left() + TextMeasure.width(block(), WORDS) + 6 + block * (SIDE + GAP), 5, SIDE, SIDE);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    List<Side> sides = pictured.sides();
    for (int i = 0; i < sides.size(); i++) sides.get(i).mark(pen, theme, 6 + i * MARK, 14, 4);
    pen.fill(pictured.side().words(theme));
    pen.text(Fit.within(pen, name(), BOLD, width - MARK), MARK * sides.size(), 18, BOLD, Align.LEFT);
    double left = left();
    if (hasChips(width)) {
      drawChips(pen, theme);
      left += chips() + BETWEEN;
    }
    pen.fill(theme.muted());
    String norm = pictured.flow().norm(), row = picture ? Words.of("depth.strip.picture")
        : Words.of("depth.strip.sites");
    String text = Fit.firstThatFits(pen, WORDS, width - left, norm.isEmpty() ? row
        : Words.of("depth.strip.norm", norm, row), row, norm, "");
    pen.text(text, left, 18, WORDS, Align.LEFT);
  }

  private void drawChips(Pen pen, Theme theme) {
    pen.fill(theme.muted());
    pen.text(block(), left(), 18, WORDS, Align.LEFT);
    for (int i = 0; i < blocks().size(); i++) {
      Inset at = chip(i);
      boolean chosen = i == pictured.flow().block();
      pen.fill(chosen ? pictured.side().pale(theme) : theme.page());
      pen.fillRoundRect(at.left(), at.top(), at.width(), at.height(), 4);
      pen.stroke(chosen ? pictured.side().colour(theme) : theme.line(), 1, Marks.SOLID);
      pen.strokeRoundRect(at.left() + .5, at.top() + .5, at.width() - 1, at.height() - 1, 4);
      pen.fill(chosen ? theme.ink() : theme.muted());
      pen.text(Integer.toString(i + 1), at.left() + SIDE / 2, at.top() + 13, CHIP, Align.CENTRE);
    }
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    if (!hasChips(width)) return Optional.empty();
    for (int i = 0; i < blocks().size(); i++)
      if (chip(i).contains(x, y) && !blocks().get(i).isEmpty())
        return Optional.of(new Hit.Site(blocks().get(i).getFirst(), Words.of("depth.strip.block.told", i + 1)));
    return Optional.empty();
  }
}
