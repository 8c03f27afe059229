package dropoutlab.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The innermost loops of [VectorKernel]: eight rows of a product by one or two vectors of columns, held in registers.
/// Lanes are columns, so nothing is ever summed across lanes and the vector's width does not show in the result.
///
/// Eight rows, since batches are mostly multiples of eight, and since sixteen chains of fma hide their latency. Where
/// `lastRow` is given, the rows past it repeat it: they store the same bits again, which is cheaper than another loop.
/// The accumulators are written out one by one because C2 keeps vectors in registers only as local variables.
final class VectorTiles {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  static final int LANES = SPECIES.length();
  static final int PANEL = 2 * LANES;
  static final int ROWS = 8;

  private VectorTiles() {}

  /// A tile of 8 x PANEL at `out[at]`, rows `step` apart, over `depth` steps of k: `a` holds 8 values a step from
  /// `aFrom` on, `panel` PANEL values a step. The chains start from the tile at `start[startAt]`, rows `startStep` apart.
  static void wide(float[] a, int aFrom, float[] panel, int depth, float[] start, int startAt, int startStep,
      float[] out, int at, int step) {
    FloatVector l0 = FloatVector.fromArray(SPECIES, start, startAt);
    FloatVector r0 = FloatVector.fromArray(SPECIES, start, startAt + LANES);
    FloatVector l1 = FloatVector.fromArray(SPECIES, start, startAt + startStep);
    FloatVector r1 = FloatVector.fromArray(SPECIES, start, startAt + startStep + LANES);
    FloatVector l2 = FloatVector.fromArray(SPECIES, start, startAt + 2 * startStep);
    FloatVector r2 = FloatVector.fromArray(SPECIES, start, startAt + 2 * startStep + LANES);
    FloatVector l3 = FloatVector.fromArray(SPECIES, start, startAt + 3 * startStep);
    FloatVector r3 = FloatVector.fromArray(SPECIES, start, startAt + 3 * startStep + LANES);
    FloatVector l4 = FloatVector.fromArray(SPECIES, start, startAt + 4 * startStep);
    FloatVector r4 = FloatVector.fromArray(SPECIES, start, startAt + 4 * startStep + LANES);
    FloatVector l5 = FloatVector.fromArray(SPECIES, start, startAt + 5 * startStep);
    FloatVector r5 = FloatVector.fromArray(SPECIES, start, startAt + 5 * startStep + LANES);
    FloatVector l6 = FloatVector.fromArray(SPECIES, start, startAt + 6 * startStep);
    FloatVector r6 = FloatVector.fromArray(SPECIES, start, startAt + 6 * startStep + LANES);
    FloatVector l7 = FloatVector.fromArray(SPECIES, start, startAt + 7 * startStep);
    FloatVector r7 = FloatVector.fromArray(SPECIES, start, startAt + 7 * startStep + LANES);
    for (int k = 0; k < depth; k++) {
      FloatVector bl = FloatVector.fromArray(SPECIES, panel, k * PANEL);
      FloatVector br = FloatVector.fromArray(SPECIES, panel, k * PANEL + LANES);
      int ak = aFrom + k * ROWS;
      FloatVector x = FloatVector.broadcast(SPECIES, a[ak]);
      l0 = x.fma(bl, l0);
      r0 = x.fma(br, r0);
      x = FloatVector.broadcast(SPECIES, a[ak + 1]);
      l1 = x.fma(bl, l1);
      r1 = x.fma(br, r1);
      x = FloatVector.broadcast(SPECIES, a[ak + 2]);
      l2 = x.fma(bl, l2);
      r2 = x.fma(br, r2);
      x = FloatVector.broadcast(SPECIES, a[ak + 3]);
      l3 = x.fma(bl, l3);
      r3 = x.fma(br, r3);
      x = FloatVector.broadcast(SPECIES, a[ak + 4]);
      l4 = x.fma(bl, l4);
      r4 = x.fma(br, r4);
      x = FloatVector.broadcast(SPECIES, a[ak + 5]);
      l5 = x.fma(bl, l5);
      r5 = x.fma(br, r5);
      x = FloatVector.broadcast(SPECIES, a[ak + 6]);
      l6 = x.fma(bl, l6);
      r6 = x.fma(br, r6);
      x = FloatVector.broadcast(SPECIES, a[ak + 7]);
      l7 = x.fma(bl, l7);
      r7 = x.fma(br, r7);
    }
    l0.intoArray(out, at);
    r0.intoArray(out, at + LANES);
    l1.intoArray(out, at + step);
    r1.intoArray(out, at + step + LANES);
    l2.intoArray(out, at + 2 * step);
    r2.intoArray(out, at + 2 * step + LANES);
    l3.intoArray(out, at + 3 * step);
    r3.intoArray(out, at + 3 * step + LANES);
    l4.intoArray(out, at + 4 * step);
    r4.intoArray(out, at + 4 * step + LANES);
    l5.intoArray(out, at + 5 * step);
    r5.intoArray(out, at + 5 * step + LANES);
    l6.intoArray(out, at + 6 * step);
    r6.intoArray(out, at + 6 * step + LANES);
    l7.intoArray(out, at + 7 * step);
    r7.intoArray(out, at + 7 * step + LANES);
  }

  /// Rows `row` to `row + 7` of the left factor by LANES columns, straight from where they lie: step k of the right factor
  /// is at `b[bFrom + k * bStep]`. The tile's rows go to `out[at]`, `step` apart.
  static void narrow(Operand left, int row, int lastRow, float[] b, int bFrom, int bStep, int depth, float[] out, int at,
      int step) {
    float[] a = left.data();
    int aStep = left.colStep();
    int last = lastRow - row;
    int a0 = row * left.rowStep();
    int a1 = Math.min(row + 1, lastRow) * left.rowStep();
    int a2 = Math.min(row + 2, lastRow) * left.rowStep();
    int a3 = Math.min(row + 3, lastRow) * left.rowStep();
    int a4 = Math.min(row + 4, lastRow) * left.rowStep();
    int a5 = Math.min(row + 5, lastRow) * left.rowStep();
    int a6 = Math.min(row + 6, lastRow) * left.rowStep();
    int a7 = Math.min(row + 7, lastRow) * left.rowStep();
    FloatVector c0 = FloatVector.zero(SPECIES);
    FloatVector c1 = FloatVector.zero(SPECIES);
    FloatVector c2 = FloatVector.zero(SPECIES);
    FloatVector c3 = FloatVector.zero(SPECIES);
    FloatVector c4 = FloatVector.zero(SPECIES);
    FloatVector c5 = FloatVector.zero(SPECIES);
    FloatVector c6 = FloatVector.zero(SPECIES);
    FloatVector c7 = FloatVector.zero(SPECIES);
    for (int k = 0; k < depth; k++) {
      FloatVector y = FloatVector.fromArray(SPECIES, b, bFrom + k * bStep);
      int ak = k * aStep;
      c0 = FloatVector.broadcast(SPECIES, a[a0 + ak]).fma(y, c0);
      c1 = FloatVector.broadcast(SPECIES, a[a1 + ak]).fma(y, c1);
      c2 = FloatVector.broadcast(SPECIES, a[a2 + ak]).fma(y, c2);
      c3 = FloatVector.broadcast(SPECIES, a[a3 + ak]).fma(y, c3);
      c4 = FloatVector.broadcast(SPECIES, a[a4 + ak]).fma(y, c4);
      c5 = FloatVector.broadcast(SPECIES, a[a5 + ak]).fma(y, c5);
      c6 = FloatVector.broadcast(SPECIES, a[a6 + ak]).fma(y, c6);
      c7 = FloatVector.broadcast(SPECIES, a[a7 + ak]).fma(y, c7);
    }
    c0.intoArray(out, at);
    c1.intoArray(out, at + Math.min(1, last) * step);
    c2.intoArray(out, at + Math.min(2, last) * step);
    c3.intoArray(out, at + Math.min(3, last) * step);
    c4.intoArray(out, at + Math.min(4, last) * step);
    c5.intoArray(out, at + Math.min(5, last) * step);
    c6.intoArray(out, at + Math.min(6, last) * step);
    c7.intoArray(out, at + Math.min(7, last) * step);
  }

  /// The single column of a product with a vector: eight chains of scalars, as lanes would stay empty.
  static void column(Operand left, Operand right, int depth, float[] out, int row, int lastRow) {
    float[] a = left.data();
    float[] b = right.data();
    int aStep = left.colStep();
    int bStep = right.rowStep();
    int a0 = row * left.rowStep();
    int a1 = Math.min(row + 1, lastRow) * left.rowStep();
    int a2 = Math.min(row + 2, lastRow) * left.rowStep();
    int a3 = Math.min(row + 3, lastRow) * left.rowStep();
    int a4 = Math.min(row + 4, lastRow) * left.rowStep();
    int a5 = Math.min(row + 5, lastRow) * left.rowStep();
    int a6 = Math.min(row + 6, lastRow) * left.rowStep();
    int a7 = Math.min(row + 7, lastRow) * left.rowStep();
    float c0 = 0, c1 = 0, c2 = 0, c3 = 0, c4 = 0, c5 = 0, c6 = 0, c7 = 0;
    for (int k = 0; k < depth; k++) {
      float y = b[k * bStep];
      int at = k * aStep;
      c0 = Math.fma(a[a0 + at], y, c0);
      c1 = Math.fma(a[a1 + at], y, c1);
      c2 = Math.fma(a[a2 + at], y, c2);
      c3 = Math.fma(a[a3 + at], y, c3);
      c4 = Math.fma(a[a4 + at], y, c4);
      c5 = Math.fma(a[a5 + at], y, c5);
      c6 = Math.fma(a[a6 + at], y, c6);
      c7 = Math.fma(a[a7 + at], y, c7);
    }
    out[row] = c0;
    out[Math.min(row + 1, lastRow)] = c1;
    out[Math.min(row + 2, lastRow)] = c2;
    out[Math.min(row + 3, lastRow)] = c3;
    out[Math.min(row + 4, lastRow)] = c4;
    out[Math.min(row + 5, lastRow)] = c5;
    out[Math.min(row + 6, lastRow)] = c6;
    out[Math.min(row + 7, lastRow)] = c7;
  }
}
