package dropoutlab.figure.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Oracles: by hand, and the round trip.
class ScaleTest {
  @Test void pixelsAndDataAreInverse() {
    for (Scale scale : List.of(Scale.linear(-3, 17, 40, 700), Scale.linear(0, 1e-6, 200, 10), Scale.log(0.02, 40, 200, 10)))
      for (double px = 15; px < 195; px += 7.3)
        assertThat(scale.px(scale.data(px))).isEqualTo(px, within(1e-8));
  }

  @Test void endsLieAtTheirPixels() {
    Scale scale = Scale.linear(2, 4, 100, 0);
    assertThat(scale.px(2)).isEqualTo(100);
    assertThat(scale.px(4)).isEqualTo(0);
    assertThat(scale.px(3)).isEqualTo(50);
    assertThat(new Scale(true, 0.01, 1, 0, 100).px(0.1)).isEqualTo(50, within(1e-9));
  }

  @Test void logarithmicEndsRestOnOneOrThree() {
    Scale scale = Scale.log(0.08, 1.2, 0, 1);
    assertThat(scale.from()).isEqualTo(0.03, within(1e-15));
    assertThat(scale.to()).isEqualTo(3, within(1e-12));
    assertThat(Scale.log(0.1, 1, 0, 1)).satisfies(s -> {
      assertThat(s.from()).isEqualTo(0.1, within(1e-15));
      assertThat(s.to()).isEqualTo(1, within(1e-15));
    });
  }

  @Test void whatIsNotPositiveLiesAtTheLowerEndOfALogarithmicScale() {
    Scale scale = Scale.log(0.01, 1, 100, 0);
    assertThat(scale.px(0)).isEqualTo(100);
    assertThat(scale.px(-5)).isEqualTo(100);
    assertThat(Scale.log(0, 0, 0, 1).from()).isPositive();
    assertThat(Scale.log(1e-30, 1, 0, 1).from()).isGreaterThanOrEqualTo(1e-9);
  }

  @Test void anEmptyRangeIsWidened() {
    assertThat(Scale.linear(0, 0, 0, 1).px(0)).isEqualTo(0.5);
    assertThat(Scale.linear(400, 400, 0, 1).px(400)).isEqualTo(0.5);
    assertThatThrownBy(() -> new Scale(false, 1, 1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Scale(true, 0, 1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test void evenTicksAreExactOneTwoFiveMultiples() {
    assertThat(Scale.linear(0, 1, 0, 1).ticks(6)).containsExactly(0.0, 0.2, 0.4, 0.6, 0.8, 1.0);
    assertThat(Scale.linear(0, 200, 0, 1).ticks(5)).containsExactly(0.0, 50.0, 100.0, 150.0, 200.0);
    assertThat(Scale.linear(-0.25, 0.31, 0, 1).ticks(7)).containsExactly(-0.2, -0.1, 0.0, 0.1, 0.2, 0.3);
    assertThat(Scale.linear(1958.2, 1996, 0, 1).ticks(5)).containsExactly(1960.0, 1970.0, 1980.0, 1990.0);
  }

  @Test void ticksStayWithinTheRangeAndTheNumberAskedFor() {
    double[][] ranges = {{0, 1}, {-7.3, 12.9}, {1e-7, 3e-7}, {1e6, 1e6 + 10}, {-1e20, 1e20}, {0.001, 0.9}, {1e-6, 3e4}};
    for (double[] range : ranges)
      for (int atMost = 2; atMost < 12; atMost++)
        for (Scale scale : List.of(Scale.linear(range[0], range[1], 0, 1), Scale.log(range[0], range[1], 0, 1))) {
          List<Double> ticks = scale.ticks(atMost);
          assertThat(ticks).hasSizeBetween(1, atMost).isSorted();
          double slack = 1e-6 * (scale.to() - scale.from());
          assertThat(ticks.getFirst()).isGreaterThanOrEqualTo(scale.from() - slack);
          assertThat(ticks.getLast()).isLessThanOrEqualTo(scale.to() + slack);
          assertThat(scale.labels(ticks)).hasSameSizeAs(ticks).doesNotHaveDuplicates();
        }
  }

  @Test void aRangeThatDoublesHardlyTellIsWidened() {
    Scale scale = Scale.linear(1e9, Math.nextUp(1e9), 0, 1);
    assertThat(scale.to() - scale.from()).isGreaterThan(1);
  }

  @Test void logarithmicTicksAreOnesAndThreesOrDecades() {
    Scale scale = Scale.log(0.04, 2.5, 0, 1);
    assertThat(scale.labels(scale.ticks(6))).containsExactly("0.03", "0.1", "0.3", "1", "3");
    Scale wide = Scale.log(1e-6, 100, 0, 1);
    assertThat(wide.labels(wide.ticks(5))).containsExactly("1e−6", "1e−4", "1e−2", "1e0", "1e2");
  }
}
