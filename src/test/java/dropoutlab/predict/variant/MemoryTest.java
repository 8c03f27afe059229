package dropoutlab.predict.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Network;
import dropoutlab.nn.layer.Mode;
import dropoutlab.predict.variant.time.MemoryProbe;
import dropoutlab.predict.variant.time.StateNoise;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.LayerSpec.Recurrent.Cell;
import dropoutlab.spec.LayerSpec.RecurrentDrop.RecurrentMethod;
import dropoutlab.spec.LayerSpec.RecurrentDrop;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How long a state remembers, and how much masks disturb it. Oracles: linear recursions whose R² and variances have closed
/// forms, and the mean over masks by the law of large numbers.
class MemoryTest {
  private final RandomStream dice = RandomStream.of(31, RandomStream.Purpose.DATA);

  /// h_t = a h_{t-1} + e_t from h_0 = the stored number, all of variance 1 at first: Var h_t = a^2t + Σ a^2i s², and what
  /// a line through h_t explains is a^2t / Var h_t.
  @Test void aProbeReadsWhatALinearRecursionKeeps() {
    int n = 20_000, steps = 8;
    double a = 0.9, s = 0.5;
    double[] stored = new double[n], states = new double[2 * n * steps];
    for (int e = 0; e < n; e++) {
      double h = stored[e] = dice.nextGaussian();
      for (int t = 0; t < steps; t++) {
        h = a * h + s * dice.nextGaussian();
        // Two units that turn the same number and noise around: nothing is lost.
        double noise = dice.nextGaussian();
        states[(e * steps + t) * 2] = h + noise;
        states[(e * steps + t) * 2 + 1] = h - noise;
      }
    }
    List<Double> r2 = MemoryProbe.of(Matrix.copyOf(states, n, 2 * steps), steps, stored);
    double variance = 1;
    for (int t = 0; t < steps; t++) {
      variance = a * a * variance + s * s;
      assertThat(r2.get(t)).as("step %d", t).isCloseTo(Math.pow(a * a, t + 1) / variance, within(0.03));
    }
  }

  @Test void whatWasNeverStoredIsNotRead() {
    double[] stored = new double[4000];
    for (int i = 0; i < stored.length; i++) stored[i] = dice.nextGaussian();
    Matrix states = Matrix.generate(4000, 6, (_, _) -> dice.nextGaussian());
    assertThat(MemoryProbe.of(states, 2, stored)).allSatisfy(r2 -> assertThat(r2).isBetween(0.0, 0.01));
    // A unit that never changes takes part without harm.
    assertThat(MemoryProbe.of(Matrix.generate(4000, 2, (r, c) -> c == 0 ? 1 : stored[r]), 1, stored).getFirst())
        .isCloseTo(1, within(1e-6));
    assertThatThrownBy(() -> MemoryProbe.of(Matrix.generate(9, 6, (_, _) -> 1), 2, new double[9]))
        .hasMessage("The memory is probed with at least 10 examples, but there are 9.");
  }

  private static LayerRuns runs(Cell cell, RecurrentMethod method, double p) {
    LayerSpec layer = new LayerSpec.Recurrent(cell, 12, new RecurrentDrop(method, 0, p, 0, true), true);
    NetworkSpec spec = new NetworkSpec(0, List.of(layer), List.of(), Initialisation.XAVIER);
    Network network = new Network(spec, Shape.sequence(8, 2), 1, _ -> null);
    network.initialise(spec, 2);
    return new LayerRuns(spec, Shape.sequence(8, 2), network.weights(), 2);
  }

  private Tensor sequences(int count) {
    Tensor x = new Tensor(count, 16);
    for (int i = 0; i < x.size(); i++) x.data()[i] = (float) dice.nextGaussian();
    return x;
  }

  @ParameterizedTest @EnumSource(RecurrentMethod.class)
  void withoutDropoutNothingIsDisturbed(RecurrentMethod method) {
    StateNoise noise = StateNoise.of(runs(Cell.LSTM, method, 0), sequences(40), 3);
    assertThat(noise.noise()).hasSize(8).allSatisfy(each -> assertThat(each).isCloseTo(0, within(1e-9)));
    assertThat(noise.offset()).allSatisfy(each -> assertThat(each).isCloseTo(0, within(1e-6)));
  }

  /// Zoneout: at the first step the candidate does not depend on the masks, so that inference is the mean over masks, and
  /// the variance over masks is p (1 - p) h~² with h = (1 - p) h~ at inference.
  @Test void zoneoutsFirstStepHasItsExpectation() {
    double p = 0.3;
    int passes = 400;
    LayerRuns runs = runs(Cell.GRU, RecurrentMethod.ZONEOUT, p);
    Tensor x = sequences(60);
    StateNoise noise = StateNoise.of(runs, x, passes);
    Matrix calm = runs.run(x, Mode.INFERENCE).get(1).values();
    double squares = 0, spread = 0;
    for (int u = 0; u < 12; u++) {
      double mean = 0;
      for (int e = 0; e < 60; e++) mean += calm.at(e, u) / 60;
      for (int e = 0; e < 60; e++) {
        squares += calm.at(e, u) * calm.at(e, u) / (60 * 12);
        spread += (calm.at(e, u) - mean) * (calm.at(e, u) - mean) / (60 * 12);
      }
    }
    double expected = p / (1 - p) * squares;
    assertThat(noise.noise().getFirst()).isCloseTo(expected / spread, within(0.05 * expected / spread));
    // What is left of the offset is the sampling error of the means.
    assertThat(noise.offset().getFirst()).isCloseTo(Math.sqrt(expected / passes / spread),
        within(0.2 * Math.sqrt(expected / passes / spread)));
  }

  /// The same mask at every step: its noise adds up, where masks drawn anew average out.
  @Test void oneMaskPerSequenceDisturbsTheMemoryMoreThanFreshMasks() {
    Tensor x = sequences(100);
    double variational = StateNoise.of(runs(Cell.LSTM, RecurrentMethod.VARIATIONAL, 0.3), x, 60).noise().getLast();
    double fresh = StateNoise.of(runs(Cell.LSTM, RecurrentMethod.PER_STEP, 0.3), x, 60).noise().getLast();
    assertThat(variational).isGreaterThan(1.2 * fresh);
  }

  /// From the engine: random numbers at the first step, read from the state of an untrained cell.
  @ParameterizedTest @EnumSource(Cell.class)
  void theFirstInputFadesFromTheStateOfACell(Cell cell) {
    Tensor x = sequences(2000);
    LayerView.Recurrent seen = (LayerView.Recurrent) runs(cell, RecurrentMethod.VARIATIONAL, 0).run(x, Mode.INFERENCE).get(1);
    double[] first = new double[2000];
    for (int e = 0; e < first.length; e++) first[e] = x.at(e, 0);
    List<Double> r2 = MemoryProbe.of(seen.values(), 8, first);
    assertThat(r2.getFirst()).isGreaterThan(0.95);
    assertThat(r2.getLast()).isLessThan(r2.getFirst() - 0.3);
  }
}
