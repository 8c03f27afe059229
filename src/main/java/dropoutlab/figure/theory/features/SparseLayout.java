package dropoutlab.figure.theory.features;

import dropoutlab.figure.plot.Inset;
import java.util.Optional;

/// Where the parts of the picture of features and sparsity stand. Where it is small, only the units and the seeds stay;
/// hardly any room holds the units of the network.
///
/// @param own,twin pictures of the units
/// @param values   activations, or the unit that is pointed at
record SparseLayout(Inset own, Optional<Inset> twin, Optional<Inset> values, Optional<Inset> costs,
                    Optional<Inset> away, Optional<Inset> seeds) {
  static final double HEAD = 20;
  private static final double GAP = 20, UPPER = .46, UNITS = .54, SEEDS = .37;

  static SparseLayout of(double width, double height) {
    if (width < 240 || height < 150)
      return new SparseLayout(new Inset(1, 1, width - 2, height - 2), Optional.empty(), Optional.empty(),
          Optional.empty(), Optional.empty(), Optional.empty());
    return width < 600 || height < 330 ? small(width, height) : large(width, height);
  }

  private static SparseLayout small(double width, double height) {
    double each = Math.floor((height - 2 * HEAD - 8) / 2), left = Math.floor(.4 * width);
    return new SparseLayout(new Inset(0, HEAD, left, each), Optional.of(new Inset(0, 2 * HEAD + each + 8, left, each)),
        Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.of(new Inset(left + GAP, 0, width - left - GAP, height)));
  }

  private static SparseLayout large(double width, double height) {
    double upper = Math.floor(UPPER * height), units = Math.floor((UNITS * width - GAP) / 2), high = upper - HEAD;
    double right = 2 * units + 2 * GAP, top = upper + 14, low = height - top;
    double seeds = Math.floor(SEEDS * width), plot = Math.floor((width - seeds - 2 * GAP) / 2);
    return new SparseLayout(new Inset(0, HEAD, units, high), Optional.of(new Inset(units + GAP, HEAD, units, high)),
        Optional.of(new Inset(right, 0, width - right, upper)), Optional.of(new Inset(0, top, plot, low)),
        Optional.of(new Inset(plot + GAP, top, plot, low)), Optional.of(new Inset(width - seeds, top, seeds, low)));
  }
}
