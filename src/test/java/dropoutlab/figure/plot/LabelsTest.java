package dropoutlab.figure.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LabelsTest {
  @Test void labelsThatHaveRoomStayWhereTheyAre() {
    assertThat(Labels.spread(new double[] {50, 10, 30}, 12, 0, 100)).containsExactly(50, 10, 30);
  }

  /// Oracle: by hand; two labels at one place move apart evenly.
  @Test void crowdedLabelsPartEvenly() {
    assertThat(Labels.spread(new double[] {40, 40}, 10, 0, 100)).containsExactly(35, 45);
    assertThat(Labels.spread(new double[] {0, 2}, 10, 0, 100)).containsExactly(0, 10);
    assertThat(Labels.spread(new double[] {100, 99, 98}, 10, 0, 100)).containsExactly(100, 90, 80);
  }

  @Test void labelsNeverOverlapAndKeepTheirOrder() {
    SplittableRandom random = new SplittableRandom(1);
    for (int trial = 0; trial < 500; trial++) {
      double[] wanted = random.doubles(5, -20, 120).toArray();
      double[] places = Labels.spread(wanted, 20, 0, 100);
      double[] sorted = places.clone();
      Arrays.sort(sorted);
      assertThat(sorted[0]).isGreaterThanOrEqualTo(0);
      assertThat(sorted[4]).isLessThanOrEqualTo(100 + 1e-9);
      for (int i = 1; i < 5; i++) assertThat(sorted[i] - sorted[i - 1]).isGreaterThanOrEqualTo(20 - 1e-9);
      for (int i = 0; i < 5; i++)
        for (int j = 0; j < 5; j++) if (wanted[i] < wanted[j]) assertThat(places[i]).isLessThan(places[j]);
    }
    assertThat(Labels.room(20, 0, 100)).isEqualTo(6);
    assertThat(Labels.room(20, 0, -1)).isZero();
  }

  /// Oracle: the least sum of squares by search on a grid.
  @Test void labelsMoveAsLittleAsPossible() {
    double[] wanted = {10, 14, 31};
    double best = Double.POSITIVE_INFINITY;
    for (double a = 0; a <= 60; a += 0.5)
      for (double b = a + 12; b <= 60; b += 0.5)
        for (double c = b + 12; c <= 60; c += 0.5) best = Math.min(best, cost(wanted, a, b, c));
    assertThat(cost(wanted, Labels.spread(wanted, 12, 0, 60))).isEqualTo(best, within(0.5));
  }

  private static double cost(double[] wanted, double... places) {
    double sum = 0;
    for (int i = 0; i < wanted.length; i++) sum += (wanted[i] - places[i]) * (wanted[i] - places[i]);
    return sum;
  }
}
