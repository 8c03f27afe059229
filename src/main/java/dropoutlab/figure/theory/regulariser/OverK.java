package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.theory.Heading;
import dropoutlab.frame.bench.RegulariserPicture;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// A plot over the number of masks a step.
final class OverK {
  private OverK() {}

  static Plot plot(RegulariserPicture.KMasks of, Scale y, double width, double height, double keepRight) {
    boolean worded = Axes.roomForWords(width, height);
    Axes axes = Axes.layOut(new Scale(true, 1, most(of), 0, 1), y, "k", "", width, height, keepRight);
    return new Plot(worded ? axes.with(a -> a.y(axes.y().at(axes.bottomPx(), Heading.HEIGHT + 4))) : axes);
  }

  static int most(RegulariserPicture.KMasks of) { return (int) of.counts().at(of.counts().rows() - 1, 0); }

  /// Pressing sets k.
  static Optional<Hit> hit(RegulariserPicture.KMasks of, Plot plot, double x, double y, IntFunction<String> told) {
    if (!plot.axes().contains(x, y)) return Optional.empty();
    int k = (int) Math.clamp(Math.rint(plot.axes().x().data(x)), 1, most(of));
    return Optional.of(new Hit.Setting("k", List.of((double) k), told.apply(k)));
  }
}
