package dropoutlab.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.spec.ScheduleSpec;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Oracle: by hand. [TrainingParityTest] tests whole epochs.
class ScheduleTest {
  private static final Offset<Double> EXACT = within(1e-12);

  private static double factor(ScheduleSpec spec, double t) { return Schedule.factor(spec, t, 100); }

  @Test void aConstantIsOneForEver() {
    assertThat(factor(new ScheduleSpec.Constant(), 1e9)).isOne();
  }

  @Test void stepsFallAtWholeMultiples() {
    ScheduleSpec step = new ScheduleSpec.Step(30, 0.1);
    assertThat(factor(step, 29.99)).isOne();
    assertThat(factor(step, 30)).isEqualTo(0.1);
    assertThat(factor(step, 65)).isCloseTo(0.01, EXACT);
  }

  @Test void exponentialDecayFallsWithinAnEpochToo() {
    assertThat(factor(new ScheduleSpec.Exponential(0.81), 0.5)).isCloseTo(0.9, EXACT);
  }

  @Test void theCosineIsHalfWayDownInTheMiddleAndStaysDown() {
    ScheduleSpec cosine = new ScheduleSpec.Cosine(0.2, 0);
    assertThat(factor(cosine, 0)).isOne();
    assertThat(factor(cosine, 50)).isCloseTo(0.6, EXACT);
    assertThat(factor(cosine, 100)).isCloseTo(0.2, EXACT);
    assertThat(factor(cosine, 170)).isCloseTo(0.2, EXACT);
  }

  @Test void aLineReachesItsEndExactlyAndHoldsIt() {
    ScheduleSpec ramp = new ScheduleSpec.Linear(0.25, 0.75, 10);
    assertThat(factor(ramp, 0)).isEqualTo(0.25);
    assertThat(factor(ramp, 5)).isEqualTo(0.5);
    assertThat(factor(ramp, 10)).isEqualTo(0.75);
    assertThat(factor(ramp, 99)).isEqualTo(0.75);
  }

  @Test void aWarmUpPeaksAtOneAndThenFalls() {
    ScheduleSpec warm = new ScheduleSpec.WarmUp(0.2, 10, 0, 50);
    assertThat(factor(warm, 5)).isCloseTo(0.6, EXACT);
    assertThat(factor(warm, 10)).isOne();
    assertThat(factor(warm, 30)).isCloseTo(0.5, EXACT);
    assertThat(factor(warm, 50)).isZero();
    assertThat(factor(new ScheduleSpec.WarmUp(0, 200, 0, 0), 50)).as("no longer than the training").isEqualTo(0.5);
  }

  @Test void everyFactorIsAShareAtEveryTime() {
    ScheduleSpec[] all = {new ScheduleSpec.Step(1, 0), new ScheduleSpec.Exponential(0.5), new ScheduleSpec.Cosine(0, 0),
        new ScheduleSpec.Linear(1, 0, 0), new ScheduleSpec.WarmUp(0, 3, 1, 0), new ScheduleSpec.WarmUp(0, 3, 0, 3)};
    for (ScheduleSpec each : all)
      for (double t = 0; t < 130; t += 0.37) assertThat(factor(each, t)).as("%s at %f", each, t).isBetween(0.0, 1.0);
  }
}
