package dropoutlab.nn.depth;

import static dropoutlab.nn.Gradients.gaussian;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.Initialisation;
import org.junit.jupiter.api.Test;

/// Oracles: the binomial distribution, and the block itself, which is a dense layer from 3 to 3 with weights of its
/// own.
class LayerDropTest {
  private static final int SIZE = 3;
  private final Dense block = new Dense(SIZE, SIZE);
  private final Tensor x = gaussian(6, SIZE, 1);
  private final Tensor dOut = gaussian(6, SIZE, 2);

  private Layer layer(double p) {
    Layer layer = new LayerDrop(block, SIZE, new DropRate(p), RandomStream.of(3, Purpose.MASKS));
    layer.initialise(Initialisation.HE, RandomStream.of(4, Purpose.WEIGHTS));
    return layer;
  }

  @Test void wholeBatchesSkipTheBlockWithProbabilityP() {
    Layer layer = layer(0.3);
    int skipped = 0, n = 4000;
    for (int i = 0; i < n; i++) if (layer.forward(x, Mode.TRAIN) == x) skipped++;
    assertThat(skipped / (double) n).isCloseTo(0.3, within(4 * Math.sqrt(0.3 * 0.7 / n)));
  }

  @Test void aKeptBlockIsNotRescaled() {
    Layer layer = layer(0.3);
    Tensor plain = block.sharing().forward(x, Mode.INFERENCE);
    Tensor y = x;
    while (y == x) y = layer.forward(x, Mode.TRAIN);
    assertThat(y.data()).containsExactly(plain.data());
  }

  @Test void aSkippedBlockPassesTheGradientAndLearnsNothing() {
    Layer layer = layer(0.5);
    layer.forward(x, Mode.INFERENCE);
    layer.backward(dOut);
    assertThat(block.weights().gradient().data()).doesNotContain(0);
    while (layer.forward(x, Mode.TRAIN) != x) continue;
    assertThat(layer.backward(dOut)).isSameAs(dOut);
    assertThat(block.weights().gradient().data()).containsOnly(0);
    assertThat(block.biases().gradient().data()).containsOnly(0);
  }

  @Test void inferenceAlwaysGoesThroughTheBlock() {
    Layer layer = layer(0.99);
    float[] plain = block.sharing().forward(x, Mode.INFERENCE).data().clone();
    for (int i = 0; i < 50; i++) assertThat(layer.forward(x, Mode.INFERENCE).data()).containsExactly(plain);
    assertThat(layer.sharing().forward(x, Mode.INFERENCE).data()).containsExactly(plain);
  }

  @Test void freshPassesDecideForEachExampleHoweverTheyAreSplit() {
    int n = 2000;
    Tensor many = gaussian(n, SIZE, 5);
    Layer layer = layer(0.3);
    Tensor plain = block.sharing().forward(many, Mode.INFERENCE);
    Tensor whole = layer.forward(many, Mode.FRESH).copy();
    int skipped = 0;
    for (int r = 0; r < n; r++) {
      boolean past = whole.at(r, 0) == many.at(r, 0);
      if (past) skipped++;
      for (int c = 0; c < SIZE; c++) assertThat(whole.at(r, c)).isEqualTo(past ? many.at(r, c) : plain.at(r, c));
    }
    assertThat(skipped / (double) n).isCloseTo(0.3, within(4 * Math.sqrt(0.3 * 0.7 / n)));
    layer = layer(0.3);
    for (int r = 0; r < 20; r++) {
      Tensor one = new Tensor(1, SIZE);
      one.copyRow(0, many, r);
      assertThat(layer.forward(one, Mode.FRESH).at(0, 0)).isEqualTo(whole.at(r, 0));
    }
  }

  @Test void aHeldDecisionStaysUntilTheNextAndServesAllRows() {
    Layer layer = layer(0.5);
    int skipped = 0, n = 400;
    for (int i = 0; i < n; i++) {
      layer.holdNewMask();
      boolean past = layer.forward(x, Mode.HELD) == x;
      assertThat(layer.forward(x, Mode.HELD) == x).isEqualTo(past);
      if (past) skipped++;
    }
    assertThat(skipped / (double) n).isCloseTo(0.5, within(4 * Math.sqrt(0.25 / n)));
  }

  @Test void theBackwardPassBelongsToTheForwardPassWhateverIsDecidedNext() {
    Layer layer = layer(0.5);
    layer.holdNewMask();
    while (layer.forward(x, Mode.HELD) != x) layer.holdNewMask();
    for (int i = 0; i < 20; i++) layer.holdNewMask();
    assertThat(layer.backward(dOut)).isSameAs(dOut);
  }
}
