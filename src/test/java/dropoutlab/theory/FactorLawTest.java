package dropoutlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.spec.DropoutSpec;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The laws of factors. Oracles: moments by hand, the constants of alpha dropout from PyTorch, E[z] of the relaxed
/// decisions from numpy, and moments by integrating the law itself.
class FactorLawTest {
  private static final DropoutSpec CONCRETE = new DropoutSpec.Concrete(.1, 0, 0);

  @ParameterizedTest
  @CsvSource({".1, 1, .1111111", ".5, 1, 1", ".8, 1, 4"})
  void invertedAndGaussianHaveTheSameMoments(double p, double mean, double variance) {
    for (DropoutSpec method : new DropoutSpec[] {new DropoutSpec.Inverted(), new DropoutSpec.Gaussian(),
        new DropoutSpec.LearntGaussian(.1)}) {
      assertThat(FactorLaw.of(method, p).mean()).isCloseTo(mean, within(1e-12));
      assertThat(FactorLaw.of(method, p).variance()).isCloseTo(variance, within(1e-6));
    }
  }

  @Test void standardUniformAndAlphaHaveTheMomentsOfTheirFormulas() {
    FactorLaw standard = FactorLaw.of(new DropoutSpec.Standard(), .3),
        uniform = FactorLaw.of(new DropoutSpec.Uniform(.1), .5);
    FactorLaw alpha = FactorLaw.of(new DropoutSpec.Alpha(false), .1);
    assertThat(standard.mean()).isCloseTo(.7, within(1e-12));
    assertThat(standard.variance()).isCloseTo(.21, within(1e-12));
    assertThat(uniform.variance()).isCloseTo(.01 / 3, within(1e-12));
    assertThat(alpha.mean()).isCloseTo(.9212845161 * .9, within(1e-9));
    assertThat(alpha.variance()).isCloseTo(.9212845161 * .9212845161 * .09, within(1e-9));
  }

  /// numpy: E[z] = 0.10118 at p = 0.1 and t = 0.1.
  @Test void theMeanFactorOfConcreteIsALittleLessThanOne() {
    assertThat(FactorLaw.of(CONCRETE, .1).mean()).isCloseTo((1 - .10118) / .9, within(1e-5));
  }

  @ParameterizedTest
  @CsvSource({".1", ".3", ".5"})
  void theLawOfConcreteIsThatOfItsDraws(double p) {
    SplittableRandom dice = new SplittableRandom(4);
    FactorLaw law = FactorLaw.of(CONCRETE, p);
    int n = 200_000, below = 0;
    double mean = 0, square = 0;
    for (int i = 0; i < n; i++) {
      double u = dice.nextDouble(), z = 1 / (1 + Math.exp(-(Math.log(p / (1 - p)) + Math.log(u / (1 - u))) / .1)),
          m = (1 - z) / (1 - p);
      mean += m / n;
      square += m * m / n;
      if (m < .6) below++;
    }
    assertThat(mean).isCloseTo(law.mean(), within(4 * Math.sqrt(law.variance() / n)));
    assertThat(square - mean * mean).isCloseTo(law.variance(), within(.01));
    assertThat(below / (double) n).isCloseTo(law.below().applyAsDouble(.6), within(4 * .5 / Math.sqrt(n)));
  }

  @Test void everyLawHasTheMomentsThatItTells() {
    for (DropoutSpec method : DropoutSpec.standard()) {
      FactorLaw law = FactorLaw.of(method, .25);
      double mean = 0, square = 0, step = 1e-3;
      for (double m = -3; m < 5; m += step) {
        double share = law.below().applyAsDouble(m + step) - law.below().applyAsDouble(m), middle = m + step / 2;
        mean += middle * share;
        square += middle * middle * share;
      }
      assertThat(mean).as(method.toString()).isCloseTo(law.mean(), within(2e-3));
      assertThat(square - mean * mean).as(method.toString()).isCloseTo(law.variance(), within(5e-3));
    }
  }

  /// By hand: of two candidates in four units, half is dropped.
  @Test void unitsThatAreNoCandidatesAreAlwaysKept() {
    FactorLaw law = FactorLaw.of(new DropoutSpec.Targeted(.5, DropoutSpec.Targeted.Target.UNITS), .5).ofShare(.5);
    assertThat(law.mean()).isCloseTo(.75, within(1e-12));
    assertThat(law.variance()).isCloseTo(.1875, within(1e-12));
    assertThat(law.below().applyAsDouble(.5)).isCloseTo(.25, within(1e-12));
    assertThat(law.below().applyAsDouble(1.1)).isCloseTo(1, within(1e-12));
  }
}
