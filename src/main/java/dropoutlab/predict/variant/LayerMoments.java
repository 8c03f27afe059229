package dropoutlab.predict.variant;

import dropoutlab.frame.LayerView.Kind;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Mean and variance of what a layer gives out.
///
/// @param place        where the layer is: its index in the network and, inside blocks, the indices there
/// @param mean         the mean of all values
/// @param variance     the variance (1/n) of all values around that mean
/// @param unitVariance the mean over the units of the variance of each. A unit is what batch normalisation normalises:
///                     a column of a vector, a feature of a sequence over all steps, a map over all places
/// @param squaredMean  the mean over the units of the square of the mean of each
public record LayerMoments(List<Integer> place, Kind kind, double mean, double variance, double unitVariance,
                           double squaredMean) {
  public LayerMoments { place = List.copyOf(place); }

  /// Returns the moments of every layer that gave something out. The layers inside a block come before the block; those
  /// of a block that was left out for the whole batch are missing.
  public static List<LayerMoments> of(List<LayerView> views) { return of(views, List.of()).toList(); }

  private static Stream<LayerMoments> of(List<LayerView> views, List<Integer> above) {
    return IntStream.range(0, views.size()).boxed().flatMap(i -> {
      List<Integer> place = new ArrayList<>(above);
      place.add(i);
      Stream<LayerMoments> inside = views.get(i) instanceof LayerView.Block block && !isLeftOut(block)
          ? of(block.inside(), place) : Stream.empty();
      return Stream.concat(inside, views.get(i).values().isEmpty() ? Stream.empty() : Stream.of(of(views.get(i), place)));
    });
  }

  private static boolean isLeftOut(LayerView.Block block) { return !block.kept().isEmpty() && block.kept().max() == 0; }

  private static LayerMoments of(LayerView view, List<Integer> place) {
    Matrix values = view.values();
    Units units = Units.of(view);
    double[] means = new double[units.count];
    double mean = 0, squares = 0, each = 0, variance = 0;
    long n = values.size() / units.count;
    for (int i = 0; i < values.size(); i++) means[units.of(i)] += values.get(i) / n;
    for (double unit : means) {
      mean += unit / units.count;
      squares += unit * unit / units.count;
    }
    for (int i = 0; i < values.size(); i++) {
      double ofUnit = values.get(i) - means[units.of(i)], ofAll = values.get(i) - mean;
      each += ofUnit * ofUnit / values.size();
      variance += ofAll * ofAll / values.size();
    }
    return new LayerMoments(place, view.kind(), mean, variance, each, squares);
  }

  /// How the values of a layer belong to its units: `inner` neighbours to each, in turn.
  private record Units(int count, int inner) {
    int of(int value) { return value / inner % count; }

    static Units of(LayerView view) {
      return switch (view) {
        case LayerView.Units units -> new Units(units.values().cols(), 1);
        case LayerView.Maps maps -> new Units(maps.maps(), maps.rows() * maps.columns());
        case LayerView.Sequence sequence -> new Units(sequence.features(), 1);
        case LayerView.Embedding embedding -> new Units(embedding.width(), 1);
        case LayerView.Recurrent recurrent -> new Units(recurrent.units(), 1);
        case LayerView.Attention attention -> new Units(attention.values().cols() / attention.steps(), 1);
        // A block keeps the shape, which its last layer tells.
        case LayerView.Block block -> of(block.inside().getLast());
      };
    }
  }
}
