package dropoutlab.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The innermost loops of [VectorKernel]: a few rows of a product by two vectors of columns, held in registers. Lanes
/// are columns; nothing is summed across lanes, and so the result does not depend on the width of the vectors.
///
/// Two vectors by four rows are eight chains of fma: as many as run at a time in a processor that starts two of them
/// per cycle and finishes them four cycles later. More chains hide delays too, but only if the registers suffice: AVX2
/// has 16, of which the compiler uses some to read ahead, and a single accumulator without a register halves the speed.
/// The registers for addresses are as scarce, and so the rows of a block lie a constant [#ROW_STEP] apart.
///
/// Beyond the last row, that row is stored again with the same bits, which is cheaper than another loop. The
/// accumulators are written out one by one because C2 keeps vectors in registers only if they are local variables.
final class VectorTiles {
  static final VectorSpecies<Float> SPECIES = Lanes.FLOATS;
  static final int LANES = SPECIES.length();
  static final int PANEL = 2 * LANES;
  /// The greatest number of rows in a tile; the rows of a block are filled up to a multiple of it.
  static final int TILE_ROWS = 8;
  /// The greatest number of steps of k: their panel fills half of a first-level cache of 32 KiB.
  static final int DEPTH = 4096 / PANEL;
  /// The distance from one row of a block to the next: a power of two would crowd the rows into few sets of the cache.
  static final int ROW_STEP = DEPTH + 16;
  /// Vectors of 8 lanes mean AVX2 with its 16 registers; NEON and AVX-512 have 32.
  private static final boolean FEW_REGISTERS = LANES == 8;

  private VectorTiles() {}

  /// Computes the `rows` x PANEL values at `out[outFrom]`, in rows `outStep` apart, over `depth` steps of k. `block`
  /// holds the rows of the left factor, the last one repeated up to a multiple of TILE_ROWS; `panel` holds PANEL values
  /// per step. The chains start from the values at `start[startFrom]`, in rows `startStep` apart.
  static void panel(float[] block, int rows, float[] panel, int depth, float[] start, int startFrom, int startStep,
      float[] out, int outFrom, int outStep) {
    if (FEW_REGISTERS) byFour(block, rows, panel, depth, start, startFrom, startStep, out, outFrom, outStep);
    else byEight(block, rows, panel, depth, start, startFrom, startStep, out, outFrom, outStep);
  }

  private static void byFour(float[] block, int rows, float[] panel, int depth, float[] start, int startFrom,
      int startStep, float[] out, int outFrom, int outStep) {
    for (int row = 0; row < rows; row += 4) {
      int last = rows - 1 - row;
      int s0 = startFrom + row * startStep, c0 = outFrom + row * outStep;
      int s1 = s0 + Math.min(1, last) * startStep, c1 = c0 + Math.min(1, last) * outStep;
      int s2 = s0 + Math.min(2, last) * startStep, c2 = c0 + Math.min(2, last) * outStep;
      int s3 = s0 + Math.min(3, last) * startStep, c3 = c0 + Math.min(3, last) * outStep;
      FloatVector l0 = FloatVector.fromArray(SPECIES, start, s0);
      FloatVector r0 = FloatVector.fromArray(SPECIES, start, s0 + LANES);
      FloatVector l1 = FloatVector.fromArray(SPECIES, start, s1);
      FloatVector r1 = FloatVector.fromArray(SPECIES, start, s1 + LANES);
      FloatVector l2 = FloatVector.fromArray(SPECIES, start, s2);
      FloatVector r2 = FloatVector.fromArray(SPECIES, start, s2 + LANES);
      FloatVector l3 = FloatVector.fromArray(SPECIES, start, s3);
      FloatVector r3 = FloatVector.fromArray(SPECIES, start, s3 + LANES);
      int a = row * ROW_STEP;
      for (int k = 0; k < depth; k++) {
        FloatVector bl = FloatVector.fromArray(SPECIES, panel, k * PANEL);
        FloatVector br = FloatVector.fromArray(SPECIES, panel, k * PANEL + LANES);
        FloatVector x = FloatVector.broadcast(SPECIES, block[a + k]);
        l0 = x.fma(bl, l0);
        r0 = x.fma(br, r0);
        x = FloatVector.broadcast(SPECIES, block[a + k + ROW_STEP]);
        l1 = x.fma(bl, l1);
        r1 = x.fma(br, r1);
        x = FloatVector.broadcast(SPECIES, block[a + k + 2 * ROW_STEP]);
        l2 = x.fma(bl, l2);
        r2 = x.fma(br, r2);
        x = FloatVector.broadcast(SPECIES, block[a + k + 3 * ROW_STEP]);
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

  private static void byEight(float[] block, int rows, float[] panel, int depth, float[] start, int startFrom,
      int startStep, float[] out, int outFrom, int outStep) {
    for (int row = 0; row < rows; row += 8) {
      int last = rows - 1 - row;
      int s0 = startFrom + row * startStep, c0 = outFrom + row * outStep;
      int s1 = s0 + Math.min(1, last) * startStep, c1 = c0 + Math.min(1, last) * outStep;
      int s2 = s0 + Math.min(2, last) * startStep, c2 = c0 + Math.min(2, last) * outStep;
      int s3 = s0 + Math.min(3, last) * startStep, c3 = c0 + Math.min(3, last) * outStep;
      int s4 = s0 + Math.min(4, last) * startStep, c4 = c0 + Math.min(4, last) * outStep;
      int s5 = s0 + Math.min(5, last) * startStep, c5 = c0 + Math.min(5, last) * outStep;
      int s6 = s0 + Math.min(6, last) * startStep, c6 = c0 + Math.min(6, last) * outStep;
      int s7 = s0 + Math.min(7, last) * startStep, c7 = c0 + Math.min(7, last) * outStep;
      FloatVector l0 = FloatVector.fromArray(SPECIES, start, s0);
      FloatVector r0 = FloatVector.fromArray(SPECIES, start, s0 + LANES);
      FloatVector l1 = FloatVector.fromArray(SPECIES, start, s1);
      FloatVector r1 = FloatVector.fromArray(SPECIES, start, s1 + LANES);
      FloatVector l2 = FloatVector.fromArray(SPECIES, start, s2);
      FloatVector r2 = FloatVector.fromArray(SPECIES, start, s2 + LANES);
      FloatVector l3 = FloatVector.fromArray(SPECIES, start, s3);
      FloatVector r3 = FloatVector.fromArray(SPECIES, start, s3 + LANES);
      FloatVector l4 = FloatVector.fromArray(SPECIES, start, s4);
      FloatVector r4 = FloatVector.fromArray(SPECIES, start, s4 + LANES);
      FloatVector l5 = FloatVector.fromArray(SPECIES, start, s5);
      FloatVector r5 = FloatVector.fromArray(SPECIES, start, s5 + LANES);
      FloatVector l6 = FloatVector.fromArray(SPECIES, start, s6);
      FloatVector r6 = FloatVector.fromArray(SPECIES, start, s6 + LANES);
      FloatVector l7 = FloatVector.fromArray(SPECIES, start, s7);
      FloatVector r7 = FloatVector.fromArray(SPECIES, start, s7 + LANES);
      int a = row * ROW_STEP;
      for (int k = 0; k < depth; k++) {
        FloatVector bl = FloatVector.fromArray(SPECIES, panel, k * PANEL);
        FloatVector br = FloatVector.fromArray(SPECIES, panel, k * PANEL + LANES);
        FloatVector x = FloatVector.broadcast(SPECIES, block[a + k]);
        l0 = x.fma(bl, l0);
        r0 = x.fma(br, r0);
        x = FloatVector.broadcast(SPECIES, block[a + k + ROW_STEP]);
        l1 = x.fma(bl, l1);
        r1 = x.fma(br, r1);
        x = FloatVector.broadcast(SPECIES, block[a + k + 2 * ROW_STEP]);
        l2 = x.fma(bl, l2);
        r2 = x.fma(br, r2);
        x = FloatVector.broadcast(SPECIES, block[a + k + 3 * ROW_STEP]);
        l3 = x.fma(bl, l3);
        r3 = x.fma(br, r3);
        x = FloatVector.broadcast(SPECIES, block[a + k + 4 * ROW_STEP]);
        l4 = x.fma(bl, l4);
        r4 = x.fma(br, r4);
        x = FloatVector.broadcast(SPECIES, block[a + k + 5 * ROW_STEP]);
        l5 = x.fma(bl, l5);
        r5 = x.fma(br, r5);
        x = FloatVector.broadcast(SPECIES, block[a + k + 6 * ROW_STEP]);
        l6 = x.fma(bl, l6);
        r6 = x.fma(br, r6);
        x = FloatVector.broadcast(SPECIES, block[a + k + 7 * ROW_STEP]);
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
