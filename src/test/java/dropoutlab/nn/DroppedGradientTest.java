package dropoutlab.nn;

import static dropoutlab.nn.Dropping.upTo;
import static dropoutlab.nn.Gradients.gaussian;
import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.build.DropoutLayers;
import dropoutlab.nn.build.LayerBuilder;
import dropoutlab.nn.depth.LayerDrop;
import dropoutlab.nn.dropout.DropBlock;
import dropoutlab.nn.dropout.DropConnect;
import dropoutlab.nn.dropout.SpatialDropout;
import dropoutlab.nn.dropout.TargetedWeights;
import dropoutlab.nn.dropout.UnitDropout;
import dropoutlab.nn.dropout.WeightDropout;
import dropoutlab.nn.layer.Activate;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.spec.Activation;
import dropoutlab.spec.DropoutSpec.DropConnect.Inference;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec.HiddenLayer;
import dropoutlab.spec.NetworkSpec;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// No gradient flows back through dropped units, and some gradient flows through kept ones, for random shapes, p and
/// seeds. Oracle: the mask, which the layer reports or which is drawn here by the documented rule. (LayerDrop has its
/// own test.)
class DroppedGradientTest {
  private static final int TRIALS = 20;

  static final List<DropoutSpec> UNITS = List.of(new DropoutSpec.Inverted(), new DropoutSpec.Standard(),
      new DropoutSpec.Gaussian(), new DropoutSpec.LearntGaussian(0.01), new DropoutSpec.Uniform(0.5),
      new DropoutSpec.Alpha(false), new DropoutSpec.Alpha(true), new DropoutSpec.Concrete(0.5, 1e-6, 1e-5));

  private final RandomStream dice = RandomStream.of(11, Purpose.SHUFFLE);

  private static RandomStream masks(int trial) { return RandomStream.of(trial, Purpose.MASKS); }

  private double rate() { return dice.uniform(0.2, 0.8); }

  private Shape image() { return new Shape(upTo(dice, 1, 3), upTo(dice, 2, 6), upTo(dice, 2, 6)); }

  /// Checks dx = m dOut at every place; returns how many places are dropped.
  private static int checkUnits(UnitDropout layer, int units, int trial) {
    Tensor x = gaussian(5, units, trial), dOut = gaussian(5, units, 30 + trial);
    layer.forward(x, Mode.TRAIN);
    Tensor mask = layer.mask(), dx = layer.backward(dOut);
    int dropped = 0;
    for (int i = 0; i < x.size(); i++) {
      assertThat(dx.data()[i]).as("trial %d, place %d", trial, i).isEqualTo(mask.data()[i] * dOut.data()[i]);
      if (mask.data()[i] == 0) dropped++;
    }
    return dropped;
  }

  private static void checkUnits(boolean drops, ToIntFunction<Integer> check) {
    int dropped = 0;
    for (int trial = 0; trial < TRIALS; trial++) dropped += check.applyAsInt(trial);
    if (drops) assertThat(dropped).isPositive();
    else assertThat(dropped).isZero();
  }

  @ParameterizedTest
  @FieldSource("UNITS")
  void aDroppedUnitHasNoGradientAndAKeptOneThatOfItsFactor(DropoutSpec method) {
    boolean drops = method instanceof DropoutSpec.Inverted || method instanceof DropoutSpec.Standard
        || method instanceof DropoutSpec.Alpha;
    checkUnits(drops, trial -> {
      Shape shape = image();
      return checkUnits((UnitDropout) DropoutLayers.of(method, rate(), shape, masks(trial)), shape.size(),
          trial);
    });
  }

  @Test void droppedMapsAndBlocksHaveNoGradient() {
    checkUnits(true, trial -> {
      Shape shape = new Shape(3, upTo(dice, 2, 6), upTo(dice, 2, 6));
      return checkUnits(new SpatialDropout(0.3, shape, masks(trial)), shape.size(), trial);
    });
    checkUnits(true, trial -> {
      Shape shape = image();
      return checkUnits(new DropBlock(0.3, upTo(dice, 1, 2), shape, masks(trial)), shape.size(), trial);
    });
  }

  /// Uses a single example, so that no other one adds to the gradient.
  @ParameterizedTest
  @ValueSource(strings = {"inverted", "standard", "alpha", "targeted"})
  void nothingIsLearntIntoADroppedUnit(String name) {
    DropoutSpec method = switch (name) {
      case "inverted" -> new DropoutSpec.Inverted();
      case "standard" -> new DropoutSpec.Standard();
      case "alpha" -> new DropoutSpec.Alpha(false);
      default -> new DropoutSpec.Targeted(0.9, DropoutSpec.Targeted.Target.UNITS);
    };
    int dropped = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      int in = upTo(dice, 1, 6), units = upTo(dice, 3, 9), seed = trial;
      NetworkSpec spec = new NetworkSpec(0, List.of(new HiddenLayer(units, Activation.TANH, rate(), method)),
          Initialisation.HE);
      Network network = new Network(spec, Shape.vector(in), 2, i -> RandomStream.of(seed, Purpose.MASKS, i));
      network.initialise(spec, trial);
      network.forward(gaussian(1, in, trial), Mode.TRAIN);
      network.backward(gaussian(1, 2, trial));
      Tensor mask = network.mask(1), dW = network.denses().getFirst().weights().gradient();
      for (int c = 0; c < units; c++) {
        for (int r = 0; r < in; r++) assertThat(dW.at(r, c) == 0).isEqualTo(mask.at(0, c) == 0);
        if (mask.at(0, c) == 0) dropped++;
      }
    }
    assertThat(dropped).isBetween(1, TRIALS * 9);
  }

  /// The weights are powers of two, so that the sum of the kept weights shows which these are.
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aDroppedWeightHasNoGradient(boolean targeted) {
    int dropped = 0, kept = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      int in = upTo(dice, 2, 12), units = upTo(dice, 1, 6);
      Parameter w = Parameter.zeros(in, units, true), b = Parameter.zeros(1, units, false);
      for (int r = 0; r < in; r++) for (int c = 0; c < units; c++) w.value().set(r, c, 1 << r);
      Activate none = new Activate(Activation.IDENTITY, units);
      WeightDropout layer = targeted ? new TargetedWeights(w, b, none, rate(), 0.7, masks(trial))
          : new DropConnect(w, b, none, rate(), Inference.MEAN, 1, masks(trial));
      Tensor ones = new Tensor(1, in);
      ones.fill(1);
      Tensor left = layer.forward(ones, Mode.TRAIN);
      layer.backward(gaussian(1, units, trial));
      for (int r = 0; r < in; r++)
        for (int c = 0; c < units; c++) {
          boolean gone = ((int) left.at(0, c) >> r & 1) == 0;
          assertThat(w.gradient().at(r, c) == 0).isEqualTo(gone);
          if (gone) dropped++;
          else kept++;
        }
    }
    assertThat(dropped).isPositive();
    assertThat(kept).isPositive();
  }

  private static Layer layer(LayerSpec spec, Shape in, int seed) {
    Layer layer = new LayerBuilder(i -> RandomStream.of(seed, Purpose.MASKS, i), 0).all(List.of(spec), in).getFirst()
        .layer();
    layer.initialise(Initialisation.XAVIER, RandomStream.of(seed, Purpose.WEIGHTS));
    return layer;
  }

  /// A step whose weights are all dropped, in all heads, puts out the bias only.
  @Test void aStepWithoutAttentionWeightsPassesNoGradientOn() {
    int blind = 0;
    for (int trial = 0; trial < 60; trial++) {
      int steps = upTo(dice, 2, 3), heads = upTo(dice, 1, 2), width = 2 * heads;
      Layer layer = layer(new LayerSpec.Attention(heads, 0.8), Shape.sequence(steps, width), trial);
      double[] mask = Gradients.mask(RandomStream.of(trial, Purpose.MASKS, 0), 0.8, 1, heads * steps * steps)[0];
      layer.forward(gaussian(1, steps * width, trial), Mode.TRAIN);
      for (int q = 0; q < steps; q++) {
        double left = 0;
        for (int h = 0; h < heads; h++) for (int k = 0; k < steps; k++) left += mask[(h * steps + q) * steps + k];
        Tensor dOut = new Tensor(1, steps * width);
        for (int c = 0; c < width; c++) dOut.set(0, q * width + c, 1 + c);
        Tensor dx = layer.backward(dOut);
        boolean none = true;
        for (int i = 0; i < dx.size(); i++) none &= dx.data()[i] == 0;
        assertThat(none).as("trial %d, step %d", trial, q).isEqualTo(left == 0);
        if (left == 0) blind++;
      }
    }
    assertThat(blind).isPositive();
  }

  @Test void aDroppedWordIsNoughtAndLearnsNothing() {
    for (int trial = 0; trial < TRIALS; trial++) {
      int steps = upTo(dice, 2, 6), words = upTo(dice, 2, 4), width = upTo(dice, 1, 3);
      Layer layer = layer(new LayerSpec.Embedding(words, width, 0.5), Shape.vector(steps), trial);
      double[] mask = Gradients.mask(RandomStream.of(trial, Purpose.MASKS, 0), 0.5, 1, steps)[0];
      Tensor x = new Tensor(1, steps);
      for (int t = 0; t < steps; t++) x.set(0, t, dice.nextInt(words));
      Tensor y = layer.forward(x, Mode.TRAIN);
      Tensor ones = new Tensor(1, steps * width);
      ones.fill(1);
      layer.backward(ones);
      for (int t = 0; t < steps; t++) {
        int first = 0;
        while (x.at(0, first) != x.at(0, t)) first++;
        assertThat(y.at(0, t * width) == 0).isEqualTo(mask[first] == 0);
        assertThat(layer.parameters().getFirst().gradient().at((int) x.at(0, t), 0) == 0).isEqualTo(mask[first] == 0);
      }
    }
  }

  @Test void anExampleWithoutItsBlockPassesTheGradientByAndLearnsNothing() {
    for (int trial = 0; trial < TRIALS; trial++) {
      int width = upTo(dice, 1, 5);
      double p = rate();
      Layer layer = layer(new LayerSpec.Residual(List.of(new LayerSpec.DenseLayer(width)), p,
          LayerSpec.Residual.DepthMode.EXAMPLE, trial % 2 == 0), Shape.vector(width), trial);
      double[][] mask = Gradients.mask(RandomStream.of(trial, Purpose.MASKS, 0), p, 5, 1);
      Tensor x = gaussian(5, width, trial), dOut = gaussian(5, width, 30 + trial);
      Tensor y = layer.forward(x, Mode.TRAIN), dx = layer.backward(dOut);
      double kept = 0;
      for (int r = 0; r < 5; r++) {
        assertThat(y.at(r, 0) == x.at(r, 0)).isEqualTo(mask[r][0] == 0);
        assertThat(dx.at(r, 0) == dOut.at(r, 0)).isEqualTo(mask[r][0] == 0);
        kept += mask[r][0];
      }
      assertThat(layer.parameters().getFirst().gradient().at(0, 0) == 0).isEqualTo(kept == 0);
    }
  }
}
