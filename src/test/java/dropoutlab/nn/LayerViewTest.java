package dropoutlab.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What layers show of themselves. Oracles: the equations of dropout, `ỹ = m y` and `∂L/∂y = m ∂L/∂ỹ`, checked on the
/// matrices of the view alone; and the same network without a view.
class LayerViewTest {
  private static final int ROWS = 6;
  private static final double P = 0.4;

  private static List<LayerView> views(Dropping dropping, long trial, Mode mode, int shown) {
    Dropping.Sample sample = dropping.sample(trial, P);
    Network network = sample.network(trial);
    Tensor x = sample.batch(ROWS, trial);
    network.forward(x, mode);
    Tensor dOut = Gradients.gaussian(ROWS, Dropping.OUTPUTS, trial + 1);
    network.backward(dOut);
    return network.body(shown, true);
  }

  private static Stream<LayerView> all(LayerView view) {
    return view instanceof LayerView.Block block
        ? Stream.concat(Stream.of(view), block.inside().stream().flatMap(LayerViewTest::all)) : Stream.of(view);
  }

  private static Optional<Dropped> dropped(LayerView view) {
    return switch (view) {
      case LayerView.Units units -> units.dropped();
      case LayerView.Maps maps -> maps.dropped();
      case LayerView.Sequence sequence -> sequence.dropped();
      case LayerView.Attention attention -> Optional.of(attention.dropped());
      case LayerView.Embedding embedding -> Optional.of(embedding.dropped());
      case LayerView.Block block -> block.branch();
      case LayerView.Recurrent _ -> Optional.empty();
    };
  }

  @ParameterizedTest @EnumSource(Dropping.class)
  void whatALayerShowsObeysTheEquationsOfDropout(Dropping dropping) {
    for (long trial = 0; trial < 5; trial++)
      for (LayerView view : views(dropping, trial, Mode.TRAIN, ROWS).stream().flatMap(LayerViewTest::all).toList()) {
        dropped(view).filter(drop -> !drop.factors().isEmpty()).ifPresent(drop -> {
          requireProduct(drop.gradientAfter(), drop.factors(), drop.gradientBefore());
          boolean adds = Set.of(Dropping.ALPHA, Dropping.ALPHA_MAPS, Dropping.LAYER_DROP).contains(dropping);
          if (!adds && !drop.before().isEmpty()) requireProduct(drop.before(), drop.factors(), drop.after());
          if (!(view instanceof LayerView.Attention) && view.kind() != LayerView.Kind.RESIDUAL)
            assertThat(drop.after()).isEqualTo(view.values());
        });
      }
  }

  private static void requireProduct(Matrix a, Matrix m, Matrix expected) {
    assertThat(expected.size()).isEqualTo(a.size()).isEqualTo(m.size());
    for (int i = 0; i < a.size(); i++) assertThat((float) a.get(i) * (float) m.get(i)).isEqualTo((float) expected.get(i));
  }

  /// Rows of attention sum to 1 before dropout, and the factors of dropout are 0 or 1 / (1 - p).
  @Test void attentionShowsItsDistributionsAndItsMask() {
    for (long trial = 0; trial < 5; trial++) {
      var view = (LayerView.Attention) views(Dropping.ATTENTION, trial, Mode.TRAIN, ROWS).getFirst();
      Matrix p = view.probabilities();
      assertThat(p.cols()).isEqualTo(view.heads() * view.steps() * view.steps());
      for (int r = 0; r < p.rows(); r++)
        for (int row = 0; row < view.heads() * view.steps(); row++) {
          double sum = 0;
          for (int k = 0; k < view.steps(); k++) sum += p.at(r, row * view.steps() + k);
          assertThat(sum).isCloseTo(1, within(1e-5));
        }
      for (double m : view.dropped().factors().toArray()) assertThat((float) m).isIn(0f, (float) (1 / (1 - P)));
    }
  }

  /// A variational mask is the same for all steps; zoneout's factors are 0 and 1; a mask on the candidate differs by
  /// step.
  @Test void recurrentLayersShowTheMasksOfTheirPlaces() {
    for (long trial = 0; trial < 5; trial++) {
      var variational = (LayerView.Recurrent) views(Dropping.VARIATIONAL, trial, Mode.TRAIN, ROWS).getFirst();
      assertThat(variational.masks()).extracting(LayerView.StepMask::place).containsExactly(
          LayerView.StepMask.Place.INPUTS, LayerView.StepMask.Place.STATE, LayerView.StepMask.Place.OUTPUTS);
      for (LayerView.StepMask mask : variational.masks())
        for (int r = 0; r < ROWS; r++)
          for (int c = 0; c < mask.factors().cols(); c++)
            assertThat(mask.factors().at(r, c)).isEqualTo(mask.factors().at(r, c % mask.width()));
      var zoneout = (LayerView.Recurrent) views(Dropping.ZONEOUT, trial, Mode.TRAIN, ROWS).getFirst();
      for (LayerView.StepMask mask : zoneout.masks())
        if (mask.place() == LayerView.StepMask.Place.STATE_ZONEOUT)
          for (int r = 0; r < ROWS; r++)
            for (int t = 1; t < zoneout.steps(); t++)
              for (int u = 0; u < zoneout.units(); u++) {
                int at = t * zoneout.units() + u;
                boolean kept = zoneout.values().at(r, at) == zoneout.values().at(r, at - zoneout.units());
                if (mask.factors().at(r, at) == 0) assertThat(kept).isTrue();
              }
    }
  }

  @Test void blocksShowWhatWasLeftOutAndWhatIsInsideThem() {
    int left = 0;
    for (long trial = 0; trial < 20; trial++) {
      var block = (LayerView.Block) views(Dropping.DEPTH_BY_EXAMPLE, trial, Mode.TRAIN, ROWS).getFirst();
      assertThat(block.kept().rows()).isEqualTo(ROWS);
      assertThat(block.inside()).hasSize(2);
      for (double factor : block.kept().toArray()) if (factor == 0) left++;
    }
    assertThat(left / (20.0 * ROWS)).isCloseTo(P, within(5 * Math.sqrt(P * (1 - P) / (20 * ROWS))));
  }

  @Test void anEmbeddingShowsItsWordsAndTheirFactors() {
    var view = (LayerView.Embedding) views(Dropping.EMBEDDING, 3, Mode.TRAIN, ROWS).getFirst();
    for (int r = 0; r < ROWS; r++)
      for (int a = 0; a < view.steps(); a++)
        for (int b = 0; b < view.steps(); b++)
          if (view.words().at(r, a) == view.words().at(r, b))
            assertThat(view.factors().at(r, a)).isEqualTo(view.factors().at(r, b));
  }

  /// Oracle: the sum x + m f(x) and, as f is one dense layer, the gradient of its weights, which the test of gradients
  /// compares with differences: dW = xᵀ ∂L/∂f(x).
  @Test void aResidualBlockShowsItsBranchAndTheGradientThatReachesIt() {
    NetworkSpec spec = new NetworkSpec(0, List.of(new LayerSpec.Residual(List.of(new LayerSpec.DenseLayer(4)), P,
        LayerSpec.Residual.DepthMode.EXAMPLE, true)), List.of(), Initialisation.XAVIER);
    Network network = new Network(spec, Shape.vector(4), 2, i -> RandomStream.of(5, RandomStream.Purpose.MASKS, i));
    network.initialise(spec, 3);
    Tensor x = Gradients.gaussian(ROWS, 4, 1);
    network.forward(x, Mode.TRAIN);
    network.backward(Gradients.gaussian(ROWS, 2, 2));
    var block = (LayerView.Block) network.body(ROWS, true).getFirst();
    Dropped branch = block.branch().orElseThrow();
    Tensor dW = network.parameters().getFirst().gradient();
    for (int c = 0; c < 4; c++) {
      for (int r = 0; r < ROWS; r++)
        assertThat(block.values().at(r, c)).isCloseTo(x.at(r, c) + branch.after().at(r, c), within(1e-6));
      for (int k = 0; k < 4; k++) {
        double sum = 0;
        for (int r = 0; r < ROWS; r++) sum += x.at(r, k) * branch.gradientBefore().at(r, c);
        assertThat((double) dW.at(k, c)).isCloseTo(sum, within(1e-5));
      }
    }
    assertThat(branch.factors().min()).isZero();
  }

  /// Oracle: the gradient of the table, to which every place of a word adds its own.
  @Test void theGradientsOfAnEmbeddingsPlacesAddUpToThatOfItsTable() {
    Dropping.Sample sample = Dropping.EMBEDDING.sample(3, P);
    Network network = sample.network(3);
    network.forward(sample.batch(ROWS, 3), Mode.TRAIN);
    network.backward(Gradients.gaussian(ROWS, Dropping.OUTPUTS, 4));
    var view = (LayerView.Embedding) network.body(ROWS, true).getFirst();
    Tensor table = network.parameters().getFirst().gradient();
    double[][] sums = new double[table.rows()][table.cols()];
    for (int r = 0; r < ROWS; r++)
      for (int i = 0; i < view.values().cols(); i++)
        sums[(int) view.words().at(r, i / view.width())][i % view.width()] += view.dropped().gradientBefore().at(r, i);
    for (int w = 0; w < sums.length; w++)
      for (int c = 0; c < view.width(); c++) assertThat((double) table.at(w, c)).isCloseTo(sums[w][c], within(1e-5));
  }

  /// Oracle: the formula of alpha dropout, with α' = -1.7581, which has no other constants.
  @Test void whatAlphaDropoutPutsInPlaceOfADroppedUnitIsShown() {
    double q = 1 - P, low = -1.7580993408473766, a = 1 / Math.sqrt(q * (1 + low * low * P)), b = -a * P * low;
    for (LayerView view : views(Dropping.ALPHA, 2, Mode.TRAIN, ROWS)) {
      Dropped drop = dropped(view).orElseThrow();
      for (int i = 0; i < drop.after().size(); i++) {
        boolean kept = drop.factors().get(i) != 0;
        assertThat(drop.after().get(i)).isCloseTo(a * (kept ? drop.before().get(i) : low) + b, within(1e-6));
      }
    }
  }

  /// A block that was skipped for the whole batch has no gradients inside, and its branch was not computed.
  @Test void aSkippedBlockShowsNoGradientsOfAnEarlierBatch() {
    int skipped = 0;
    for (long trial = 0; trial < 20; trial++)
      for (Dropping dropping : List.of(Dropping.LAYER_DROP, Dropping.DEPTH_BY_BATCH)) {
        var block = (LayerView.Block) views(dropping, trial, Mode.TRAIN, ROWS).getFirst();
        if (block.kept().max() > 0) continue;
        skipped++;
        assertThat(block.branch().orElseThrow().before().isEmpty()).isTrue();
        block.inside().stream().flatMap(LayerViewTest::all).forEach(view ->
            dropped(view).ifPresent(drop -> assertThat(drop.gradientAfter().isEmpty()).isTrue()));
      }
    assertThat(skipped).isPositive();
  }

  @ParameterizedTest @EnumSource(Dropping.class)
  void onlyAsManyExamplesAreShownAsAreAskedFor(Dropping dropping) {
    for (LayerView view : views(dropping, 1, Mode.TRAIN, 2)) assertThat(view.values().rows()).isEqualTo(2);
  }

  @ParameterizedTest @EnumSource(Dropping.class)
  void lookingChangesNothing(Dropping dropping) {
    Dropping.Sample sample = dropping.sample(1, P);
    Network seen = sample.network(1), unseen = sample.network(1);
    Tensor x = sample.batch(ROWS, 1);
    for (int step = 0; step < 3; step++) {
      seen.body(ROWS, step > 0);
      assertThat(seen.forward(x, Mode.TRAIN).data()).isEqualTo(unseen.forward(x, Mode.TRAIN).data());
      seen.body(ROWS, false);
    }
  }
}
