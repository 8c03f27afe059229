package dropoutlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.frame.Matrix;
import dropoutlab.theory.FeatureFixtures.Components;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Principal components. Oracle: numpy's singular values (`src/test/python/claims_nested.py`), and a case by hand.
class PrincipalComponentsTest {
  static List<Components> cases() { return FeatureFixtures.read("nested", FeatureFixtures.Nested.class).cases(); }

  private static Matrix matrix(double[][] rows) {
    return Matrix.generate(rows.length, rows[0].length, (r, c) -> rows[r][c]);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theyAreTheRightSingularVectors(Components of) {
    PrincipalComponents found = PrincipalComponents.of(matrix(of.x()));
    for (int b = 0; b < of.left().length; b++) assertThat(found.left(b)).isCloseTo(of.left()[b], within(1e-12));
    for (int k = 0; k < of.components().length && of.left()[k] > 1e-9; k++) {
      double product = 0;
      for (int c = 0; c < of.components()[k].length; c++) product += found.component(k)[c] * of.components()[k][c];
      assertThat(Math.abs(product)).as("component %d", k).isCloseTo(1, within(1e-9));
    }
  }

  /// By hand: points ±(3, 3) and ±(1, -1) vary 9 times as much along the diagonal.
  @Test void alongAndAcrossTheDiagonal() {
    PrincipalComponents found = PrincipalComponents.of(matrix(new double[][] {{3, 3}, {-3, -3}, {1, -1}, {-1, 1}}));
    assertThat(found.left(0)).isEqualTo(1);
    assertThat(found.left(1)).isCloseTo(.1, within(1e-12));
    assertThat(found.gap(1)).isCloseTo(.8, within(1e-12));
    Matrix cosines = found.cosines(matrix(new double[][] {{-2, -2}, {0, 5}}));
    assertThat(cosines.toArray()).containsExactly(new double[] {1, 0, Math.sqrt(.5), Math.sqrt(.5)}, within(1e-12));
  }
}
