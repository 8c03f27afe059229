package dropoutlab.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The innermost loops of [VectorKernel]: a few rows of a product by two vectors of columns, held in registers. Lanes
/// are columns, so nothing is ever summed across lanes and the vector's width does not show in the result.
///
/// Two vectors by four rows are eight chains of fma: as many as are under way in a processor that starts two of them a
/// cycle and ends them four cycles later. More hide delays too, but only where the registers suffice: AVX2 has 16, of
/// which the compiler takes some for what it reads ahead, and a single accumulator without a register halves the speed.
///
/// Where the last row is passed, it is repeated: the same bits are stored again, which is cheaper than another loop.
/// The accumulators are written out one by one because C2 keeps vectors in registers only as local variables.
final class VectorTiles {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  static final int LANES = SPECIES.length();
  static final int PANEL = 2 * LANES;
  /// Vectors of 8 lanes mean AVX2 and its 16 registers; NEON and AVX-512 have 32.
  private static final boolean FEW_REGISTERS = LANES == 8;

  private VectorTiles() {}

  /// The `rows` x PANEL values at `out[outFrom]`, rows `outStep` apart, over `depth` steps of k: the rows of `a` begin
  /// at `aFrom`, `aStep` apart; `panel` holds PANEL values a step. The chains go on from what stands in `out`.
  static void panel(float[] a, int aFrom, int aStep, int rows, float[] panel, int depth, float[] out,
      int outFrom, int outStep) {
    if (FEW_REGISTERS) byFour(a, aFrom, aStep, rows, panel, depth, out, outFrom, outStep);
    else byEight(a, aFrom, aStep, rows, panel, depth, out, outFrom, outStep);
  }

  private static void byFour(float[] a, int aFrom, int aStep, int rows, float[] panel, int depth, float[] out,
      int outFrom, int outStep) {
    for (int row = 0; row < rows; row += 4) {
      int last = rows - 1 - row;
      int a0 = aFrom + row * aStep;
      int c0 = outFrom + row * outStep;
      int a1 = a0 + Math.min(1, last) * aStep;
      int a2 = a0 + Math.min(2, last) * aStep;
      int a3 = a0 + Math.min(3, last) * aStep;
      int c1 = c0 + Math.min(1, last) * outStep;
      int c2 = c0 + Math.min(2, last) * outStep;
      int c3 = c0 + Math.min(3, last) * outStep;
      FloatVector l0 = FloatVector.fromArray(SPECIES, out, c0);
      FloatVector r0 = FloatVector.fromArray(SPECIES, out, c0 + LANES);
      FloatVector l1 = FloatVector.fromArray(SPECIES, out, c1);
      FloatVector r1 = FloatVector.fromArray(SPECIES, out, c1 + LANES);
      FloatVector l2 = FloatVector.fromArray(SPECIES, out, c2);
      FloatVector r2 = FloatVector.fromArray(SPECIES, out, c2 + LANES);
      FloatVector l3 = FloatVector.fromArray(SPECIES, out, c3);
      FloatVector r3 = FloatVector.fromArray(SPECIES, out, c3 + LANES);
      for (int k = 0; k < depth; k++) {
        FloatVector bl = FloatVector.fromArray(SPECIES, panel, k * PANEL);
        FloatVector br = FloatVector.fromArray(SPECIES, panel, k * PANEL + LANES);
        FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + k]);
        l0 = x.fma(bl, l0);
        r0 = x.fma(br, r0);
        x = FloatVector.broadcast(SPECIES, a[a1 + k]);
        l1 = x.fma(bl, l1);
        r1 = x.fma(br, r1);
        x = FloatVector.broadcast(SPECIES, a[a2 + k]);
        l2 = x.fma(bl, l2);
        r2 = x.fma(br, r2);
        x = FloatVector.broadcast(SPECIES, a[a3 + k]);
        l3 = x.fma(bl, l3);
        r3 = x.fma(br, r3);
      }
      l0.intoArray(out, c0);
      r0.intoArray(out, c0 + LANES);
      l1.intoArray(out, c1);
      r1.intoArray(out, c1 + LANES);
      l2.intoArray(out, c2);
      r2.intoArray(out, c2 + LANES);
      l3.intoArray(out, c3);
      r3.intoArray(out, c3 + LANES);
    }
  }

  private static void byEight(float[] a, int aFrom, int aStep, int rows, float[] panel, int depth, float[] out,
      int outFrom, int outStep) {
    for (int row = 0; row < rows; row += 8) {
      int last = rows - 1 - row;
      int a0 = aFrom + row * aStep;
      int c0 = outFrom + row * outStep;
      int a1 = a0 + Math.min(1, last) * aStep;
      int a2 = a0 + Math.min(2, last) * aStep;
      int a3 = a0 + Math.min(3, last) * aStep;
      int a4 = a0 + Math.min(4, last) * aStep;
      int a5 = a0 + Math.min(5, last) * aStep;
      int a6 = a0 + Math.min(6, last) * aStep;
      int a7 = a0 + Math.min(7, last) * aStep;
      int c1 = c0 + Math.min(1, last) * outStep;
      int c2 = c0 + Math.min(2, last) * outStep;
      int c3 = c0 + Math.min(3, last) * outStep;
      int c4 = c0 + Math.min(4, last) * outStep;
      int c5 = c0 + Math.min(5, last) * outStep;
      int c6 = c0 + Math.min(6, last) * outStep;
      int c7 = c0 + Math.min(7, last) * outStep;
      FloatVector l0 = FloatVector.fromArray(SPECIES, out, c0);
      FloatVector r0 = FloatVector.fromArray(SPECIES, out, c0 + LANES);
      FloatVector l1 = FloatVector.fromArray(SPECIES, out, c1);
      FloatVector r1 = FloatVector.fromArray(SPECIES, out, c1 + LANES);
      FloatVector l2 = FloatVector.fromArray(SPECIES, out, c2);
      FloatVector r2 = FloatVector.fromArray(SPECIES, out, c2 + LANES);
      FloatVector l3 = FloatVector.fromArray(SPECIES, out, c3);
      FloatVector r3 = FloatVector.fromArray(SPECIES, out, c3 + LANES);
      FloatVector l4 = FloatVector.fromArray(SPECIES, out, c4);
      FloatVector r4 = FloatVector.fromArray(SPECIES, out, c4 + LANES);
      FloatVector l5 = FloatVector.fromArray(SPECIES, out, c5);
      FloatVector r5 = FloatVector.fromArray(SPECIES, out, c5 + LANES);
      FloatVector l6 = FloatVector.fromArray(SPECIES, out, c6);
      FloatVector r6 = FloatVector.fromArray(SPECIES, out, c6 + LANES);
      FloatVector l7 = FloatVector.fromArray(SPECIES, out, c7);
      FloatVector r7 = FloatVector.fromArray(SPECIES, out, c7 + LANES);
      for (int k = 0; k < depth; k++) {
        FloatVector bl = FloatVector.fromArray(SPECIES, panel, k * PANEL);
        FloatVector br = FloatVector.fromArray(SPECIES, panel, k * PANEL + LANES);
        FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + k]);
        l0 = x.fma(bl, l0);
        r0 = x.fma(br, r0);
        x = FloatVector.broadcast(SPECIES, a[a1 + k]);
        l1 = x.fma(bl, l1);
        r1 = x.fma(br, r1);
        x = FloatVector.broadcast(SPECIES, a[a2 + k]);
        l2 = x.fma(bl, l2);
        r2 = x.fma(br, r2);
        x = FloatVector.broadcast(SPECIES, a[a3 + k]);
        l3 = x.fma(bl, l3);
        r3 = x.fma(br, r3);
        x = FloatVector.broadcast(SPECIES, a[a4 + k]);
        l4 = x.fma(bl, l4);
        r4 = x.fma(br, r4);
        x = FloatVector.broadcast(SPECIES, a[a5 + k]);
        l5 = x.fma(bl, l5);
        r5 = x.fma(br, r5);
        x = FloatVector.broadcast(SPECIES, a[a6 + k]);
        l6 = x.fma(bl, l6);
        r6 = x.fma(br, r6);
        x = FloatVector.broadcast(SPECIES, a[a7 + k]);
        l7 = x.fma(bl, l7);
        r7 = x.fma(br, r7);
      }
      l0.intoArray(out, c0);
      r0.intoArray(out, c0 + LANES);
      l1.intoArray(out, c1);
      r1.intoArray(out, c1 + LANES);
      l2.intoArray(out, c2);
      r2.intoArray(out, c2 + LANES);
      l3.intoArray(out, c3);
      r3.intoArray(out, c3 + LANES);
      l4.intoArray(out, c4);
      r4.intoArray(out, c4 + LANES);
      l5.intoArray(out, c5);
      r5.intoArray(out, c5 + LANES);
      l6.intoArray(out, c6);
      r6.intoArray(out, c6 + LANES);
      l7.intoArray(out, c7);
      r7.intoArray(out, c7 + LANES);
    }
  }
}
