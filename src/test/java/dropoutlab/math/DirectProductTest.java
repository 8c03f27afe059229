package dropoutlab.math;

import static dropoutlab.math.Scalars.assertSame;
import static dropoutlab.math.Scalars.gaussian;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracle: element (i, j) as the chain of fma over k from +0, one number after the other; equal to the last bit.
class DirectProductTest {
  private static final int OUTER = 2;
  private static final int INNER = 3;

  /// The matrices lie side by side in wide rows, as the heads of an attention layer do.
  private static Blocks blocks(int rows, int cols) {
    return new Blocks(rows, cols, INNER * cols, rows * INNER * cols, cols);
  }

  /// Each size in turn takes every remainder beside whole vectors, while the other sizes stay.
  static Stream<Arguments> shapes() {
    return Stream.concat(Stream.of(Arguments.of(16, 8, 16), Arguments.of(16, 16, 8), Arguments.of(3, 33, 40)),
        Scalars.sizes().boxed().flatMap(n ->
            Stream.of(Arguments.of(n, 5, 11), Arguments.of(4, n, 9), Arguments.of(6, 3, n))));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void everyProductIsAChainOfItsOwn(int rows, int depth, int cols) {
    Tensor a = gaussian(OUTER * rows, INNER * depth, 1), b = gaussian(OUTER * depth, INNER * cols, 2);
    Tensor aTurned = gaussian(OUTER * depth, INNER * rows, 3), bTurned = gaussian(OUTER * cols, INNER * depth, 4);
    for (boolean turnA : new boolean[] {false, true})
      for (boolean turnB : new boolean[] {false, true}) {
        Tensor out = new Tensor(OUTER * rows, INNER * cols);
        Blocks left = turnA ? blocks(depth, rows).transposedIn(aTurned, 0) : blocks(rows, depth).in(a, 0);
        Blocks right = turnB ? blocks(cols, depth).transposedIn(bTurned, 0) : blocks(depth, cols).in(b, 0);
        DirectProduct.multiplyEach(left, right, blocks(rows, cols).in(out, 0), OUTER, INNER);
        float[] expected = new float[out.size()];
        for (int r = 0; r < out.rows(); r++)
          for (int c = 0; c < out.cols(); c++) {
            int o = r / rows, i = r % rows, n = c / cols, j = c % cols;
            float sum = 0;
            for (int k = 0; k < depth; k++)
              sum = Math.fma(turnA ? aTurned.at(o * depth + k, n * rows + i) : a.at(r, n * depth + k),
                  turnB ? bTurned.at(o * cols + j, n * depth + k) : b.at(o * depth + k, c), sum);
            expected[r * out.cols() + c] = sum;
          }
        assertSame("transposed " + turnA + ", " + turnB, out.data(), expected, expected.length);
      }
  }

  @Test void whatDoesNotFitIsNamed() {
    assertThatIllegalArgumentException().isThrownBy(() -> DirectProduct.multiplyEach(blocks(2, 3).in(new Tensor(4, 9), 0),
        blocks(2, 3).in(new Tensor(4, 9), 0), blocks(2, 3).in(new Tensor(4, 9), 0), OUTER, INNER))
        .withMessage("Cannot multiply 2 x 3 by 2 x 3.");
  }
}
