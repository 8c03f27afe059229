package dropoutlab.math;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The innermost loops of [SparseKernel]: a row of a panel is held in registers while the steps that are not 0 are
/// added. Lanes are columns; nothing is summed across them. Whole vectors are used beyond the last column too: panel
/// and sums have room there, and their values are not used.
final class VectorSparse {
  private static final VectorSpecies<Float> SPECIES = Lanes.FLOATS;
  private static final int LANES = SPECIES.length();
  /// Eight vectors are as many chains of fma as a processor keeps running.
  static final int PANEL = 8 * LANES;

  private VectorSparse() {}

  /// sums += left panel, over block `block` of the columns of `left`. The rows of `panel` are PANEL apart, and so are
  /// those of `sums` unless it has PANEL columns.
  static void add(NonZeros left, int block, View panel, View sums) {
    float[] a = left.values(), b = panel.data(), to = sums.data();
    int[] steps = left.columns();
    int from = panel.at(0, 0), rows = sums.rows();
    for (int r = 0; r < rows; r++) {
      int at = sums.at(r, 0), end = left.start(r + 1, block);
      FloatVector c0 = fromArray(SPECIES, to, at), c1 = fromArray(SPECIES, to, at + LANES);
      FloatVector c2 = fromArray(SPECIES, to, at + 2 * LANES), c3 = fromArray(SPECIES, to, at + 3 * LANES);
      FloatVector c4 = fromArray(SPECIES, to, at + 4 * LANES), c5 = fromArray(SPECIES, to, at + 5 * LANES);
      FloatVector c6 = fromArray(SPECIES, to, at + 6 * LANES), c7 = fromArray(SPECIES, to, at + 7 * LANES);
      for (int i = left.start(r, block); i < end; i++) {
        int p = from + steps[i] * PANEL;
        FloatVector x = broadcast(SPECIES, a[i]);
        c0 = x.fma(fromArray(SPECIES, b, p), c0);
        c1 = x.fma(fromArray(SPECIES, b, p + LANES), c1);
        c2 = x.fma(fromArray(SPECIES, b, p + 2 * LANES), c2);
        c3 = x.fma(fromArray(SPECIES, b, p + 3 * LANES), c3);
        c4 = x.fma(fromArray(SPECIES, b, p + 4 * LANES), c4);
        c5 = x.fma(fromArray(SPECIES, b, p + 5 * LANES), c5);
        c6 = x.fma(fromArray(SPECIES, b, p + 6 * LANES), c6);
        c7 = x.fma(fromArray(SPECIES, b, p + 7 * LANES), c7);
      }
      c0.intoArray(to, at);
      c1.intoArray(to, at + LANES);
      c2.intoArray(to, at + 2 * LANES);
      c3.intoArray(to, at + 3 * LANES);
      c4.intoArray(to, at + 4 * LANES);
      c5.intoArray(to, at + 5 * LANES);
      c6.intoArray(to, at + 6 * LANES);
      c7.intoArray(to, at + 7 * LANES);
    }
  }

  /// Adds the same from columns of `left` that were only marked, from `col` on. The elements are read where they lie,
  /// which is faster if they meet only one panel.
  static void add(NonZeros marks, View left, int col, View panel, View sums) {
    float[] a = left.data(), b = panel.data(), to = sums.data();
    int step = left.colStep(), from = panel.at(0, 0), rows = sums.rows();
    for (int r = 0; r < rows; r++) {
      int at = sums.at(r, 0), first = left.at(r, col);
      FloatVector c0 = fromArray(SPECIES, to, at), c1 = fromArray(SPECIES, to, at + LANES);
      FloatVector c2 = fromArray(SPECIES, to, at + 2 * LANES), c3 = fromArray(SPECIES, to, at + 3 * LANES);
      FloatVector c4 = fromArray(SPECIES, to, at + 4 * LANES), c5 = fromArray(SPECIES, to, at + 5 * LANES);
      FloatVector c6 = fromArray(SPECIES, to, at + 6 * LANES), c7 = fromArray(SPECIES, to, at + 7 * LANES);
      for (long rest = marks.word(r); rest != 0; rest &= rest - 1) {
        int k = Long.numberOfTrailingZeros(rest), p = from + k * PANEL;
        FloatVector x = broadcast(SPECIES, a[first + k * step]);
        c0 = x.fma(fromArray(SPECIES, b, p), c0);
        c1 = x.fma(fromArray(SPECIES, b, p + LANES), c1);
        c2 = x.fma(fromArray(SPECIES, b, p + 2 * LANES), c2);
        c3 = x.fma(fromArray(SPECIES, b, p + 3 * LANES), c3);
        c4 = x.fma(fromArray(SPECIES, b, p + 4 * LANES), c4);
        c5 = x.fma(fromArray(SPECIES, b, p + 5 * LANES), c5);
        c6 = x.fma(fromArray(SPECIES, b, p + 6 * LANES), c6);
        c7 = x.fma(fromArray(SPECIES, b, p + 7 * LANES), c7);
      }
      c0.intoArray(to, at);
      c1.intoArray(to, at + LANES);
      c2.intoArray(to, at + 2 * LANES);
      c3.intoArray(to, at + 3 * LANES);
      c4.intoArray(to, at + 4 * LANES);
      c5.intoArray(to, at + 5 * LANES);
      c6.intoArray(to, at + 6 * LANES);
      c7.intoArray(to, at + 7 * LANES);
    }
  }
}
