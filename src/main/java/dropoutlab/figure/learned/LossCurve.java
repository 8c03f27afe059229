package dropoutlab.figure.learned;

import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Curve;
import dropoutlab.words.Words;
import java.util.List;

/// How each loss curve looks. Listed by importance: the first keeps its label longest where room is short.
enum LossCurve {
  VALIDATION(Curve.VALIDATION, 2.4),
  TWIN_VALIDATION(Curve.TWIN_VALIDATION, 2, 7, 4),
  TRAIN_MASKED(Curve.TRAIN_MASKED, 1),
  TRAIN(Curve.TRAIN, 1.6, 1.6, 2.4),
  TWIN_TRAIN(Curve.TWIN_TRAIN, 1.2, 1.2, 2.4);

  /// From the back to the front.
  static final List<LossCurve> BACK_TO_FRONT = List.of(TRAIN_MASKED, TWIN_TRAIN, TRAIN, TWIN_VALIDATION, VALIDATION);

  final Curve curve;
  final double width;
  private final double[] dash;

  LossCurve(Curve curve, double width, double... dash) {
    this.curve = curve;
    this.width = width;
    this.dash = dash;
  }

  String label() { return Words.name("figure.loss.curve", this); }

  String shortLabel() { return Words.name("figure.loss.brief", this); }

  void take(Pen pen, Theme theme) {
    int colour = this == TRAIN_MASKED ? Palette.mix(theme.accent(), theme.card(), 0.32) : ink(theme);
    pen.stroke(colour, width, dash);
    pen.fill(colour);
  }

  double dotRadius() { return Math.max(1.6, 0.9 * width); }

  /// The colour of the label: never as pale as the masks-on curve, which would be hard to read.
  int ink(Theme theme) {
    return switch (this) {
      case VALIDATION, TRAIN -> theme.accent();
      case TRAIN_MASKED -> Palette.mix(theme.accent(), theme.card(), 0.12);
      case TWIN_VALIDATION, TWIN_TRAIN -> theme.muted();
    };
  }
}
