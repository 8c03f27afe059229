package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import java.util.Optional;

/// How the parts of a sweep's figure stand in its room. Panels draw along the columns and along the scale; an arrangement
/// says which of both is x.
sealed interface Arrangement permits Standing, Lying {
  ValuePanel values();

  Optional<DifferencePanel> differences();

  /// Draws what lies beneath the panels: the column that is chosen, grids, and columns without a result.
  void drawGround(Pen pen, Theme theme);

  /// Draws all words, and the table.
  void drawWords(Pen pen, Theme theme);

  /// The pen for the panels.
  Pen pen(Pen pen);

  /// Where a place of the figure lies along the columns.
  double along(double x, double y);

  /// Where it lies along the scale.
  double at(double x, double y);

  default void draw(Pen pen, Theme theme) {
    drawGround(pen, theme);
    values().draw(pen(pen), theme);
    differences().ifPresent(panel -> panel.draw(pen(pen), theme));
    drawWords(pen, theme);
  }
}
