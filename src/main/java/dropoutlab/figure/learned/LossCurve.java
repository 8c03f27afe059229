package dropoutlab.figure.learned;

import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Curve;
import java.util.List;

/// How each loss curve looks. Listed by importance: the first keeps its label longest where room is short.
enum LossCurve {
  VALIDATION(Curve.VALIDATION, "validation", "val", 2.4),
  TWIN_VALIDATION(Curve.TWIN_VALIDATION, "validation, twin", "val, twin", 2, 7, 4),
  TRAIN_MASKED(Curve.TRAIN_MASKED, "train, masks on", "train, on", 1),
  TRAIN(Curve.TRAIN, "train, masks off", "train, off", 1.6, 1.6, 2.4),
  TWIN_TRAIN(Curve.TWIN_TRAIN, "train, twin", "train, twin", 1.2, 1.2, 2.4);

  /// From the back to the front.
  static final List<LossCurve> BACK_TO_FRONT = List.of(TRAIN_MASKED, TWIN_TRAIN, TRAIN, TWIN_VALIDATION, VALIDATION);

  final Curve curve;
  final String label;
  final String shortLabel;
  final double width;
  private final double[] dash;

  LossCurve(Curve curve, String label, String shortLabel, double width, double... dash) {
    this.curve = curve;
    this.label = label;
    this.shortLabel = shortLabel;
    this.width = width;
    this.dash = dash;
  }

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
