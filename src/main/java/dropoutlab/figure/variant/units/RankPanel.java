package dropoutlab.figure.variant.units;

import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.LayerName;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.Side;
import dropoutlab.frame.ColumnView;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// The units of a layer ranked by the norm of the weights into them, a bar each: candidates stand on a ground, and what
/// this example dropped is hollow and crossed.
record RankPanel(Dense dense, Side side, int column) implements SidePanel {
  private static final Type WORDS = new Type(Face.TEXT, 10);
  private static final double HEAD = 28, MOST_PITCH = 15, CROSSED_FROM = 7;

  private ColumnView layer() { return SidePanel.layer(side, column); }

  private double[] norms() { return Candidates.norms(layer()); }

  private Inset row(int rank, double width, double height) {
    double pitch = Math.min(MOST_PITCH, (height - HEAD - 14) / layer().units());
    return new Inset(0, HEAD + rank * pitch, width, pitch);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    double[] norms = norms();
    List<Integer> ranked = Candidates.ranked(norms);
    List<Boolean> candidates = Candidates.units(layer(), Dense.method(side, column));
    double largest = Math.max(1e-12, norms[ranked.getFirst()]);
    pen.fill(theme.muted());
    pen.text(Fit.within(pen, LayerName.hidden(column), WORDS, width), 0, 10, WORDS, Align.LEFT);
    pen.text(Fit.firstThatFits(pen, WORDS, width, Words.of("units.rank"), Words.of("units.rank.brief")), 0, 22, WORDS,
        Align.LEFT);
    for (int rank = 0; rank < ranked.size(); rank++) {
      int unit = ranked.get(rank);
      drawBar(pen, theme, row(rank, width, height), norms[unit] / largest, !candidates.isEmpty()
          && candidates.get(unit), unit);
    }
    if (candidates.isEmpty()) return;
    pen.fill(theme.muted());
    pen.text(Fit.within(pen, Words.of("units.rank.candidates"), WORDS, width), 0,
        row(ranked.size(), width, height).top() + 11, WORDS, Align.LEFT);
  }

  private void drawBar(Pen pen, Theme theme, Inset row, double share, boolean candidate, int unit) {
    if (candidate) {
      pen.fill(Palette.mix(theme.page(), theme.line(), .7));
      pen.fillRect(0, row.top(), row.width(), row.height());
    }
    double gap = row.height() >= 6 ? 1.5 : .5, high = row.height() - 2 * gap,
        wide = Math.max(1, share * (row.width() - 4));
    if (!layer().dropped(dense.example(side), unit)) {
      pen.fill(layer().mask().isEmpty() ? Palette.mix(theme.muted(), theme.card(), .4) : side.colour(theme));
      pen.fillRect(2, row.top() + gap, wide, high);
      return;
    }
    pen.stroke(theme.muted(), 1, 2.4, 2.4);
    pen.strokeRect(2.5, row.top() + gap, wide, high);
    if (row.height() < CROSSED_FROM) {
      pen.fill(theme.muted());
      pen.fillRect(2 + wide / 2 - 1, row.top() + row.height() / 2 - 1, 2, 2);
      return;
    }
    pen.stroke(Palette.mix(theme.muted(), theme.ink(), .5), 1.2, Marks.SOLID);
    Marks.cross(pen, 2 + wide / 2, row.top() + row.height() / 2, .3 * high);
  }

  @Override public Optional<Inset> place(Look.Cell cell, double width, double height) {
    if (cell.site() != dense.siteOf(column) || cell.index() >= layer().units()) return Optional.empty();
    return Optional.of(row(Candidates.ranked(norms()).indexOf(cell.index()), width, height));
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    List<Integer> ranked = Candidates.ranked(norms());
    int rank = (int) Math.floor((y - HEAD) / row(0, width, height).height());
    if (rank < 0 || rank >= ranked.size()) return Optional.empty();
    int unit = ranked.get(rank);
    return Optional.of(new Hit.Cell(dense.siteOf(column), unit,
        Words.of("units.rank.told", LayerName.hidden(column), unit + 1, Numbers.reading(norms()[unit]), rank + 1,
            ranked.size())));
  }
}
