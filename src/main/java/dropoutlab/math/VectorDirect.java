package dropoutlab.math;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// [DirectProduct] on the Vector API: tiles of a few rows by one or two vectors of columns, held in registers. Lanes
/// are columns; nothing is summed across them. Where a tile reaches beyond the last row, that row is computed again and
/// stored with the same bits.
final class VectorDirect {
  private static final VectorSpecies<Float> SPECIES = Lanes.FLOATS;
  private static final int LANES = SPECIES.length();
  private static final int WIDE_ROWS = 4;
  private static final int THIN_ROWS = 8;
  private static final int EDGE_ROWS = 4;

  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  /// Working memory, from which nothing is reused after a product.
  private static final class Scratch {
    final View view = new View();
    float[] copy = {};
  }

  private VectorDirect() {}

  static void product(View a, View b, View out) {
    View right = b.colStep() == 1 ? b : turned(b);
    int cols = out.cols(), j = 0;
    for (; j + 2 * LANES <= cols; j += 2 * LANES)
      for (int i = 0; i < out.rows(); i += WIDE_ROWS) wide(a, right, out, i, j);
    for (; j + LANES <= cols; j += LANES)
      for (int i = 0; i < out.rows(); i += THIN_ROWS) thin(a, right, out, i, j);
    if (j < cols) for (int i = 0; i < out.rows(); i += EDGE_ROWS) edge(a, right, out, i, j);
  }

  /// Copies a factor whose columns do not lie side by side into row-major order.
  private static View turned(View b) {
    Scratch scratch = SCRATCH.get();
    int rows = b.rows(), cols = b.cols(), step = b.colStep();
    if (scratch.copy.length < rows * cols) scratch.copy = new float[rows * cols];
    float[] from = b.data(), to = scratch.copy;
    for (int j = 0; j < cols; j++)
      for (int k = 0, at = b.at(0, j), put = j; k < rows; k++, put += cols) to[put] = from[at + k];
    return scratch.view.place(to, 0, rows, cols, cols);
  }

  private static void wide(View a, View b, View out, int i, int j) {
    float[] left = a.data(), right = b.data(), to = out.data();
    int last = out.rows() - 1, step = a.colStep(), bStep = b.rowStep(), from = b.at(0, j), depth = a.cols();
    int i1 = Math.min(i + 1, last), i2 = Math.min(i + 2, last), i3 = Math.min(i + 3, last);
    int a0 = a.at(i, 0), a1 = a.at(i1, 0), a2 = a.at(i2, 0), a3 = a.at(i3, 0);
    FloatVector l0 = FloatVector.zero(SPECIES), l1 = l0, l2 = l0, l3 = l0, r0 = l0, r1 = l0, r2 = l0, r3 = l0;
    for (int k = 0; k < depth; k++) {
      int at = k * step;
      FloatVector bl = fromArray(SPECIES, right, from + k * bStep);
      FloatVector br = fromArray(SPECIES, right, from + k * bStep + LANES);
      FloatVector x = broadcast(SPECIES, left[a0 + at]);
      l0 = x.fma(bl, l0);
      r0 = x.fma(br, r0);
      x = broadcast(SPECIES, left[a1 + at]);
      l1 = x.fma(bl, l1);
      r1 = x.fma(br, r1);
      x = broadcast(SPECIES, left[a2 + at]);
      l2 = x.fma(bl, l2);
      r2 = x.fma(br, r2);
      x = broadcast(SPECIES, left[a3 + at]);
      l3 = x.fma(bl, l3);
      r3 = x.fma(br, r3);
    }
    l0.intoArray(to, out.at(i, j));
    r0.intoArray(to, out.at(i, j) + LANES);
    l1.intoArray(to, out.at(i1, j));
    r1.intoArray(to, out.at(i1, j) + LANES);
    l2.intoArray(to, out.at(i2, j));
    r2.intoArray(to, out.at(i2, j) + LANES);
    l3.intoArray(to, out.at(i3, j));
    r3.intoArray(to, out.at(i3, j) + LANES);
  }

  private static void thin(View a, View b, View out, int i, int j) {
    float[] left = a.data(), right = b.data(), to = out.data();
    int last = out.rows() - 1, step = a.colStep(), bStep = b.rowStep(), from = b.at(0, j), depth = a.cols();
    int i1 = Math.min(i + 1, last), i2 = Math.min(i + 2, last), i3 = Math.min(i + 3, last), i4 = Math.min(i + 4, last);
    int i5 = Math.min(i + 5, last), i6 = Math.min(i + 6, last), i7 = Math.min(i + 7, last);
    int a0 = a.at(i, 0), a1 = a.at(i1, 0), a2 = a.at(i2, 0), a3 = a.at(i3, 0);
    int a4 = a.at(i4, 0), a5 = a.at(i5, 0), a6 = a.at(i6, 0), a7 = a.at(i7, 0);
    FloatVector c0 = FloatVector.zero(SPECIES), c1 = c0, c2 = c0, c3 = c0, c4 = c0, c5 = c0, c6 = c0, c7 = c0;
    for (int k = 0; k < depth; k++) {
      int at = k * step;
      FloatVector y = fromArray(SPECIES, right, from + k * bStep);
      c0 = broadcast(SPECIES, left[a0 + at]).fma(y, c0);
      c1 = broadcast(SPECIES, left[a1 + at]).fma(y, c1);
      c2 = broadcast(SPECIES, left[a2 + at]).fma(y, c2);
      c3 = broadcast(SPECIES, left[a3 + at]).fma(y, c3);
      c4 = broadcast(SPECIES, left[a4 + at]).fma(y, c4);
      c5 = broadcast(SPECIES, left[a5 + at]).fma(y, c5);
      c6 = broadcast(SPECIES, left[a6 + at]).fma(y, c6);
      c7 = broadcast(SPECIES, left[a7 + at]).fma(y, c7);
    }
    c0.intoArray(to, out.at(i, j));
    c1.intoArray(to, out.at(i1, j));
    c2.intoArray(to, out.at(i2, j));
    c3.intoArray(to, out.at(i3, j));
    c4.intoArray(to, out.at(i4, j));
    c5.intoArray(to, out.at(i5, j));
    c6.intoArray(to, out.at(i6, j));
    c7.intoArray(to, out.at(i7, j));
  }

  /// Computes four rows of the columns that fill no vector.
  private static void edge(View a, View b, View out, int i, int j) {
    float[] left = a.data(), right = b.data(), to = out.data();
    int last = out.rows() - 1, step = a.colStep(), bStep = b.rowStep(), from = b.at(0, j), depth = a.cols();
    int i1 = Math.min(i + 1, last), i2 = Math.min(i + 2, last), i3 = Math.min(i + 3, last);
    int a0 = a.at(i, 0), a1 = a.at(i1, 0), a2 = a.at(i2, 0), a3 = a.at(i3, 0);
    VectorMask<Float> inside = SPECIES.indexInRange(j, out.cols());
    FloatVector c0 = FloatVector.zero(SPECIES), c1 = c0, c2 = c0, c3 = c0;
    for (int k = 0; k < depth; k++) {
      int at = k * step;
      FloatVector y = fromArray(SPECIES, right, from + k * bStep, inside);
      c0 = broadcast(SPECIES, left[a0 + at]).fma(y, c0);
      c1 = broadcast(SPECIES, left[a1 + at]).fma(y, c1);
      c2 = broadcast(SPECIES, left[a2 + at]).fma(y, c2);
      c3 = broadcast(SPECIES, left[a3 + at]).fma(y, c3);
    }
    c0.intoArray(to, out.at(i, j), inside);
    c1.intoArray(to, out.at(i1, j), inside);
    c2.intoArray(to, out.at(i2, j), inside);
    c3.intoArray(to, out.at(i3, j), inside);
  }
}
