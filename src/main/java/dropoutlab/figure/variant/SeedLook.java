package dropoutlab.figure.variant;

import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Replicates.Pair;
import dropoutlab.frame.Replicates.Role;

/// How the parts of a comparison look: A is a filled violet disc, B a hollow square of the rival's colour, none a dashed
/// grey square.
final class SeedLook {
  private static final double[] DASHED = {2.5, 2};

  private SeedLook() {}

  /// The colour of the numbers of a network.
  static int words(Theme theme, Role role) {
    return switch (role) {
      case A -> theme.accent();
      case B -> theme.rivalText();
      case NONE -> theme.muted();
    };
  }

  /// The colour of the interval of a pair: that of the network which is compared with none.
  static int line(Theme theme, Pair pair) {
    if (pair.second() != Role.NONE) return theme.ink();
    return pair.first() == Role.A ? theme.accent() : theme.rival();
  }

  /// The colour of the single seeds of a pair.
  static int dot(Theme theme, Pair pair) {
    if (pair.second() != Role.NONE) return theme.faint();
    return pair.first() == Role.A ? theme.accentMid() : Palette.mix(theme.rival(), theme.card(), .4);
  }

  /// Draws the badge of a network around a point.
  ///
  /// @param look as which it looks: B may be the network without dropout
  static void badge(Pen pen, Theme theme, Role role, Role look, double x, double y, double radius) {
    Type type = new Type(Face.TEXT_BOLD, 1.25 * radius);
    double baseline = y + .45 * radius;
    if (role == Role.A) {
      pen.fill(theme.accent());
      pen.fillOval(x, y, radius);
      pen.fill(theme.card());
    } else {
      pen.stroke(look == Role.B ? theme.rival() : theme.muted(), 1.2, look == Role.B ? Marks.SOLID : DASHED);
      pen.strokeRoundRect(x - radius + .6, y - radius + .6, 2 * radius - 1.2, 2 * radius - 1.2, 3);
      pen.fill(words(theme, look));
    }
    String letter = switch (role) {
      case A -> "A";
      case B -> "B";
      case NONE -> "0";
    };
    pen.text(letter, x, baseline, type, Align.CENTRE);
  }
}
