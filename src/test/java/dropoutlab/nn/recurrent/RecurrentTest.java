package dropoutlab.nn.recurrent;

import static dropoutlab.nn.DoubleNetwork.matrix;
import static dropoutlab.nn.Gradients.dot;
import static dropoutlab.nn.Gradients.gaussian;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.LayerView.StepMask.Place;
import dropoutlab.frame.LayerView.StepMask;
import dropoutlab.frame.LayerView;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Gradients;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.nn.layer.Passage;
import dropoutlab.nn.recurrent.DoubleRecurrent.Factor;
import dropoutlab.nn.recurrent.DoubleRecurrent.Factors;
import dropoutlab.spec.LayerSpec.Recurrent.Cell;
import dropoutlab.spec.LayerSpec.RecurrentDrop.RecurrentMethod;
import dropoutlab.spec.LayerSpec.RecurrentDrop;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracle: [DoubleRecurrent], whose masks are read from the same streams by the documented rule: one stream each for
/// inputs, state, candidate, zoneout of h, zoneout of c and outputs, in this order.
class RecurrentTest {
  private static final int ROWS = 3, STEPS = 4, WIDTH = 2, UNITS = 5, SEED = 20;

  private static Recurrent layer(Cell cell, RecurrentDrop drop, boolean last) {
    int[] next = {0};
    var kind = dropoutlab.nn.recurrent.Cell.of(cell);
    Recurrent layer = new Recurrent(kind, STEPS, WIDTH, UNITS, last, RecurrentMasks.of(drop, DropRate::new, kind.gates(), STEPS, WIDTH,
        UNITS, () -> RandomStream.of(SEED, Purpose.MASKS, next[0]++)));
    for (int i = 0; i < 4; i++) {
      Tensor value = layer.parameters().get(i).value(), random = gaussian(value.rows(), value.cols(), 30 + i);
      for (int k = 0; k < value.size(); k++) value.data()[k] = 0.7f * random.data()[k];
    }
    return layer;
  }

  private static int gates(Cell cell) { return dropoutlab.nn.recurrent.Cell.of(cell).gates(); }

  private static DoubleRecurrent reference(Cell cell, Recurrent layer) {
    List<double[][]> p = layer.parameters().stream().map(each -> matrix(each.value())).toList();
    return new DoubleRecurrent(cell, STEPS, p.get(0), p.get(1), p.get(2), p.get(3));
  }

  /// Returns the factors of one stream: `columns` for each of `masks` steps (1 means the same at all steps).
  private static Factor factor(int stream, double p, int rows, int gates, int columns, int masks) {
    double[][] m = Gradients.mask(RandomStream.of(SEED, Purpose.MASKS, stream), p, rows, gates * columns * masks);
    return (e, t, g, c) -> m[rows == 1 ? 0 : e][((masks == 1 ? 0 : t) * gates + (gates == 1 ? 0 : g)) * columns + c];
  }

  private static Factors factors(Cell cell, RecurrentDrop drop, int rows) {
    boolean variational = drop.method() == RecurrentMethod.VARIATIONAL;
    int masks = variational ? 1 : STEPS;
    int gates = variational && !drop.tiedGates() ? gates(cell) : 1;
    Factor inputs = factor(0, drop.inputs(), rows, gates, WIDTH, masks);
    Factor outputs = factor(5, drop.outputs(), rows, 1, UNITS, masks);
    double p = drop.state();
    return switch (drop.method()) {
      case VARIATIONAL, PER_STEP ->
          new Factors(inputs, factor(1, p, rows, gates, UNITS, masks), Factor.ONE, Factor.ONE, outputs);
      case CANDIDATE -> new Factors(inputs, Factor.ONE, factor(2, p, rows, 1, UNITS, masks), Factor.ONE, outputs);
      case ZONEOUT -> {
        Factor h = factor(3, p, rows, 1, UNITS, masks), c = factor(4, p, rows, 1, UNITS, masks);
        yield new Factors(inputs, Factor.ONE, Factor.ONE, (e, t, g, j) -> Math.signum((g == 0 ? h : c).at(e, t, 0, j)),
            outputs);
      }
    };
  }

  static Stream<Arguments> cellsAndMethods() {
    return Arrays.stream(Cell.values()).flatMap(cell -> Stream.concat(
        Arrays.stream(RecurrentMethod.values()).map(method -> Arguments.of(cell, new RecurrentDrop(method, 0.3, 0.4, 0.25, false))),
        Stream.of(Arguments.of(cell, new RecurrentDrop(RecurrentMethod.VARIATIONAL, 0.3, 0.4, 0.25, true)),
            Arguments.of(cell, new RecurrentDrop(RecurrentMethod.VARIATIONAL, 0, 0.4, 0, false)),
            Arguments.of(cell, new RecurrentDrop(RecurrentMethod.VARIATIONAL, 0, 0, 0, false)))));
  }

  @ParameterizedTest
  @MethodSource("cellsAndMethods")
  void gradientsAreTheDifferencesWithTheMasksFrozen(Cell cell, RecurrentDrop drop) {
    Factors factors = factors(cell, drop, ROWS);
    check(cell, layer(cell, drop, false), Mode.TRAIN, factors, false);
    check(cell, layer(cell, drop, true), Mode.FRESH, factors, true);
  }

  @ParameterizedTest
  @MethodSource("cellsAndMethods")
  void heldMasksAreOneSetForAllRows(Cell cell, RecurrentDrop drop) {
    Recurrent layer = layer(cell, drop, false);
    layer.holdNewMask();
    check(cell, layer, Mode.HELD, factors(cell, drop, 1), false);
  }

  @ParameterizedTest
  @MethodSource("cellsAndMethods")
  void inferenceHasNoMasksAndZoneoutItsExpectation(Cell cell, RecurrentDrop drop) {
    boolean zoneout = drop.method() == RecurrentMethod.ZONEOUT;
    Factor share = (_, _, _, _) -> zoneout ? 1 - drop.state() : 1;
    check(cell, layer(cell, drop, false), Mode.INFERENCE,
        new Factors(Factor.ONE, Factor.ONE, Factor.ONE, share, Factor.ONE), false);
  }

  private static void check(Cell cell, Recurrent layer, Mode mode, Factors factors, boolean last) {
    Tensor x = gaussian(ROWS, STEPS * WIDTH, 1), weighting = gaussian(ROWS, last ? UNITS : STEPS * UNITS, 2);
    Tensor y = layer.forward(x, mode);
    DoubleRecurrent reference = reference(cell, layer);
    double[][] xs = matrix(x), weights = matrix(weighting);
    double[][] expected = given(reference.outputs(xs, factors), last);
    for (int r = 0; r < ROWS; r++)
      for (int c = 0; c < y.cols(); c++) assertThat((double) y.at(r, c)).isCloseTo(expected[r][c], within(2e-6));

    Tensor dx = layer.backward(weighting);
    List<Parameter> parameters = layer.parameters();
    List<double[][]> values = List.of(reference.w, reference.u, reference.b, reference.v);
    for (int i = 0; i < 4; i++)
      Gradients.check(parameters.get(i).gradient(), values.get(i),
          () -> dot(weights, given(reference.outputs(xs, factors), last)));
    Gradients.check(dx, xs, () -> dot(weights, given(reference.outputs(xs, factors), last)));
  }

  /// With `ỹ = m y`, the gradient of the loss by m is y ∂L/∂ỹ; with zoneout, it is (y - h') ∂L/∂ỹ. Oracle: central
  /// differences of the reference by every single factor.
  @ParameterizedTest
  @MethodSource("cellsAndMethods")
  void whatAPlaceShowsIsTheDifferenceByItsFactors(Cell cell, RecurrentDrop drop) {
    for (boolean last : new boolean[] {false, true}) {
      Recurrent layer = layer(cell, drop, last);
      Tensor x = gaussian(ROWS, STEPS * WIDTH, 1), weighting = gaussian(ROWS, last ? UNITS : STEPS * UNITS, 2);
      Tensor y = layer.forward(x, Mode.TRAIN);
      layer.backward(weighting);
      var view = (LayerView.Recurrent) layer.view(new Passage(Shape.sequence(STEPS, UNITS), x, y, weighting, ROWS));
      DoubleRecurrent reference = reference(cell, layer);
      double[][] xs = matrix(x), weights = matrix(weighting);
      for (StepMask mask : view.masks())
        checkPlace(view, mask, factors(cell, drop, ROWS),
            factors -> dot(weights, given(reference.outputs(xs, factors), last)));
    }
  }

  private static void checkPlace(LayerView.Recurrent view, StepMask mask, Factors factors,
                                 ToDoubleFunction<Factors> loss) {
    Dropped dropped = mask.dropped();
    boolean zoneout = mask.place() == Place.STATE_ZONEOUT || mask.place() == Place.CELL_ZONEOUT;
    for (int e = 0; e < ROWS; e++)
      for (int i = 0; i < STEPS * mask.width(); i++) {
        double m = dropped.factors().at(e, i), before = dropped.before().at(e, i), d = dropped.gradientAfter().at(e, i);
        double last = zoneout ? view.last(mask.place(), e, i) : 0;
        assertThat(dropped.after().at(e, i)).isCloseTo(m * before + (zoneout ? (1 - m) * last : 0), within(1e-6));
        assertThat(dropped.gradientBefore().at(e, i)).isEqualTo((float) m * (float) d);
        double h = 1e-5, difference = (loss.applyAsDouble(moved(factors, mask, e, i, h))
            - loss.applyAsDouble(moved(factors, mask, e, i, -h))) / (2 * h);
        assertThat((before - last) * d).as("%s, example %d, column %d", mask.place(), e, i)
            .isCloseTo(difference, within(1e-5));
      }
  }

  /// Returns the factors with one of them changed by `h`.
  private static Factors moved(Factors of, StepMask mask, int example, int at, double h) {
    int in = mask.place() == Place.INPUTS ? WIDTH : UNITS, column = at % mask.width(), groups = mask.width() / in;
    int gate = mask.place() == Place.CELL_ZONEOUT ? 1 : column / in;
    boolean anyGate = groups == 1 && mask.place() != Place.CELL_ZONEOUT && mask.place() != Place.STATE_ZONEOUT;
    UnaryOperator<Factor> move = factor -> (e, t, g, c) -> factor.at(e, t, g, c)
        + (e == example && t == at / mask.width() && c == column % in && (anyGate || g == gate) ? h : 0);
    return switch (mask.place()) {
      case INPUTS -> new Factors(move.apply(of.inputs()), of.state(), of.candidate(), of.zoneout(), of.outputs());
      case STATE -> new Factors(of.inputs(), move.apply(of.state()), of.candidate(), of.zoneout(), of.outputs());
      case CANDIDATE -> new Factors(of.inputs(), of.state(), move.apply(of.candidate()), of.zoneout(), of.outputs());
      case STATE_ZONEOUT, CELL_ZONEOUT ->
          new Factors(of.inputs(), of.state(), of.candidate(), move.apply(of.zoneout()), of.outputs());
      case OUTPUTS -> new Factors(of.inputs(), of.state(), of.candidate(), of.zoneout(), move.apply(of.outputs()));
    };
  }

  /// Oracle: the same passes without a look.
  @ParameterizedTest
  @MethodSource("cellsAndMethods")
  void lookingAtTheGradientsLeavesThoseOfTheParameters(Cell cell, RecurrentDrop drop) {
    Recurrent layer = layer(cell, drop, false);
    Tensor x = gaussian(ROWS, STEPS * WIDTH, 1), weighting = gaussian(ROWS, STEPS * UNITS, 2);
    Tensor y = layer.forward(x, Mode.TRAIN), dx = layer.backward(weighting).copy();
    layer.parameters().forEach(each -> each.gradient().set(0, 0, 7));
    layer.view(new Passage(Shape.sequence(STEPS, UNITS), x, y, weighting, 1));
    layer.parameters().forEach(each -> assertThat(each.gradient().at(0, 0)).isEqualTo(7));
    assertThat(layer.backward(weighting).data()).containsExactly(dx.data());
  }

  private static double[][] given(double[][] states, boolean last) {
    return !last ? states : Arrays.stream(states)
        .map(row -> Arrays.copyOfRange(row, (STEPS - 1) * UNITS, STEPS * UNITS)).toArray(double[][]::new);
  }

  /// By hand: with W = 1, U = 0 and tiny inputs, tanh is the identity to 1e-8, so that the output shows the input's
  /// mask.
  private static boolean[] keptAtEachStep(RecurrentMethod method) {
    var kind = dropoutlab.nn.recurrent.Cell.of(Cell.RNN);
    int steps = 40;
    Recurrent layer = new Recurrent(kind, steps, 1, 1, false, RecurrentMasks.of(
        new RecurrentDrop(method, 0.5, 0, 0, true), DropRate::new, 1, steps, 1, 1, () -> RandomStream.of(3, Purpose.MASKS)));
    layer.parameters().getFirst().value().fill(1);
    Tensor x = new Tensor(1, steps);
    x.fill(1e-4f);
    Tensor y = layer.forward(x, Mode.TRAIN);
    boolean[] kept = new boolean[steps];
    for (int t = 0; t < steps; t++) kept[t] = y.at(0, t) > 0;
    return kept;
  }

  @Test void theVariationalMaskIsConstantOverTimeAndThePerStepMaskIsNot() {
    boolean[] variational = keptAtEachStep(RecurrentMethod.VARIATIONAL), perStep = keptAtEachStep(RecurrentMethod.PER_STEP);
    for (boolean kept : variational) assertThat(kept).isEqualTo(variational[0]);
    int count = 0;
    for (boolean kept : perStep) if (kept) count++;
    // 40 coin tosses: 4 standard deviations are 12.6.
    assertThat(count).isBetween(8, 32);
  }

  /// Gates without weights are 1/2 (the LSTM's forget gate, the GRU's update gate), so that after every step at least
  /// half of the state must be left, however much of the candidate is dropped. The state is loaded at step 1, by a mask
  /// that lets the candidate through.
  @ParameterizedTest
  @EnumSource(value = Cell.class, names = {"LSTM", "GRU"})
  void theCandidateMethodNeverErasesTheState(Cell cell) {
    Recurrent layer = layer(cell, new RecurrentDrop(RecurrentMethod.CANDIDATE, 0, 0.9, 0, false), false);
    layer.parameters().forEach(each -> each.value().fill(0));
    float[] bias = layer.parameters().get(2).value().data();
    Arrays.fill(bias, 2 * UNITS, 3 * UNITS, 1);
    Tensor x = new Tensor(200, STEPS * WIDTH);
    Tensor h = layer.forward(x, Mode.TRAIN);
    int loaded = 0;
    for (int b = 0; b < 200; b++)
      for (int j = 0; j < UNITS; j++) {
        if (h.at(b, j) == 0) continue;
        loaded++;
        for (int t = 1; t < STEPS; t++) assertThat(h.at(b, t * UNITS + j)).isGreaterThan(0);
      }
    assertThat(loaded).isBetween(50, 150);
  }

  /// One step from h' = 0: E[h] = (1 - p) h~, which is exactly what inference gives. 200,000 coin tosses, 5 standard
  /// deviations.
  @Test void theMeanOfZoneoutIsItsInference() {
    double p = 0.3;
    var kind = dropoutlab.nn.recurrent.Cell.of(Cell.GRU);
    Recurrent layer = new Recurrent(kind, 1, 1, 10, true, RecurrentMasks.of(
        new RecurrentDrop(RecurrentMethod.ZONEOUT, 0, p, 0, false), DropRate::new, 3, 1, 1, 10, () -> RandomStream.of(3, Purpose.MASKS)));
    layer.parameters().getFirst().value().fill(0.5f);
    Tensor x = new Tensor(20_000, 1);
    x.fill(1);
    double expected = layer.forward(x, Mode.INFERENCE).at(0, 0), mean = 0;
    Tensor y = layer.forward(x, Mode.TRAIN);
    for (int i = 0; i < y.size(); i++) mean += y.data()[i] / y.size();
    double full = expected / (1 - p);
    assertThat(mean).isCloseTo(expected, within(5 * full * Math.sqrt(p * (1 - p) / y.size())));
  }

  /// A unit either takes the new value or keeps the last one to the bit.
  @Test void zoneoutKeepsTheLastValueExactly() {
    Recurrent zoned = layer(Cell.RNN, new RecurrentDrop(RecurrentMethod.ZONEOUT, 0, 0.5, 0, false), false);
    Tensor h = zoned.forward(gaussian(50, STEPS * WIDTH, 1), Mode.TRAIN);
    int kept = 0;
    for (int b = 0; b < 50; b++)
      for (int i = UNITS; i < STEPS * UNITS; i++) if (h.at(b, i) == h.at(b, i - UNITS)) kept++;
    // 750 coin tosses: 5 standard deviations are 68.
    assertThat(kept).isBetween(375 - 68, 375 + 68);
  }

  @ParameterizedTest
  @EnumSource
  void withRateZeroAllMethodsAndModesAreTheSameFunction(Cell cell) {
    Tensor x = gaussian(ROWS, STEPS * WIDTH, 1);
    float[] expected = layer(cell, new RecurrentDrop(RecurrentMethod.PER_STEP, 0, 0, 0, true), false)
        .forward(x, Mode.INFERENCE).data();
    for (RecurrentMethod method : RecurrentMethod.values())
      for (Mode mode : Mode.values()) {
        Recurrent layer = layer(cell, new RecurrentDrop(method, 0, 0, 0, false), false);
        layer.holdNewMask();
        assertThat(layer.forward(x, mode).data()).containsExactly(expected);
      }
  }

  @ParameterizedTest
  @MethodSource("cellsAndMethods")
  void masksDoNotDependOnHowABatchIsSplit(Cell cell, RecurrentDrop drop) {
    Tensor x = gaussian(5, STEPS * WIDTH, 1);
    Tensor whole = layer(cell, drop, false).forward(x, Mode.TRAIN);
    Recurrent inParts = layer(cell, drop, false);
    for (int[] part : new int[][] {{0, 2}, {2, 1}, {3, 2}}) {
      Tensor rows = new Tensor(part[1], x.cols());
      for (int r = 0; r < part[1]; r++) rows.copyRow(r, x, part[0] + r);
      Tensor y = inParts.forward(rows, Mode.TRAIN);
      for (int r = 0; r < part[1]; r++)
        for (int c = 0; c < y.cols(); c++) assertThat(y.at(r, c)).isEqualTo(whole.at(part[0] + r, c));
    }
  }

  @ParameterizedTest
  @MethodSource("cellsAndMethods")
  void aSharingCopyInfersTheSame(Cell cell, RecurrentDrop drop) {
    Recurrent layer = layer(cell, drop, true);
    Tensor x = gaussian(ROWS, STEPS * WIDTH, 1);
    float[] copy = layer.sharing().forward(x, Mode.INFERENCE).data().clone();
    assertThat(layer.forward(x, Mode.INFERENCE).data()).containsExactly(copy);
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsLostAtARateOf999InAThousand(RecurrentMethod method) {
    for (Cell cell : Cell.values()) {
      Recurrent layer = layer(cell, new RecurrentDrop(method, 0.999, 0.999, 0.999, false), false);
      assertThat(layer.forward(gaussian(ROWS, STEPS * WIDTH, 1), Mode.TRAIN).allFinite()).isTrue();
      assertThat(layer.backward(gaussian(ROWS, STEPS * UNITS, 2)).allFinite()).isTrue();
      layer.parameters().forEach(each -> assertThat(each.gradient().allFinite()).isTrue());
    }
  }
}
