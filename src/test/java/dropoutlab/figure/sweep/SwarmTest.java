package dropoutlab.figure.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Oracle: the distances of all pairs of dots.
class SwarmTest {
  private static double[] values(int count, long seed) {
    Random random = new Random(seed);
    return random.doubles(count, 0, 1).map(v -> 150 + 60 * Math.signum(v - .5) * v * v).toArray();
  }

  private static double nearest(double[] at, double[] offsets) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < at.length; i++)
      for (int j = 0; j < i; j++) nearest = Math.min(nearest, Math.hypot(at[i] - at[j], offsets[i] - offsets[j]));
    return nearest;
  }

  @ParameterizedTest @ValueSource(ints = {1, 2, 7, 20, 40}) void noTwoDotsOverlapAndAllStayInTheirColumn(int count) {
    for (long seed = 0; seed < 50; seed++) {
      double[] at = values(count, seed);
      double radius = Swarm.radius(List.of(at), 20, 3), offsets[] = Swarm.offsets(at, radius, 20);
      assertThat(radius).isGreaterThan(.8);
      assertThat(nearest(at, offsets)).isGreaterThan(2 * radius);
      assertThat(Arrays.stream(offsets).map(Math::abs).max().orElseThrow()).isLessThanOrEqualTo(20 - radius + 1e-9);
    }
  }

  @Test void aDotAloneStandsInTheMiddle() {
    assertThat(Swarm.offsets(new double[] {10, 40, 70}, 3, 20)).containsExactly(0, 0, 0);
  }

  @Test void equalValuesStandSideBySide() {
    double[] offsets = Swarm.offsets(new double[] {5, 5, 5}, 2, 20);
    assertThat(Arrays.stream(offsets).sum()).isBetween(-.01, .01);
    assertThat(nearest(new double[] {5, 5, 5}, offsets)).isBetween(4.0, 5.0);
  }

  @Test void moreThanFitAreSpreadOverTheWholeColumn() {
    double[] at = new double[400], offsets = Swarm.offsets(at, .8, 10);
    assertThat(Arrays.stream(offsets).map(Math::abs).max().orElseThrow()).isLessThanOrEqualTo(9.2);
    assertThat(Arrays.stream(offsets).distinct().count()).isEqualTo(400);
  }
}
