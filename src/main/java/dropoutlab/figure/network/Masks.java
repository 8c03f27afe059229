package dropoutlab.figure.network;

import dropoutlab.figure.plot.Summary;
import dropoutlab.frame.ColumnView;
import dropoutlab.frame.Matrix;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;

/// What sentences say of the mask of a layer. A method that drops nothing has factors of all sizes.
final class Masks {
  private Masks() {}

  private static Summary factors(ColumnView layer, int from, int to) {
    Matrix mask = layer.mask();
    return Summary.of((to - from) * mask.cols(), i -> mask.get(from * mask.cols() + i));
  }

  private static int gone(ColumnView layer, int from, int to) {
    int gone = 0;
    for (int i = from * layer.mask().cols(); i < to * layer.mask().cols(); i++) if (layer.mask().get(i) == 0) gone++;
    return gone;
  }

  /// Of one example: "5 of 16 units of hidden 1", or the factors of a mask that only scales.
  static String told(ColumnView layer, int example) {
    if (onlyScales(layer)) return scaled(layer, example, example + 1);
    return Words.count("told.masks.example", layer.units(), gone(layer, example, example + 1), layer.name());
  }

  /// Of the whole batch: "39 of 128 (30.5 %) in hidden 1 with p = 0.30", or the factors.
  static String told(ColumnView layer) {
    int examples = layer.mask().rows(), all = layer.mask().size(), gone = gone(layer, 0, examples);
    if (onlyScales(layer)) return scaled(layer, 0, examples);
    return Words.of("told.masks.batch", Numbers.count(gone), Numbers.count(all), Shown.percent((double) gone / all, 1),
        layer.name(), Shown.dropRate(layer.p()));
  }

  /// Whether its factors are neither 0 nor all the same, as those of noise.
  static boolean onlyScales(ColumnView layer) {
    Summary all = factors(layer, 0, layer.mask().rows());
    return gone(layer, 0, layer.mask().rows()) == 0 && all.least() < all.most();
  }

  private static String scaled(ColumnView layer, int from, int to) {
    Summary factors = factors(layer, from, to);
    return Words.of("told.masks.scaled", layer.name(), Numbers.reading(factors.least()),
        Numbers.reading(factors.most()));
  }

  /// The one factor of all that is kept; NaN where there are several.
  static double kept(ColumnView layer) {
    Matrix mask = layer.mask();
    Summary kept = Summary.of(mask.size(), i -> mask.get(i) == 0 ? Double.NaN : mask.get(i));
    return kept.most() - kept.least() <= 1e-6 * kept.most() ? kept.most() : Double.NaN;
  }
}
