package dropoutlab.figure.theory.moments;

import dropoutlab.figure.plot.Inset;
import java.util.Optional;

/// Where the parts of the picture of alpha dropout stand. Where it is small, plain dropout and the means go.
record AlphaLayout(Inset alpha, Optional<Inset> plain, Optional<Inset> variance, Optional<Inset> mean) {
  private static final double HEAD = 20, GAP = 26, VALUES = 16, LEFT = .5, HIGH = .56;

  static AlphaLayout of(double width, double height) {
    if (width < 240 || height < 150)
      return new AlphaLayout(new Inset(1, 1, width - 2, height - 2), Optional.empty(), Optional.empty(),
          Optional.empty());
    boolean large = width >= 600 && height >= 330;
    double left = Math.floor(LEFT * width) - GAP / 2, right = left + GAP;
    if (!large)
      return new AlphaLayout(new Inset(0, HEAD, left, height - HEAD - VALUES), Optional.empty(),
          Optional.of(new Inset(right, HEAD - 6, width - right, height - HEAD + 6)), Optional.empty());
    double each = (height - 2 * HEAD - VALUES - 14) / 2, top = HEAD + each + VALUES + 14 + HEAD;
    double upper = Math.floor(HIGH * (height - HEAD));
    return new AlphaLayout(new Inset(0, HEAD, left, each), Optional.of(new Inset(0, top, left, each)),
        Optional.of(new Inset(right, HEAD - 6, width - right, upper)),
        Optional.of(new Inset(right, HEAD + upper + 12, width - right, height - HEAD - upper - 12)));
  }
}
