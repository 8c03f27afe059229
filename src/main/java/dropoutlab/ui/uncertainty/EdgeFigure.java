package dropoutlab.ui.uncertainty;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.words.Words;
import java.util.Optional;

/// A figure with an edge of the data that is being dragged over it.
record EdgeFigure(Figure under, Edge edge) implements Figure {
  /// @param upper whether it is the data's end, and not their beginning
  /// @param xPx   where it is, in the figure
  /// @param told  the same in words
  record Edge(boolean upper, double xData, double xPx, String told) {}

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    under.draw(pen, width, height, theme);
    pen.fill(theme.card() & 0xFFFFFF | 0xA0000000);
    if (edge.upper()) pen.fillRect(edge.xPx(), 0, width - edge.xPx(), height);
    else pen.fillRect(0, 0, edge.xPx(), height);
    pen.stroke(theme.ink(), 1.5, 5, 3);
    pen.line(edge.xPx(), 0, edge.xPx(), height);
    pen.fill(theme.ink());
    String text = Words.of(edge.upper() ? "uncertainty.edge.end" : "uncertainty.edge.begin", edge.told());
    pen.text(text, edge.upper() ? edge.xPx() + 6 : edge.xPx() - 6, 13, new Pen.Type(Pen.Face.TEXT_BOLD, 12),
        edge.upper() ? Pen.Align.LEFT : Pen.Align.RIGHT);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    return under.hit(x, y, width, height);
  }

  @Override public Description describe() { return under.describe(); }

  @Override public Optional<DataTable> table() { return under.table(); }
}
