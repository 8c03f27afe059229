package dropoutlab.nn;

import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import java.util.ArrayList;
import java.util.List;

/// Passes with dropout on over inputs that stay the same, as MC dropout makes them. The layers before the first random
/// one give the same output in every pass and are computed once. The layers that follow are run by [ThinnedPasses] if
/// each pass is one thinned dense network, else by [WholePasses].
///
/// The masks are those that [Network#pass] would draw. The inputs, weights and drop rates must not change, nor the pins
/// of the layers that are computed once.
public interface Passes {
  /// The number of rows that go through the layers at a time.
  int SLICE = 512;
  /// The largest number of values that are kept from one pass to the next (64 MiB). If there would be more, every pass
  /// starts from the inputs.
  int MOST_VALUES = 1 << 24;

  /// Makes the next pass; overwrites `out`, (inputs' rows x outputs).
  void next(Tensor out);

  /// Chooses the fastest way to make the passes.
  ///
  /// @param layers all layers of `network`
  /// @param mode   `HELD` or `FRESH`
  static Passes of(Network network, List<Layer> layers, Tensor x, Mode mode, int mostValues) {
    int fixed = 0;
    while (fixed < layers.size() && !layers.get(fixed).isRandom()) fixed++;
    List<Tensor> slices = slices(layers.subList(0, fixed), x, mostValues);
    if (slices.isEmpty()) return out -> network.pass(x, mode, out);
    List<Layer> rest = layers.subList(fixed, layers.size());
    return mode == Mode.HELD && ThinnedPasses.fit(rest) ? new ThinnedPasses(rest, slices, x.rows())
        : new WholePasses(rest, slices, mode);
  }

  /// Returns the outputs of `layers` for `x`, slice by slice of its rows; an empty list if they are more than
  /// `mostValues`.
  private static List<Tensor> slices(List<Layer> layers, Tensor x, int mostValues) {
    List<Tensor> slices = new ArrayList<>();
    for (int from = 0; from < x.rows(); from += SLICE) {
      int rows = Math.min(SLICE, x.rows() - from);
      Tensor slice = new Tensor(rows, x.cols());
      System.arraycopy(x.data(), from * x.cols(), slice.data(), 0, rows * x.cols());
      for (Layer layer : layers) slice = layer.forward(slice, Mode.FRESH);
      if ((long) x.rows() * slice.cols() > mostValues) return List.of();
      slices.add(slice.copy());
    }
    return slices;
  }
}
