package dropoutlab.predict.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.frame.Matrix;
import dropoutlab.frame.Result.Area;
import dropoutlab.math.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Oracles: all pairs, Wilson's interval for one pair, and the ratings of 109 images in Hanley and McNeil (1982).
class RocAreaTest {
  private static Matrix column(float... values) {
    return Matrix.copyOf(values, values.length, 1);
  }

  /// Counts every pair one by one.
  private static double enumerated(float[] inside, float[] outside) {
    double wins = 0;
    for (float a : inside) for (float b : outside) wins += b > a ? 1 : b == a ? 0.5 : 0;
    return wins / inside.length / outside.length;
  }

  @Test void theAreaIsTheShareOfPairsInOrder() {
    // 1 ties with 1; 2 beats 1; 3 beats 1 and ties with 3: a half, one, and one and a half of 9 pairs.
    float[] inside = {3, 1, 4}, outside = {1, 2, 3};
    assertThat(RocArea.of(column(inside), column(outside)).area()).isCloseTo((0.5 + 1 + 1.5) / 9, within(1e-12))
        .isCloseTo(enumerated(inside, outside), within(1e-12));
    RandomStream random = RandomStream.of(3, RandomStream.Purpose.DATA);
    for (int trial = 0; trial < 50; trial++) {
      float[] a = new float[1 + random.nextInt(30)], b = new float[1 + random.nextInt(30)];
      for (int i = 0; i < a.length; i++) a[i] = random.nextInt(8);
      for (int i = 0; i < b.length; i++) b[i] = 2 + random.nextInt(8);
      assertThat(RocArea.of(column(a), column(b)).area()).isCloseTo(enumerated(a, b), within(1e-12));
    }
  }

  @Test void theStandardErrorIsThatOfHanleyAndMcNeil() {
    // Ratings 1 to 5 of 58 normal and 51 abnormal images: area 0.893, standard error 0.032.
    float[] normal = ratings(33, 6, 6, 11, 2), abnormal = ratings(3, 2, 2, 11, 33);
    Area area = RocArea.of(column(normal), column(abnormal));
    assertThat(area.area()).isCloseTo(0.893, within(5e-4));
    assertThat(RocArea.standardError(area.area(), 51, 58)).isCloseTo(0.032, within(6e-4));
    // The limits are where the standard error at the limit explains the distance.
    for (double limit : new double[] {area.low(), area.high()})
      assertThat(Math.abs(limit - area.area()) / RocArea.standardError(limit, 51, 58)).isCloseTo(1.96, within(1e-4));
    assertThat(area.low()).isLessThan(area.area());
    assertThat(area.high()).isGreaterThan(area.area()).isLessThan(1);
  }

  private static float[] ratings(int... counts) {
    float[] all = new float[Arrays.stream(counts).sum()];
    int at = 0;
    for (int rating = 0; rating < counts.length; rating++)
      for (int i = 0; i < counts[rating]; i++) all[at++] = rating + 1;
    return all;
  }

  @Test void onePairHasWilsonsInterval() {
    // One success in one trial: the interval is from 1 / (1 + z²) to 1.
    double z = 1.959963984540054;
    Area right = RocArea.of(column(1), column(2)), wrong = RocArea.of(column(2), column(1));
    assertThat(right.area()).isEqualTo(1);
    assertThat(right.low()).isCloseTo(1 / (1 + z * z), within(1e-9));
    assertThat(right.high()).isEqualTo(1);
    assertThat(wrong.low()).isZero();
    assertThat(wrong.high()).isCloseTo(z * z / (1 + z * z), within(1e-9));
  }

  @Test void moreExamplesNarrowTheIntervalOfAPerfectScore() {
    float[] low = new float[100], high = new float[100];
    Arrays.fill(high, 1);
    Area area = RocArea.of(column(low), column(high));
    assertThat(area.area()).isEqualTo(1);
    assertThat(area.low()).isBetween(0.95, 0.999);
  }

  /// Two normally distributed scores that are one standard deviation apart: the area is Φ(1/√2) = 0.7602. A 95 %
  /// interval contains it in 950 of 1000 draws, plus or minus 4 · √(1000 · 0.95 · 0.05) = 28; the standard error
  /// assumes exponentially distributed scores.
  @Test void theIntervalHoldsTheTrueAreaAboutAsOftenAsItSays() {
    RandomStream random = RandomStream.of(5, RandomStream.Purpose.DATA);
    int held = 0;
    for (int draw = 0; draw < 1000; draw++) {
      Matrix inside = Matrix.generate(40, 1, (_, _) -> (float) random.nextGaussian());
      Area area = RocArea.of(inside, Matrix.generate(60, 1, (_, _) -> (float) (1 + random.nextGaussian())));
      if (area.low() <= 0.760250 && 0.760250 <= area.high()) held++;
    }
    assertThat(held).isBetween(922, 978);
  }

  @Test void bothKindsAreNeeded() {
    assertThatThrownBy(() -> RocArea.of(Matrix.EMPTY, column(1)))
        .hasMessage("An area needs examples of both kinds, but there are 0 inside and 1 outside.");
  }
}
