package dropoutlab.math;

import static dropoutlab.math.Scalars.gaussian;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracle: every value checked separately; the values between the rows must not change.
class RowsTest {
  private static final int ROWS = 3;

  @ParameterizedTest
  @MethodSource("dropoutlab.math.Scalars#sizes")
  void rowsFindTheirPlaces(int cols) {
    int step = cols + 2, toStep = cols + 5;
    float[] from = gaussian(1 + ROWS * step, 1), to = gaussian(2 + ROWS * toStep, 2), before = to.clone();
    Rows.copy(from, 1, step, to, 2, toStep, ROWS, cols);
    for (int i = 0; i < to.length; i++) {
      int r = (i - 2) / toStep, c = (i - 2) % toStep;
      assertThat(to[i]).as("at %d", i).isEqualTo(i >= 2 && c < cols ? from[1 + r * step + c] : before[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("dropoutlab.math.Scalars#sizes")
  void rowsBecomeColumns(int cols) {
    float[] from = gaussian(2 + ROWS * cols, 3), to = gaussian(1 + cols * ROWS, 4);
    Rows.copyTransposed(from, 2, to, 1, ROWS, ROWS, cols, 1);
    for (int r = 0; r < ROWS; r++)
      for (int c = 0; c < cols; c++) assertThat(to[1 + c * ROWS + r]).isEqualTo(from[2 + r * cols + c]);
  }
}
