package dropoutlab.predict.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.frame.Convergence;
import dropoutlab.frame.Matrix;
import dropoutlab.math.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Oracles: arithmetic by hand, and what is known of normal samples.
class RunningEstimatesTest {
  @Test void threePassesByHand() {
    Convergence trace = RunningEstimates.of(Matrix.generate(3, 2, (t, c) -> c == 0 ? 99 : new float[] {1, 2, 4}[t]), 1);
    assertThat(trace.passes()).containsExactly(1, 2, 3);
    assertThat(trace.mean().get(1)).isEqualTo(1.5);
    assertThat(trace.mean().get(2)).isCloseTo(7 / 3.0, within(1e-12));
    // Deviations -4/3, -1/3, 5/3: squares 42/9, fourth powers 882/81.
    double sd = Math.sqrt(42 / 9.0 / 2);
    assertThat(trace.sd().get(2)).isCloseTo(sd, within(1e-12));
    assertThat(trace.meanSe().get(2)).isCloseTo(sd / Math.sqrt(3), within(1e-12));
    double second = 42 / 27.0, fourth = 882 / 243.0;
    assertThat(trace.sdSe().get(2)).isCloseTo(Math.sqrt((fourth - second * second) / 3) / 2 / sd, within(1e-12));
    assertThat(trace.sdSe().get(2)).isCloseTo(0.207870, within(1e-5));
  }

  @Test void onePassHasNoSpread() {
    Convergence trace = RunningEstimates.of(Matrix.row(5), 0);
    assertThat(trace).isEqualTo(new Convergence(List.of(1), List.of(5.0), List.of(0.0),
        List.of(0.0), List.of(0.0)));
  }

  @Test void normalPassesHaveTheKnownStandardErrors() {
    RandomStream random = RandomStream.of(1, RandomStream.Purpose.PREDICTION);
    float[] values = new float[10_000];
    for (int i = 0; i < values.length; i++) values[i] = (float) (1e3 + 2 * random.nextGaussian());
    Convergence trace = RunningEstimates.of(Matrix.copyOf(values, values.length, 1), 0);
    int last = trace.passes().size() - 1;
    assertThat(trace.sd().get(last)).isCloseTo(2, within(4 * 2 / Math.sqrt(20_000)));
    assertThat(trace.meanSe().get(last)).isCloseTo(0.02, within(0.001));
    assertThat(trace.sdSe().get(last)).isCloseTo(2 / Math.sqrt(20_000), within(0.001));
  }

  @Test void theNumbersOfPassesRiseToT() {
    for (int most : new int[] {1, 2, 149, 150, 151, 1000, 10_000}) {
      var numbers = RunningEstimates.numbers(most);
      assertThat(numbers).isSorted().doesNotHaveDuplicates().hasSize(Math.min(most, 150)).startsWith(1).endsWith(most);
    }
  }
}
