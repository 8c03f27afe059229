package dropoutlab.figure.variant.sites;

import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Look;
import java.util.List;
import java.util.Optional;

/// One example on its way through an encoder block: a row is a word, from the left to the right.
record SitesHero(Pictured pictured, Look look, WordLabels labels, Schema schema) implements Figure {
  private static final Type WORDS = new Type(Face.TEXT, 11), BOLD = new Type(Face.TEXT_BOLD, 11),
      NUMBER = new Type(Face.NUMBER, 11);

  private List<Place> places() { return pictured.places(); }

  private SitesLayout layout(double width, double height) {
    return SitesLayout.of(places(), labels.width(), look.first(), width, height);
  }

  private FlowLine line(SitesLayout layout, int colour, double width) {
    return new FlowLine(pictured.flow(), layout, colour, look.site(), width);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    SitesLayout layout = layout(width, height);
    int colour = pictured.side().colour(theme);
    line(layout, colour, layout.showsSays() ? layout.says().left() + 26 : width).draw(pen, theme);
    for (int i = 0; i < places().size(); i++) drawPlace(pen, i, layout, theme);
    if (!places().isEmpty()) labels.drawRows(pen, layout.rasters().getFirst(), layout, theme);
    if (layout.showsSays()) new EndOfLine(pictured.sides(), schema, pictured.example()).draw(pen, layout.says(), theme);
    drawCursor(pen, layout, theme);
  }

  private boolean isInFront(Place place) { return place.isUsed() && place.site().number() == look.site(); }

  private void drawPlace(Pen pen, int i, SitesLayout layout, Theme theme) {
    Place place = places().get(i);
    Inset at = layout.rasters().get(i);
    int colour = pictured.side().colour(theme);
    Seen seen = pictured.seen(i);
    if (place.isAttention()) {
      new AttentionRaster(seen, pictured.head(), layout.first(), layout.words()).draw(pen, at, colour, theme);
      labels.drawColumns(pen, at, layout, theme);
      if (layout.showsSums()) pictured.rowSums(i).draw(pen, layout.sums(), layout, theme);
    } else new FeatureRaster(seen, pictured.largest(i), layout.first(), layout.words()).draw(pen, at, theme);
    boolean front = isInFront(place);
    pen.stroke(front ? colour : theme.line(), front ? 1.6 : 1, Marks.SOLID);
    pen.strokeRect(at.left() - 1, at.top() - 1, at.width() + 2, at.height() + 2);
    drawTitle(pen, place, at, front ? colour : theme.muted(), front ? BOLD : WORDS);
    if (SitesLayout.tellsNumbers(layout.rasters().getFirst().bottom() + 34)) drawKept(pen, i, at, theme);
  }

  private void drawTitle(Pen pen, Place place, Inset at, int colour, Type type) {
    pen.fill(colour);
    double room = at.width() + 16;
    String title = Fit.firstThatFits(pen, type, room, pictured.title(place), pictured.brief(place));
    pen.text(title, at.left() + at.width() / 2, at.top() - (place.isAttention() ? 18 : 6), type, Align.CENTRE);
  }

  /// p below each raster, and below it how many values were kept.
  private void drawKept(Pen pen, int i, Inset at, Theme theme) {
    Place place = places().get(i);
    double middle = at.left() + at.width() / 2, y = at.bottom() + 14;
    pen.fill(place.site().p() > 0 ? pictured.side().words(theme) : theme.muted());
    pen.text(Fit.within(pen, pictured.rate(i), NUMBER, at.width() + 18), middle, y, NUMBER, Align.CENTRE);
    if (place.site().p() == 0) return;
    pen.fill(theme.muted());
    pen.text(Fit.firstThatFits(pen, WORDS, at.width() + 18, pictured.kept(i), pictured.keptBriefly(i), ""), middle,
        y + 15, WORDS, Align.CENTRE);
  }

  /// The whole row of the word, and the cell itself.
  private void drawCursor(Pen pen, SitesLayout layout, Theme theme) {
    if (look.cursor().isEmpty()) return;
    int index = look.cursor().get().index();
    for (int i = 0; i < places().size(); i++) {
      Place place = places().get(i);
      if (place.site().number() != look.cursor().get().site() || index >= place.site().size()) continue;
      int word = place.wordOf(index);
      if (!layout.shows(word)) return;
      drawRow(pen, layout, word, theme);
      cell(layout, i, index).ifPresent(at -> drawCell(pen, at, theme));
    }
  }

  private void drawRow(Pen pen, SitesLayout layout, int word, Theme theme) {
    Inset first = layout.rasters().getFirst(), last = layout.rasters().getLast();
    double high = first.height() / layout.words(), top = layout.top(first, word);
    pen.stroke(Palette.mix(theme.ink(), theme.card(), .35), 1.2, Marks.SOLID);
    pen.strokeRoundRect(.5, top - 1, last.right() + 3, high + 2, 4);
  }

  private static void drawCell(Pen pen, Inset at, Theme theme) {
    pen.stroke(theme.card(), 3.4, Marks.SOLID);
    pen.strokeRect(at.left() - 1, at.top() - 1, at.width() + 2, at.height() + 2);
    pen.stroke(theme.ink(), 1.6, Marks.SOLID);
    pen.strokeRect(at.left() - 1, at.top() - 1, at.width() + 2, at.height() + 2);
  }

  /// Where a value of a place stands; empty if it is scrolled away or belongs to another head.
  private Optional<Inset> cell(SitesLayout layout, int i, int index) {
    Place place = places().get(i);
    Inset at = layout.rasters().get(i);
    int column = index % place.width(), columns = place.width(), from = 0;
    if (place.isAttention()) {
      if (index / place.size() != pictured.head() || !layout.shows(column)) return Optional.empty();
      columns = layout.words();
      from = layout.first();
    }
    double wide = at.width() / columns;
    return Optional.of(new Inset(at.left() + (column - from) * wide, layout.top(at, place.wordOf(index)), wide,
        at.height() / layout.words()));
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    SitesLayout layout = layout(width, height);
    for (int i = 0; i < places().size(); i++) {
      Place place = places().get(i);
      Inset at = layout.rasters().get(i);
      if (place.isUsed() && at.contains(x, y)) return Optional.of(cellAt(layout, i, x, y));
      boolean above = x >= at.left() && x < at.right() && y < at.top();
      if (place.isUsed() && above) return Optional.of(new Hit.Site(place.site().number(), pictured.told(i)));
    }
    return Optional.empty();
  }

  private Hit cellAt(SitesLayout layout, int i, double x, double y) {
    Place place = places().get(i);
    Inset at = layout.rasters().get(i);
    int columns = place.isAttention() ? layout.words() : place.width();
    int word = layout.first() + (int) ((y - at.top()) * layout.words() / at.height());
    int column = (int) ((x - at.left()) * columns / at.width()) + (place.isAttention() ? layout.first() : 0);
    int index = place.index(place.isAttention() ? pictured.head() : 0, word, column);
    return new Hit.Cell(place.site().number(), index, pictured.told(i, index, labels));
  }
}
