package dropoutlab.figure.variant;

import dropoutlab.card.Group;
import dropoutlab.card.MethodCard;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.NetworkState;
import dropoutlab.frame.NetworkView;

/// One of two networks that are compared: A is violet with a filled mark, B has the rival's colour and a hollow one, and
/// a network without dropout is grey and dashed.
///
/// @param method the card of its method; that of none for a network without
/// @param state  with a view of the present batch
public record Side(Letter letter, MethodCard method, NetworkState state) {
  public enum Letter { A, B }

  public NetworkView view() { return state.view().orElseThrow(); }

  public boolean isNone() { return method.group() == Group.NONE; }

  /// The colour of its lines and marks.
  public int colour(Theme theme) {
    return isNone() ? theme.muted() : letter == Letter.A ? theme.accent() : theme.rival();
  }

  /// The colour of its words.
  public int words(Theme theme) {
    return isNone() ? theme.muted() : letter == Letter.A ? theme.accent() : theme.rivalText();
  }

  /// The ground of what is its own.
  public int pale(Theme theme) {
    return isNone() ? theme.page() : letter == Letter.A ? theme.accentPale() : theme.rivalPale();
  }

  /// The dash of its lines.
  public double[] dash() {
    return isNone() ? new double[] {2, 3} : letter == Letter.A ? new double[0] : new double[] {7, 4};
  }

  /// Draws its mark around a point: a disc for A, a hollow square for B, a hollow disc for none.
  public void mark(Pen pen, Theme theme, double x, double y, double radius) {
    pen.fill(letter == Letter.A && !isNone() ? colour(theme) : theme.card());
    pen.stroke(colour(theme), 1.5);
    if (letter == Letter.B && !isNone()) {
      pen.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
      pen.strokeRect(x - radius, y - radius, 2 * radius, 2 * radius);
    } else {
      pen.fillOval(x, y, radius);
      if (isNone()) pen.strokeOval(x, y, radius);
    }
  }
}
