package dropoutlab.predict.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.LayerView.Kind;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Network;
import dropoutlab.nn.layer.Mode;
import dropoutlab.predict.variant.dense.DrawnSums;
import dropoutlab.predict.variant.depth.AttentionRowSums;
import dropoutlab.predict.variant.depth.EffectiveDepth;
import dropoutlab.predict.variant.maps.DroppedShare;
import dropoutlab.predict.variant.maps.GivenAway;
import dropoutlab.predict.variant.maps.NeighbourCorrelation;
import dropoutlab.spec.Activation;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.theory.DropConnectSum;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is read off masks. Oracles: closed forms and their sampling errors, tables by hand, and maps whose correlation was
/// put into them.
class MasksMeasuredTest {
  private static final RandomStream DICE = RandomStream.of(12, RandomStream.Purpose.DATA);

  /// Returns the view of one layer of the body after a pass in training mode.
  private static LayerView seen(LayerSpec layer, Shape shape, int examples) {
    NetworkSpec spec = new NetworkSpec(0, List.of(layer), List.of(), Initialisation.XAVIER);
    Network network = new Network(spec, shape, 1, i -> RandomStream.of(21, RandomStream.Purpose.MASKS, i));
    network.initialise(spec, 5);
    Tensor x = new Tensor(examples, shape.size());
    for (int i = 0; i < x.size(); i++) x.data()[i] = (float) DICE.nextGaussian();
    network.forward(x, Mode.TRAIN);
    return network.views(examples).get(1);
  }

  /// Expected shares computed with numpy by enumerating the covering blocks of each place.
  @ParameterizedTest
  @CsvSource({"7, 3, 0.1, 0.0947", "14, 7, 0.1, 0.0929", "14, 7, 0.25, 0.2095", "14, 1, 0.1, 0.1", "7, 7, 0.1, 0.1"})
  void dropBlockReallyDropsItsExpectedShare(int side, int block, double p, double expected) {
    LayerView.Maps maps = (LayerView.Maps) seen(new LayerSpec.DropBlock(p, block), new Shape(2, side, side), 2000);
    DroppedShare share = DroppedShare.ofDropBlock(maps, block);
    assertThat(share.nominal()).isEqualTo(p);
    assertThat(share.expected()).isCloseTo(expected, within(5e-5));
    double squares = share.examples().stream().mapToDouble(s -> (s - share.measured()) * (s - share.measured())).sum();
    assertThat(share.measured()).isCloseTo(expected, within(4 * Math.sqrt(squares / 2000 / 2000) + 5e-5));
  }

  @Test void theDroppedShareOfAnExampleIsCounted() {
    Matrix factors = Matrix.copyOf(new double[] {0, 2, 0, 2, 2, 2, 2, 0}, 2, 4);
    DroppedShare share = DroppedShare.of(new Dropped(0.5, factors, factors, factors, Matrix.EMPTY, Matrix.EMPTY));
    assertThat(share.examples()).containsExactly(0.5, 0.25);
    assertThat(share.measured()).isEqualTo(0.375);
    assertThat(share.expected()).isEqualTo(0.5);
  }

  private static LayerView.Maps maps(int rows, int cols, Matrix values, Matrix factors) {
    return new LayerView.Maps(Kind.DROPOUT, values.cols() / (rows * cols), rows, cols, values,
        Optional.of(new Dropped(0.5, values, factors, values, Matrix.EMPTY, Matrix.EMPTY)));
  }

  /// Along a row each value is a times the one before plus noise that keeps the variance: k apart they correlate by a^k.
  /// 1500 rows of 40; four standard deviations are below 0.03.
  @Test void theCorrelationOfAChainFallsGeometrically() {
    double a = 0.8;
    double[] values = new double[1500 * 40];
    for (int i = 0; i < values.length; i++)
      values[i] = i % 40 == 0 ? DICE.nextGaussian() : a * values[i - 1] + Math.sqrt(1 - a * a) * DICE.nextGaussian();
    Matrix table = Matrix.generate(1500, 40, (r, c) -> 7 + 3 * values[r * 40 + c]);
    List<Double> found = NeighbourCorrelation.ofValues(maps(1, 40, table, Matrix.EMPTY), 6);
    for (int k = 0; k <= 6; k++) assertThat(found.get(k)).isCloseTo(Math.pow(a, k), within(0.03));
    // The same down a column.
    List<Double> down = NeighbourCorrelation.ofValues(maps(40, 1, table, Matrix.EMPTY), 6);
    for (int k = 0; k <= 6; k++) assertThat(down.get(k)).isCloseTo(found.get(k), within(1e-9));
  }

  /// Masks of single pixels do not correlate, those of whole maps fully. Two places k apart in one dimension are both in
  /// one block of b with a share of about (b - k) / b.
  @Test void masksCorrelateAsFarAsTheirBlocksReach() {
    Shape shape = new Shape(2, 12, 12);
    List<Double> whole = NeighbourCorrelation.ofMask((LayerView.Maps) seen(new LayerSpec.SpatialDropout(0.3), shape, 300), 5);
    assertThat(whole).allSatisfy(r -> assertThat(r).isCloseTo(1, within(1e-9)));
    List<Double> pixel = NeighbourCorrelation.ofMask((LayerView.Maps) seen(
        new LayerSpec.Drop(0.3, new DropoutSpec.Inverted()), shape, 300), 5);
    assertThat(pixel.getFirst()).isCloseTo(1, within(1e-9));
    assertThat(pixel.subList(1, 6)).allSatisfy(r -> assertThat(r).isCloseTo(0, within(0.02)));
    List<Double> blocks = NeighbourCorrelation.ofMask((LayerView.Maps) seen(new LayerSpec.DropBlock(0.05, 4), shape, 3000), 5);
    assertThat(blocks.get(2)).isCloseTo(0.5, within(0.05));
    assertThat(blocks.get(5)).isCloseTo(0, within(0.05));
  }

  /// Maps of two pixels with correlation r, each dropped with probability p: where the neighbour is kept it gives r² away,
  /// where it is dropped too nothing; together (1 - p) r².
  @Test void aKeptNeighbourGivesTheSquareOfTheCorrelationAway() {
    int n = 40_000;
    double r = 0.7, p = 0.4;
    double[] x = new double[2 * n], m = new double[2 * n];
    for (int i = 0; i < n; i++) {
      x[2 * i] = 5 + DICE.nextGaussian();
      x[2 * i + 1] = 5 + r * (x[2 * i] - 5) + Math.sqrt(1 - r * r) * DICE.nextGaussian();
      for (int j = 0; j < 2; j++) m[2 * i + j] = DICE.nextDouble() < p ? 0 : 1 / (1 - p);
    }
    GivenAway found = GivenAway.of(maps(1, 2, Matrix.copyOf(x, n, 2), Matrix.copyOf(m, n, 2)));
    assertThat(found.seen()).isCloseTo(1 - p, within(0.015));
    assertThat(found.r2()).isCloseTo((1 - p) * r * r, within(0.02));
  }

  @Test void wholeMapsGiveNothingAwayAndWithoutMasksNothingIsDropped() {
    LayerView.Maps whole = (LayerView.Maps) seen(new LayerSpec.SpatialDropout(0.3), new Shape(3, 5, 5), 200);
    assertThat(GivenAway.of(whole).r2()).isCloseTo(0, within(1e-9));
    assertThat(GivenAway.of(whole).seen()).isZero();
    assertThat(GivenAway.of(maps(1, 2, Matrix.copyOf(new double[] {1, 2}, 1, 2), Matrix.EMPTY)))
        .isEqualTo(new GivenAway(0, 0, 0));
  }

  /// A value that is the mean of its four neighbours is given away entirely, in the middle of a map of 3 x 3.
  @Test void theMeanOfFourNeighboursIsGuessedFromThem() {
    double[] all = new double[900];
    for (int i = 0; i < all.length; i++) all[i] = DICE.nextGaussian();
    for (int e = 0; e < 100; e++) all[9 * e + 4] = (all[9 * e + 1] + all[9 * e + 3] + all[9 * e + 5] + all[9 * e + 7]) / 4;
    Matrix middle = Matrix.generate(100, 9, (_, c) -> c == 4 ? 0 : 1);
    GivenAway found = GivenAway.of(maps(3, 3, Matrix.copyOf(all, 100, 9), middle));
    assertThat(found.dropped()).isEqualTo(100);
    assertThat(found.seen()).isOne();
    assertThat(found.r2()).isGreaterThan(0.99);
  }

  @Test void valuesAreCountedInTheirBins() {
    Histogram histogram = Histogram.of(new double[] {-1, 0, 0.4, 0.5, 0.9, 1, 1.1}, 0, 1, 2);
    assertThat(histogram.counts()).containsExactly(2, 3);
    assertThat(histogram.total()).isEqualTo(7);
    assertThat(histogram.middle(1)).isEqualTo(0.75);
    assertThat(histogram.density(1)).isCloseTo(3 / 3.5, within(1e-12));
  }

  /// The factors of the engine against N(1, p/(1-p)), bin by bin, five standard deviations of a count.
  @ParameterizedTest @CsvSource({"0.1", "0.5", "0.8"})
  void theHistogramOfGaussianFactorsFollowsItsDensity(double p) {
    LayerView.Units units = (LayerView.Units) seen(new LayerSpec.Drop(p, new DropoutSpec.Gaussian()), Shape.vector(500), 100);
    double sd = Math.sqrt(p / (1 - p));
    Histogram histogram = Histogram.of(units.dropped().orElseThrow().factors().toArray(), 1 - 4 * sd, 1 + 4 * sd, 24);
    for (int bin = 0; bin < 24; bin++) {
      double expected = histogram.normalCount(bin, 1, sd);
      assertThat((double) histogram.counts().get(bin)).isCloseTo(expected, within(5 * Math.sqrt(expected) + 1));
    }
  }

  /// 60 weights: the drawn sums have the moments of the closed form, and are nearly normal.
  @Test void drawnSumsHaveTheMomentsOfDropConnect() {
    double[] w = new double[60], v = new double[60];
    for (int i = 0; i < 60; i++) {
      w[i] = DICE.nextGaussian();
      v[i] = Math.abs(DICE.nextGaussian());
    }
    DropConnectSum sum = new DropConnectSum(w, v, 0.3, 0.4);
    double[] drawn = DrawnSums.of(sum, 50_000, RandomStream.of(1, RandomStream.Purpose.PREDICTION));
    double mean = 0, variance = 0, sd = Math.sqrt(sum.variance());
    for (double u : drawn) mean += u / drawn.length;
    for (double u : drawn) variance += (u - mean) * (u - mean) / drawn.length;
    assertThat(mean).isCloseTo(sum.mean(), within(4 * sd / Math.sqrt(drawn.length)));
    assertThat(variance / sum.variance()).isCloseTo(1, within(4 * Math.sqrt(2.0 / drawn.length)));
    Histogram histogram = Histogram.of(drawn, sum.mean() - 3 * sd, sum.mean() + 3 * sd, 12);
    for (int bin = 0; bin < 12; bin++)
      assertThat(histogram.density(bin)).isCloseTo(sum.normalDensity(histogram.middle(bin)), within(0.05 / sd));
  }

  private static List<LayerView> residual(double[] drops, int examples) {
    List<LayerSpec> body = Arrays.stream(drops).<LayerSpec>mapToObj(drop -> new LayerSpec.Residual(
        List.of(new LayerSpec.DenseLayer(4), new LayerSpec.Activate(Activation.TANH)), drop,
        LayerSpec.Residual.DepthMode.EXAMPLE, true)).toList();
    NetworkSpec spec = new NetworkSpec(0, body, List.of(), Initialisation.XAVIER);
    Network network = new Network(spec, Shape.vector(4), 1, i -> RandomStream.of(21, RandomStream.Purpose.MASKS, i));
    network.initialise(spec, 5);
    network.forward(new Tensor(examples, 4), Mode.TRAIN);
    return network.views(examples);
  }

  @Test void theDepthOfTheExamplesFollowsItsDistribution() {
    EffectiveDepth depth = EffectiveDepth.of(residual(new double[] {0, 0.1, 0.2, 0.3, 0.4, 0.5}, 10_000));
    assertThat(depth.survival()).containsExactly(1.0, 0.9, 0.8, 0.7, 0.6, 0.5);
    for (int k = 0; k <= 6; k++) {
      double expected = 10_000 * depth.expected().probability(k);
      assertThat((double) depth.counts().get(k)).isCloseTo(expected, within(4 * Math.sqrt(expected) + 1e-9));
    }
    assertThat(depth.measuredMean()).isCloseTo(depth.expected().mean(),
        within(4 * Math.sqrt(depth.expected().variance() / 10_000)));
    assertThat(depth.plus(depth).counts().get(5)).isEqualTo(2 * depth.counts().get(5));
  }

  /// LayerDrop decides once for the batch: all examples are equally deep.
  @Test void underLayerDropABatchHasOneDepth() {
    LayerSpec encoder = new LayerSpec.Encoder(1, 3, 0, 0, 0, 0.5);
    NetworkSpec spec = new NetworkSpec(0, List.of(encoder, encoder, encoder), List.of(), Initialisation.XAVIER);
    Network network = new Network(spec, Shape.sequence(2, 2), 1, i -> RandomStream.of(21, RandomStream.Purpose.MASKS, i));
    network.initialise(spec, 5);
    EffectiveDepth all = null;
    for (int pass = 0; pass < 1000; pass++) {
      network.forward(new Tensor(3, 4), Mode.TRAIN);
      EffectiveDepth depth = EffectiveDepth.of(network.views(3));
      assertThat(depth.counts()).containsOnly(0, 3);
      all = all == null ? depth : all.plus(depth);
    }
    // Each batch counts three times.
    for (int k = 0; k <= 3; k++)
      assertThat(all.counts().get(k) / 3000.0).isCloseTo(all.expected().probability(k), within(4 * 0.5 / Math.sqrt(1000)));
  }

  /// 2 heads x 5 queries x 2000 examples, each row with its own weights and its own standard deviation.
  @ParameterizedTest @CsvSource({"0.1", "0.5"})
  void theSumsOfAttentionRowsScatterAsTheirFormulaSays(double p) {
    LayerView.Attention attention = (LayerView.Attention) seen(new LayerSpec.Attention(2, p), Shape.sequence(5, 4), 2000);
    AttentionRowSums rows = AttentionRowSums.of(attention);
    assertThat(rows.sums()).hasSize(20_000);
    double z = 0, squares = 0;
    for (int i = 0; i < 20_000; i++) {
      double each = (rows.sums().get(i) - 1) / rows.sds().get(i);
      z += each / 20_000;
      squares += each * each / 20_000;
    }
    assertThat(z).isCloseTo(0, within(4 / Math.sqrt(20_000)));
    assertThat(squares).isCloseTo(1, within(0.05));
    assertThat(rows.measuredSd() / rows.expectedSd()).isCloseTo(1, within(0.025));
    assertThat(AttentionRowSums.of((LayerView.Attention) seen(new LayerSpec.Attention(2, 0), Shape.sequence(5, 4), 3)).measuredSd())
        .isCloseTo(0, within(1e-6));
  }
}
