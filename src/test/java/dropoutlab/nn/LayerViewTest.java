package dropoutlab.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Mode;
import java.util.List;
import java.util.Optional;
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
      case LayerView.Block _, LayerView.Embedding _, LayerView.Recurrent _ -> Optional.empty();
    };
  }

  @ParameterizedTest @EnumSource(Dropping.class)
  void whatALayerShowsObeysTheEquationsOfDropout(Dropping dropping) {
    for (long trial = 0; trial < 5; trial++)
      for (LayerView view : views(dropping, trial, Mode.TRAIN, ROWS).stream().flatMap(LayerViewTest::all).toList()) {
        dropped(view).filter(drop -> !drop.factors().isEmpty()).ifPresent(drop -> {
          requireProduct(drop.gradientAfter(), drop.factors(), drop.gradientBefore());
          boolean adds = dropping == Dropping.ALPHA || dropping == Dropping.ALPHA_MAPS;
          if (!(view instanceof LayerView.Attention) && !adds)
            requireProduct(drop.before(), drop.factors(), view.values());
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
