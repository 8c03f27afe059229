package dropoutlab.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracles: the chain of fma that the contract defines, written as three loops, and the same product in double
/// precision.
class MatMulTest {
  private enum Form {
    PLAIN, TRANSPOSED_A, TRANSPOSED_B;

    Tensor left(int m, int k) { return this == TRANSPOSED_A ? new Tensor(k, m) : new Tensor(m, k); }

    Tensor right(int k, int n) { return this == TRANSPOSED_B ? new Tensor(n, k) : new Tensor(k, n); }

    float leftAt(Tensor a, int i, int k) { return this == TRANSPOSED_A ? a.at(k, i) : a.at(i, k); }

    float rightAt(Tensor b, int k, int j) { return this == TRANSPOSED_B ? b.at(j, k) : b.at(k, j); }

    int depth(Tensor a) { return this == TRANSPOSED_A ? a.rows() : a.cols(); }

    void run(MatrixKernel kernel, Tensor a, Tensor b, Tensor out) {
      switch (this) {
        case PLAIN -> kernel.product(a.view(), b.view(), out.view());
        case TRANSPOSED_A -> kernel.product(a.view().transposed(), b.view(), out.view());
        case TRANSPOSED_B -> kernel.product(a.view(), b.view().transposed(), out.view());
      }
    }

    void multiply(Tensor a, Tensor b, Tensor out) {
      switch (this) {
        case PLAIN -> MatMul.multiply(a, b, out);
        case TRANSPOSED_A -> MatMul.multiplyTransposedA(a, b, out);
        case TRANSPOSED_B -> MatMul.multiplyTransposedB(a, b, out);
      }
    }
  }

  private final SplittableRandom random = new SplittableRandom(20140615);

  static Stream<MatrixKernel> denseKernels() {
    Stream<MatrixKernel> plain = Stream.of(new PlainKernel(), new NarrowKernel());
    return Vectors.USED ? Stream.concat(plain, Stream.of(new VectorKernel())) : plain;
  }

  static Stream<MatrixKernel> kernels() { return Stream.concat(denseKernels(), Stream.of(new SparseKernel())); }

  @ParameterizedTest @MethodSource("kernels")
  void everyElementIsTheChainOfFmaInOrderOfK(MatrixKernel kernel) {
    for (int trial = 0; trial < 400; trial++)
      requireChain(kernel, 1 + random.nextInt(70), 1 + random.nextInt(70), 1 + random.nextInt(70));
  }

  /// Each size in turn takes every remainder beside whole vectors and tiles, while the other sizes stay.
  @ParameterizedTest @MethodSource("kernels")
  void everyRestBesideWholeVectorsIsTheSameChain(MatrixKernel kernel) {
    Scalars.sizes().forEach(n -> {
      requireChain(kernel, n, 7, 5);
      requireChain(kernel, 5, n, 9);
      requireChain(kernel, 6, 3, n);
      requireChain(kernel, 9, 5, 48 + n);
    });
  }

  /// Tests the edges of the register tile, of vectors of 4 to 16 lanes, and of the blocks of 256 steps and 384 rows.
  @ParameterizedTest @MethodSource("kernels")
  void largeAndAwkwardShapesAreTheSameChain(MatrixKernel kernel) {
    for (int[] s : List.of(new int[] {1, 1, 1}, new int[] {3, 1, 513}, new int[] {64, 257, 96},
        new int[] {393, 259, 65}, new int[] {8, 600, 33}, new int[] {33, 512, 1}, new int[] {1, 700, 130}, new int[] {769, 16, 40},
        new int[] {9, 1025, 31}, new int[] {127, 384, 129}))
      requireChain(kernel, s[0], s[1], s[2]);
  }

  private void requireChain(MatrixKernel kernel, int m, int k, int n) {
    for (Form form : Form.values()) {
      Tensor a = filled(form.left(m, k));
      Tensor b = filled(form.right(k, n));
      Tensor out = new Tensor(m, n);
      out.fill(Float.NaN);
      form.run(kernel, a, b, out);
      assertThat(bits(out)).as("%s %d x %d x %d", form, m, k, n).isEqualTo(bits(chain(form, a, b, m, n)));
    }
  }

  /// The error of a sum of k products is at most k u / (1 - k u) times the sum of their magnitudes (Higham 2002, 3.1).
  @ParameterizedTest @MethodSource("kernels")
  void errorsStayWithinTheBoundOfRecursiveSummation(MatrixKernel kernel) {
    int m = 37, k = 301, n = 45;
    double bound = k * 0x1p-24 / (1 - k * 0x1p-24);
    for (Form form : Form.values()) {
      Tensor a = filled(form.left(m, k));
      Tensor b = filled(form.right(k, n));
      Tensor out = new Tensor(m, n);
      form.run(kernel, a, b, out);
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++) {
          double sum = 0, magnitude = 0;
          for (int t = 0; t < k; t++) {
            double product = (double) form.leftAt(a, i, t) * form.rightAt(b, t, j);
            sum += product;
            magnitude += Math.abs(product);
          }
          assertThat(Math.abs(out.at(i, j) - sum)).isLessThanOrEqualTo(bound * magnitude);
        }
      }
    }
  }

  @ParameterizedTest @MethodSource("denseKernels")
  void notANumberAndInfinityGoThroughEvenAgainstZero(MatrixKernel kernel) {
    for (int size : new int[] {1, 5, 40}) {
      for (Form form : Form.values()) {
        Tensor zeros = form.left(size, size);
        Tensor b = filled(form.right(size, size));
        b.set(0, 0, Float.NaN);
        b.set(size - 1, size - 1, Float.POSITIVE_INFINITY);
        Tensor out = new Tensor(size, size);
        form.run(kernel, zeros, b, out);
        assertThat(out.at(size / 2, 0)).isNaN();
        assertThat(out.at(0, size - 1)).isNaN();
        if (size > 2) assertThat(out.at(size - 1, 1)).isZero();
      }
    }
  }

  /// Each factor in turn is taken for the one with the zeros; the values that they would meet are NaN, so that a
  /// mistake shows.
  @Test
  void stepsWithAZeroArePassedOverWhereAFactorIsMostlyZero() {
    for (Form form : Form.values()) {
      Tensor few = form.left(50, 40), b = form.right(40, 50), out = new Tensor(50, 50);
      b.fill(Float.NaN);
      form.multiply(few, b, out);
      assertThat(out.data()).containsOnly(0);
      Tensor a = form.left(50, 40), fewRight = form.right(40, 50), turned = new Tensor(50, 50);
      a.fill(Float.POSITIVE_INFINITY);
      form.multiply(a, fewRight, turned);
      assertThat(turned.data()).containsOnly(0);
      few.fill(1);
      form.multiply(few, b, out);
      assertThat(out.data()).containsOnly(Float.NaN);
    }
  }

  /// Oracle: the chain over all steps, for products that [MatMul] itself recognises as sparse in one factor or the
  /// other.
  @Test
  void productsWithMostlyZeroFactorsAreTheSameChain() {
    for (int[] s : List.of(new int[] {32, 64, 64}, new int[] {130, 200, 150}, new int[] {50, 65, 50}, new int[] {257, 31, 129}))
      for (Form form : Form.values())
        for (double share : new double[] {0, 0.05, 0.3, 0.45}) {
          Tensor a = thinned(form.left(s[0], s[1]), share), b = filled(form.right(s[1], s[2])), out = new Tensor(s[0], s[2]);
          form.multiply(a, b, out);
          assertThat(bits(out)).isEqualTo(bits(chain(form, a, b, s[0], s[2])));
          Tensor full = filled(form.left(s[0], s[1])), few = thinned(form.right(s[1], s[2]), share);
          form.multiply(full, few, out);
          assertThat(bits(out)).isEqualTo(bits(chain(form, full, few, s[0], s[2])));
        }
  }

  @ParameterizedTest @MethodSource("kernels")
  void noStepsGiveZerosAndNoRowsGiveNothing(MatrixKernel kernel) {
    Tensor out = Tensor.of(2, 3, 1, 2, 3, 4, 5, 6);
    Form.PLAIN.run(kernel, new Tensor(2, 0), new Tensor(0, 3), out);
    assertThat(out.data()).containsOnly(0);
    Form.PLAIN.run(kernel, new Tensor(0, 4), new Tensor(4, 3), new Tensor(0, 3));
    Form.TRANSPOSED_B.run(kernel, new Tensor(4, 3), new Tensor(0, 3), new Tensor(4, 0));
  }

  /// A resized buffer is longer than its contents: the values after them must neither count nor change.
  @ParameterizedTest @MethodSource("kernels")
  void whatLiesBehindAResizedTensorIsLeftAlone(MatrixKernel kernel) {
    for (int n : new int[] {5, 48}) {
      Tensor a = filled(new Tensor(50, 70)).resize(41);
      Tensor b = filled(new Tensor(70, n));
      Tensor out = new Tensor(50, n);
      out.fill(7);
      Form.PLAIN.run(kernel, a, b, out.resize(41));
      assertThat(bits(out)).isEqualTo(bits(chain(Form.PLAIN, a, b, 41, n)));
      for (int i = 41 * n; i < out.data().length; i++) assertThat(out.data()[i]).isEqualTo(7);
    }
  }

  @Test
  void productsByHand() {
    Tensor a = Tensor.of(2, 3, 1, 2, 3, 4, 5, 6);
    Tensor out = new Tensor(2, 2);
    MatMul.multiply(a, Tensor.of(3, 2, 7, 8, 9, 10, 11, 12), out);
    assertThat(out.data()).containsExactly(58, 64, 139, 154);
    MatMul.multiplyTransposedB(a, Tensor.of(2, 3, 7, 9, 11, 8, 10, 12), out);
    assertThat(out.data()).containsExactly(58, 64, 139, 154);
    MatMul.multiplyTransposedA(Tensor.of(3, 2, 1, 4, 2, 5, 3, 6), Tensor.of(3, 2, 7, 8, 9, 10, 11, 12), out);
    assertThat(out.data()).containsExactly(58, 64, 139, 154);
  }

  @Test
  void shapesThatDoNotFitAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MatMul.multiply(new Tensor(2, 3), new Tensor(2, 3), new Tensor(2, 3)))
        .withMessage("Cannot multiply 2 x 3 by 2 x 3.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MatMul.multiplyTransposedA(new Tensor(2, 3), new Tensor(4, 5), new Tensor(3, 5)))
        .withMessage("Cannot multiply 2 x 3 transposed by 4 x 5.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MatMul.multiplyTransposedB(new Tensor(2, 3), new Tensor(4, 5), new Tensor(2, 4)))
        .withMessage("Cannot multiply 2 x 3 by 4 x 5 transposed.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MatMul.multiply(new Tensor(2, 3), new Tensor(3, 4), new Tensor(4, 2)))
        .withMessage("A product of 2 x 4 does not fit into 4 x 2.");
  }

  @Test
  void aFactorCannotBeOverwritten() {
    Tensor square = new Tensor(3, 3);
    assertThatIllegalArgumentException().isThrownBy(() -> MatMul.multiply(square, new Tensor(3, 3), square))
        .withMessage("The product of 3 x 3 and 3 x 3 cannot overwrite one of its factors.");
    assertThatIllegalArgumentException().isThrownBy(() -> MatMul.multiplyTransposedB(new Tensor(3, 3), square, square));
  }

  /// The blocks are in three buffers, each with its own distance between rows, down to single columns and rows.
  @ParameterizedTest @MethodSource("kernels")
  void productsOfPartsAreTheSameChainAndLeaveTheRestAlone(MatrixKernel kernel) {
    for (int trial = 0; trial < 400; trial++) {
      int limit = trial % 4 == 0 ? 70 : 20;
      requireParts(kernel, 1 + random.nextInt(limit), 1 + random.nextInt(limit), 1 + random.nextInt(limit));
    }
    for (int[] s : List.of(new int[] {9, 300, 40}, new int[] {400, 3, 17}, new int[] {20, 7, 1}, new int[] {1, 9, 30}))
      requireParts(kernel, s[0], s[1], s[2]);
  }

  private void requireParts(MatrixKernel kernel, int m, int k, int n) {
    for (Form form : Form.values()) {
      Tensor a = form.left(m, k), b = form.right(k, n), out = new Tensor(m, n);
      View left = part(filled(a)), right = part(filled(b)), product = part(out);
      Arrays.fill(product.data(), 7);
      kernel.product(form == Form.TRANSPOSED_A ? left.transposed() : left,
          form == Form.TRANSPOSED_B ? right.transposed() : right, product);
      int[] expected = bits(chain(form, a, b, m, n));
      for (int r = 0; r < m; r++)
        for (int c = 0; c < n; c++) {
          int at = product.at(r, c);
          assertThat(Float.floatToIntBits(product.data()[at])).as("%s %d x %d x %d", form, m, k, n)
              .isEqualTo(expected[r * n + c]);
          product.data()[at] = 7;
        }
      assertThat(product.data()).as("around the product").containsOnly(7);
    }
  }

  /// Returns the same matrix somewhere inside a larger buffer that is full of other numbers.
  private View part(Tensor whole) {
    int step = whole.cols() + random.nextInt(9);
    int offset = random.nextInt(11);
    float[] data = new float[offset + whole.rows() * step + random.nextInt(20)];
    Arrays.fill(data, Float.NaN);
    for (int r = 0; r < whole.rows(); r++)
      System.arraycopy(whole.data(), r * whole.cols(), data, offset + r * step, whole.cols());
    return new View().place(data, offset, whole.rows(), whole.cols(), step);
  }

  @Test
  void partsThatDoNotFitAreNamed() {
    View a = new View().place(new float[12], 0, 2, 3, 4), b = new View().place(new float[12], 1, 3, 2, 4);
    View square = new View().place(new float[4], 0, 2, 2, 2);
    assertThatIllegalArgumentException().isThrownBy(() -> MatMul.multiply(a, square, square))
        .withMessage("Cannot multiply 2 x 3 by 2 x 2.");
    assertThatIllegalArgumentException().isThrownBy(() -> MatMul.multiply(a, b, a))
        .withMessage("A product of 2 x 2 does not fit into 2 x 3.");
    assertThatIllegalArgumentException().isThrownBy(() -> MatMul.multiply(a, b, square.transposed()))
        .withMessage("A product of 2 x 2 does not fit into 2 x 2.");
    assertThatIllegalArgumentException().isThrownBy(() -> a.at(6))
        .withMessage("2 x 3 from 6 on ends at 13, the buffer at 12.");
    MatMul.multiply(a.at(5), b, square);
  }

  private Tensor thinned(Tensor t, double share) {
    for (int i = 0; i < t.size(); i++) t.data()[i] = random.nextDouble() < share ? (float) random.nextGaussian() : 0;
    return t;
  }

  /// Returns random numbers; every second time, three zeros follow each of them.
  private Tensor filled(Tensor t) {
    return thinned(t, random.nextBoolean() ? 1 : 0.25);
  }

  private static Tensor chain(Form form, Tensor a, Tensor b, int m, int n) {
    Tensor out = new Tensor(m, n);
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        float c = 0;
        for (int k = 0; k < form.depth(a); k++) c = Math.fma(form.leftAt(a, i, k), form.rightAt(b, k, j), c);
        out.set(i, j, c);
      }
    }
    return out;
  }

  private static int[] bits(Tensor t) {
    int[] bits = new int[t.size()];
    for (int i = 0; i < bits.length; i++) bits[i] = Float.floatToIntBits(t.data()[i]);
    return bits;
  }
}
