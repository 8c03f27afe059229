package dropoutlab.predict.variant.maps;

import dropoutlab.frame.ColumnView;
import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.MapsEvidence;
import dropoutlab.frame.Matrix;
import dropoutlab.math.RandomStream;
import dropoutlab.spec.LayerSpec;
import java.util.List;
import java.util.Optional;

/// Maps with a mask of their own, and what is measured there. `maps` show the values before the mask, of the first
/// examples of the batch.
record MapPlace(LayerView.Maps maps, Dropped whole) {
  /// So far apart are the values that are correlated.
  private static final int MOST_APART = 8;
  /// So many examples tell a correlation well enough.
  private static final int EXAMPLES = 32;

  static Optional<MapPlace> of(LayerView layer) {
    return switch (layer) {
      case LayerView.Maps(var kind, int maps, int rows, int columns, var _, var dropped) ->
          dropped.map(whole -> of(kind, maps, rows, columns, whole));
      // One map is read as a sequence of its rows.
      case LayerView.Sequence(var kind, int rows, int columns, var _, var dropped) ->
          dropped.map(whole -> of(kind, 1, rows, columns, whole));
      case LayerView.Units _, LayerView.Embedding _, LayerView.Recurrent _, LayerView.Attention _, LayerView.Block _ ->
          Optional.empty();
    };
  }

  private static MapPlace of(LayerView.Kind kind, int maps, int rows, int columns, Dropped whole) {
    Matrix values = first(whole.before());
    Dropped some = masked(whole.p(), values, first(whole.factors()));
    return new MapPlace(new LayerView.Maps(kind, maps, rows, columns, values, Optional.of(some)), whole);
  }

  private static Dropped masked(double p, Matrix before, Matrix factors) {
    return new Dropped(p, before, factors, Matrix.EMPTY, Matrix.EMPTY, Matrix.EMPTY);
  }

  private static Matrix first(Matrix all) {
    return all.rows() <= EXAMPLES ? all : Matrix.generate(EXAMPLES, all.cols(), all::at);
  }

  MapsEvidence.Place measure(int layer, LayerSpec spec, long seed) {
    List<Double> values = NeighbourCorrelation.ofValues(maps, apart());
    if (whole.factors().isEmpty())
      return new MapsEvidence.Place(layer, values, List.of(), whole.p(), whole.p(), List.of(), 0, 0);
    DroppedShare share = spec instanceof LayerSpec.DropBlock block
        ? DroppedShare.ofDropBlock(like(whole.before(), whole), block.block()) : DroppedShare.of(whole);
    return new MapsEvidence.Place(layer, values, NeighbourCorrelation.ofMask(maps, apart()), share.nominal(),
        share.expected(), share.examples(), GivenAway.of(maps).r2(), GivenAway.of(singly(seed)).r2());
  }

  /// Few pairs of values are farther apart than half a map.
  private int apart() { return Math.min(MOST_APART, Math.max(maps.rows(), maps.columns()) / 2); }

  /// The same values as if single ones had been dropped.
  private LayerView.Maps singly(long seed) {
    float[] factors = new float[maps.values().size()];
    RandomStream.of(seed, RandomStream.Purpose.PREDICTION).fillMask(factors, 0, factors.length, whole.p(), 1);
    Matrix mask = Matrix.copyOf(factors, maps.values().rows(), maps.values().cols());
    return like(maps.values(), masked(whole.p(), maps.values(), mask));
  }

  /// Makes maps of the same shape.
  private LayerView.Maps like(Matrix values, Dropped dropped) {
    return new LayerView.Maps(maps.kind(), maps.maps(), maps.rows(), maps.columns(), values, Optional.of(dropped));
  }

  static MapsEvidence.Place ofUnits(int layer, ColumnView column) {
    DroppedShare share = DroppedShare.of(column.dropped());
    return new MapsEvidence.Place(layer, List.of(), List.of(), share.nominal(), share.expected(), share.examples(),
        0, 0);
  }
}
