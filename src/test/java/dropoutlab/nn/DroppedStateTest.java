package dropoutlab.nn;

import static dropoutlab.nn.DoubleNetwork.matrix;
import static dropoutlab.nn.Dropping.upTo;
import static dropoutlab.nn.Gradients.gaussian;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.build.LayerBuilder;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.nn.recurrent.DoubleRecurrent;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.LayerSpec.Recurrent.Cell;
import dropoutlab.spec.LayerSpec.RecurrentDrop.RecurrentMethod;
import dropoutlab.spec.LayerSpec.RecurrentDrop;
import dropoutlab.spec.LayerSpec;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Dropped parts of recurrent layers have no gradient, for random shapes, p and seeds and a single sequence. Oracle:
/// masks drawn here by the documented rule, from the streams in the order in which the layer takes them: inputs, state,
/// candidate, zoneout of h and of c, outputs.
class DroppedStateTest {
  private static final int TRIALS = 12;

  private int steps;
  private int width;
  private int units;
  private double p;

  private void draw(int trial) {
    RandomStream dice = RandomStream.of(trial, Purpose.SHUFFLE);
    steps = upTo(dice, 2, 5);
    width = upTo(dice, 1, 4);
    units = upTo(dice, 2, 5);
    p = dice.uniform(0.2, 0.8);
  }

  private Layer layer(Cell cell, RecurrentDrop drop, int seed) {
    LayerSpec spec = new LayerSpec.Recurrent(cell, units, drop, false);
    Layer layer = new LayerBuilder(i -> RandomStream.of(seed, Purpose.MASKS, i), 0).all(List.of(spec),
        Shape.sequence(steps, width)).getFirst().layer();
    layer.initialise(Initialisation.XAVIER, RandomStream.of(seed, Purpose.WEIGHTS));
    layer.forward(gaussian(1, steps * width, seed), Mode.TRAIN);
    return layer;
  }

  private double[] mask(int seed, int stream, int columns) {
    return Gradients.mask(RandomStream.of(seed, Purpose.MASKS, stream), p, 1, columns)[0];
  }

  @ParameterizedTest
  @EnumSource
  void aDroppedInputHasNoGradient(Cell cell) {
    for (int trial = 0; trial < TRIALS; trial++) {
      draw(trial);
      for (RecurrentMethod method : RecurrentMethod.values()) {
        Layer layer = layer(cell, new RecurrentDrop(method, p, 0, 0, true), trial);
        boolean once = method == RecurrentMethod.VARIATIONAL;
        double[] mask = mask(trial, 0, once ? width : steps * width);
        Tensor dx = layer.backward(gaussian(1, steps * units, 30 + trial));
        for (int i = 0; i < steps * width; i++)
          assertThat(dx.at(0, i) == 0).as("%s, %d", method, i).isEqualTo(mask[once ? i % width : i] == 0);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void droppedOutputsTakeNoGradientIn(Cell cell) {
    for (int trial = 0; trial < TRIALS; trial++) {
      draw(trial);
      for (RecurrentMethod method : RecurrentMethod.values()) {
        Layer layer = layer(cell, new RecurrentDrop(method, 0, 0, p, true), trial);
        boolean once = method == RecurrentMethod.VARIATIONAL;
        double[] mask = mask(trial, 5, once ? units : steps * units);
        Tensor dOut = new Tensor(1, steps * units);
        for (int i = 0; i < dOut.size(); i++) if (mask[once ? i % units : i] == 0) dOut.set(0, i, 1 + i);
        assertThat(layer.backward(dOut).data()).containsOnly(0);
        for (Parameter each : layer.parameters()) assertThat(each.gradient().data()).containsOnly(0);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theWeightsFromADroppedUnitOfTheStateLearnNothing(Cell cell) {
    for (int trial = 0; trial < TRIALS; trial++) {
      draw(trial);
      Layer layer = layer(cell, new RecurrentDrop(RecurrentMethod.VARIATIONAL, 0, p, 0, true), trial);
      double[] mask = mask(trial, 1, units);
      layer.backward(gaussian(1, steps * units, 30 + trial));
      Tensor fromState = layer.parameters().get(1).gradient();
      for (int j = 0; j < units; j++)
        for (int c = 0; c < units; c++) assertThat(fromState.at(j, c) == 0).isEqualTo(mask[j] == 0);
    }
  }

  /// In the first step the state before is 0: a unit without its candidate learns nothing, and neither does a unit that
  /// keeps its last value.
  @ParameterizedTest
  @EnumSource
  void aDroppedCandidateAndAUnitThatKeepsItsValueLearnNothing(Cell cell) {
    for (int trial = 0; trial < TRIALS; trial++) {
      draw(trial);
      for (RecurrentMethod method : List.of(RecurrentMethod.CANDIDATE, RecurrentMethod.ZONEOUT)) {
        Layer layer = layer(cell, new RecurrentDrop(method, 0, p, 0, true), trial);
        double[] mask = mask(trial, method == RecurrentMethod.CANDIDATE ? 2 : 3, steps * units);
        Tensor dOut = new Tensor(1, steps * units);
        for (int j = 0; j < units; j++) dOut.set(0, j, 1 + j);
        layer.backward(dOut);
        int candidate = cell == Cell.RNN ? 0 : 2 * units;
        for (int j = 0; j < units; j++)
          assertThat(layer.parameters().getFirst().gradient().at(0, candidate + j) == 0).as("%s, %d", method, j)
              .isEqualTo(mask[j] == 0);
      }
    }
  }

  /// Krueger et al. 2017: at inference the state is the expectation, p of the last value and 1 - p of the new one.
  @ParameterizedTest
  @EnumSource
  void zoneoutTakesTheExpectationAtInference(Cell cell) {
    for (int trial = 0; trial < TRIALS; trial++) {
      draw(trial);
      Layer layer = layer(cell, new RecurrentDrop(RecurrentMethod.ZONEOUT, 0, p, 0, true), trial);
      Tensor x = gaussian(4, steps * width, trial), y = layer.forward(x, Mode.INFERENCE);
      double[][][] parameters = layer.parameters().stream().map(each -> matrix(each.value())).toArray(double[][][]::new);
      DoubleRecurrent.Factor one = DoubleRecurrent.Factor.ONE;
      double[][] expected = new DoubleRecurrent(cell, steps, parameters[0], parameters[1], parameters[2], parameters[3])
          .outputs(matrix(x), new DoubleRecurrent.Factors(one, one, one, (_, _, _, _) -> 1 - p, one));
      for (int r = 0; r < 4; r++)
        for (int c = 0; c < y.cols(); c++) assertThat((double) y.at(r, c)).isCloseTo(expected[r][c], within(1e-5));
    }
  }
}
