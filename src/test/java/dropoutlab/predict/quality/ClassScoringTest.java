package dropoutlab.predict.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.frame.Matrix;
import dropoutlab.frame.PointPasses.ClassScores;
import org.junit.jupiter.api.Test;

/// Oracles: -Σ p ln p by hand for three passes over two classes.
class ClassScoringTest {
  private static Matrix passes(float... ofFirstClass) {
    return Matrix.generate(ofFirstClass.length, 2, (t, c) -> c == 0 ? ofFirstClass[t] : 1 - ofFirstClass[t]);
  }

  @Test void passesThatDisagreeCarryInformation() {
    ClassScores scores = ClassScoring.of(passes(0.9f, 0.5f, 0.1f));
    assertThat(scores.entropy()).isCloseTo(0.693147, within(1e-6));
    assertThat(scores.expectedEntropy()).isCloseTo(0.447771, within(1e-6));
    assertThat(scores.information()).isCloseTo(0.245376, within(1e-6));
    // The deviations from .5 are .4, 0 and -.4: the variance is .32/3.
    assertThat(scores.classSd().get(0)).isCloseTo(Math.sqrt(0.32 / 3), within(1e-6));
    assertThat(scores.classSd().get(1)).isCloseTo(Math.sqrt(0.32 / 3), within(1e-6));
  }

  @Test void passesThatAgreeOnTheClassCarryLittle() {
    ClassScores scores = ClassScoring.of(passes(0.9f, 0.8f, 0.7f));
    assertThat(scores.entropy()).isCloseTo(0.500402, within(1e-6));
    assertThat(scores.expectedEntropy()).isCloseTo(0.478783, within(1e-6));
    assertThat(scores.information()).isCloseTo(0.021619, within(1e-6));
    assertThat(scores.variationRatio()).isZero();
  }

  @Test void aTieGoesToTheFirstClass() {
    // The votes are: first, tie, second. The tie counts for the first class: 1 - 2/3.
    assertThat(ClassScoring.of(passes(0.9f, 0.5f, 0.1f)).variationRatio()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(ClassScoring.of(passes(0.5f, 0.1f, 0.1f)).variationRatio()).isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test void aCertainPassHasNoEntropyAndOnePassNoInformation() {
    ClassScores certain = ClassScoring.of(Matrix.row(0, 1, 0));
    assertThat(certain.entropy()).isZero();
    assertThat(certain.classSd()).containsExactly(0.0, 0.0, 0.0);
    ClassScores unsure = ClassScoring.of(Matrix.row(0.25f, 0.25f, 0.25f, 0.25f));
    assertThat(unsure.entropy()).isCloseTo(Math.log(4), within(1e-12));
    assertThat(unsure.information()).isZero();
  }

  @Test void noPassesCannotBeScored() {
    assertThatThrownBy(() -> ClassScoring.of(Matrix.EMPTY)).hasMessage("Scores need at least one pass.");
  }
}
