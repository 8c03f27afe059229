package dropoutlab.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// [Correlation] on the Vector API. Lanes are places, or maps; nothing is summed across lanes. Where a tile reaches
/// beyond the last map or cell, that one is computed again and stored with the same bits, which is cheaper than another
/// loop.
final class VectorCorrelation {
  private static final VectorSpecies<Float> SPECIES = Lanes.FLOATS;
  private static final int LANES = SPECIES.length();
  private static final int TILE_MAPS = 4;
  private static final int TILE_PLACES = 3 * LANES;
  private static final int TILE_CELLS = 6;
  private static final int THIN_CELLS = 12;

  private VectorCorrelation() {}

  static void places(float[] w, int maps, float[] x, int[] at, float[] start, int places, float[] out, int step) {
    for (int p = 0; p < places; p += TILE_PLACES)
      for (int m = 0; m < maps; m += TILE_MAPS) tile(w, maps, m, x, at, p, start, out, step);
  }

  /// Computes four maps at three vectors of places: twelve chains, which hide the latency of fma and just fit into 16
  /// registers.
  private static void tile(float[] w, int maps, int m, float[] x, int[] at, int p, float[] start, float[] out, int step) {
    int m1 = Math.min(m + 1, maps - 1), m2 = Math.min(m + 2, maps - 1), m3 = Math.min(m + 3, maps - 1);
    FloatVector a0 = FloatVector.broadcast(SPECIES, start[m]), b0 = a0, c0 = a0;
    FloatVector a1 = FloatVector.broadcast(SPECIES, start[m1]), b1 = a1, c1 = a1;
    FloatVector a2 = FloatVector.broadcast(SPECIES, start[m2]), b2 = a2, c2 = a2;
    FloatVector a3 = FloatVector.broadcast(SPECIES, start[m3]), b3 = a3, c3 = a3;
    for (int k = 0; k < at.length; k++) {
      FloatVector xa = FloatVector.fromArray(SPECIES, x, at[k] + p);
      FloatVector xb = FloatVector.fromArray(SPECIES, x, at[k] + p + LANES);
      FloatVector xc = FloatVector.fromArray(SPECIES, x, at[k] + p + 2 * LANES);
      FloatVector weight = FloatVector.broadcast(SPECIES, w[k * maps + m]);
      a0 = weight.fma(xa, a0);
      b0 = weight.fma(xb, b0);
      c0 = weight.fma(xc, c0);
      weight = FloatVector.broadcast(SPECIES, w[k * maps + m1]);
      a1 = weight.fma(xa, a1);
      b1 = weight.fma(xb, b1);
      c1 = weight.fma(xc, c1);
      weight = FloatVector.broadcast(SPECIES, w[k * maps + m2]);
      a2 = weight.fma(xa, a2);
      b2 = weight.fma(xb, b2);
      c2 = weight.fma(xc, c2);
      weight = FloatVector.broadcast(SPECIES, w[k * maps + m3]);
      a3 = weight.fma(xa, a3);
      b3 = weight.fma(xb, b3);
      c3 = weight.fma(xc, c3);
    }
    store(a0, b0, c0, out, m * step + p);
    store(a1, b1, c1, out, m1 * step + p);
    store(a2, b2, c2, out, m2 * step + p);
    store(a3, b3, c3, out, m3 * step + p);
  }

  private static void store(FloatVector a, FloatVector b, FloatVector c, float[] out, int at) {
    a.intoArray(out, at);
    b.intoArray(out, at + LANES);
    c.intoArray(out, at + 2 * LANES);
  }

  static void cells(float[] x, int[] at, float[] d, int places, int maps, float[] sums, int step) {
    int m = 0;
    for (; m + LANES < maps; m += 2 * LANES)
      for (int k = 0; k < at.length; k += TILE_CELLS) wide(x, at, k, d, places, m, sums, step);
    for (; m < maps; m += LANES)
      for (int k = 0; k < at.length; k += THIN_CELLS) thin(x, at, k, d, places, m, sums, step);
    for (m = 0; m < maps; m += LANES) {
      FloatVector sum = FloatVector.fromArray(SPECIES, sums, at.length * step + m);
      for (int p = 0; p < places; p++) sum = sum.add(FloatVector.fromArray(SPECIES, d, p * step + m));
      sum.intoArray(sums, at.length * step + m);
    }
  }

  /// Computes six cells at two vectors of maps.
  private static void wide(float[] x, int[] at, int k, float[] d, int places, int m, float[] sums, int step) {
    int last = at.length - 1;
    int k1 = Math.min(k + 1, last), k2 = Math.min(k + 2, last), k3 = Math.min(k + 3, last), k4 = Math.min(k + 4, last);
    int k5 = Math.min(k + 5, last);
    int x0 = at[k], x1 = at[k1], x2 = at[k2], x3 = at[k3], x4 = at[k4], x5 = at[k5];
    FloatVector l0 = FloatVector.fromArray(SPECIES, sums, k * step + m);
    FloatVector r0 = FloatVector.fromArray(SPECIES, sums, k * step + m + LANES);
    FloatVector l1 = FloatVector.fromArray(SPECIES, sums, k1 * step + m);
    FloatVector r1 = FloatVector.fromArray(SPECIES, sums, k1 * step + m + LANES);
    FloatVector l2 = FloatVector.fromArray(SPECIES, sums, k2 * step + m);
    FloatVector r2 = FloatVector.fromArray(SPECIES, sums, k2 * step + m + LANES);
    FloatVector l3 = FloatVector.fromArray(SPECIES, sums, k3 * step + m);
    FloatVector r3 = FloatVector.fromArray(SPECIES, sums, k3 * step + m + LANES);
    FloatVector l4 = FloatVector.fromArray(SPECIES, sums, k4 * step + m);
    FloatVector r4 = FloatVector.fromArray(SPECIES, sums, k4 * step + m + LANES);
    FloatVector l5 = FloatVector.fromArray(SPECIES, sums, k5 * step + m);
    FloatVector r5 = FloatVector.fromArray(SPECIES, sums, k5 * step + m + LANES);
    for (int p = 0; p < places; p++) {
      FloatVector left = FloatVector.fromArray(SPECIES, d, p * step + m);
      FloatVector right = FloatVector.fromArray(SPECIES, d, p * step + m + LANES);
      FloatVector value = FloatVector.broadcast(SPECIES, x[x0 + p]);
      l0 = value.fma(left, l0);
      r0 = value.fma(right, r0);
      value = FloatVector.broadcast(SPECIES, x[x1 + p]);
      l1 = value.fma(left, l1);
      r1 = value.fma(right, r1);
      value = FloatVector.broadcast(SPECIES, x[x2 + p]);
      l2 = value.fma(left, l2);
      r2 = value.fma(right, r2);
      value = FloatVector.broadcast(SPECIES, x[x3 + p]);
      l3 = value.fma(left, l3);
      r3 = value.fma(right, r3);
      value = FloatVector.broadcast(SPECIES, x[x4 + p]);
      l4 = value.fma(left, l4);
      r4 = value.fma(right, r4);
      value = FloatVector.broadcast(SPECIES, x[x5 + p]);
      l5 = value.fma(left, l5);
      r5 = value.fma(right, r5);
    }
    l0.intoArray(sums, k * step + m);
    r0.intoArray(sums, k * step + m + LANES);
    l1.intoArray(sums, k1 * step + m);
    r1.intoArray(sums, k1 * step + m + LANES);
    l2.intoArray(sums, k2 * step + m);
    r2.intoArray(sums, k2 * step + m + LANES);
    l3.intoArray(sums, k3 * step + m);
    r3.intoArray(sums, k3 * step + m + LANES);
    l4.intoArray(sums, k4 * step + m);
    r4.intoArray(sums, k4 * step + m + LANES);
    l5.intoArray(sums, k5 * step + m);
    r5.intoArray(sums, k5 * step + m + LANES);
  }

  /// Computes twelve cells at one vector of maps.
  private static void thin(float[] x, int[] at, int k, float[] d, int places, int m, float[] sums, int step) {
    int last = at.length - 1;
    int k1 = Math.min(k + 1, last), k2 = Math.min(k + 2, last), k3 = Math.min(k + 3, last), k4 = Math.min(k + 4, last);
    int k5 = Math.min(k + 5, last), k6 = Math.min(k + 6, last), k7 = Math.min(k + 7, last), k8 = Math.min(k + 8, last);
    int k9 = Math.min(k + 9, last), k10 = Math.min(k + 10, last), k11 = Math.min(k + 11, last);
    int x0 = at[k], x1 = at[k1], x2 = at[k2], x3 = at[k3], x4 = at[k4], x5 = at[k5], x6 = at[k6], x7 = at[k7];
    int x8 = at[k8], x9 = at[k9], x10 = at[k10], x11 = at[k11];
    FloatVector c0 = FloatVector.fromArray(SPECIES, sums, k * step + m);
    FloatVector c1 = FloatVector.fromArray(SPECIES, sums, k1 * step + m);
    FloatVector c2 = FloatVector.fromArray(SPECIES, sums, k2 * step + m);
    FloatVector c3 = FloatVector.fromArray(SPECIES, sums, k3 * step + m);
    FloatVector c4 = FloatVector.fromArray(SPECIES, sums, k4 * step + m);
    FloatVector c5 = FloatVector.fromArray(SPECIES, sums, k5 * step + m);
    FloatVector c6 = FloatVector.fromArray(SPECIES, sums, k6 * step + m);
    FloatVector c7 = FloatVector.fromArray(SPECIES, sums, k7 * step + m);
    FloatVector c8 = FloatVector.fromArray(SPECIES, sums, k8 * step + m);
    FloatVector c9 = FloatVector.fromArray(SPECIES, sums, k9 * step + m);
    FloatVector c10 = FloatVector.fromArray(SPECIES, sums, k10 * step + m);
    FloatVector c11 = FloatVector.fromArray(SPECIES, sums, k11 * step + m);
    for (int p = 0; p < places; p++) {
      FloatVector y = FloatVector.fromArray(SPECIES, d, p * step + m);
      c0 = FloatVector.broadcast(SPECIES, x[x0 + p]).fma(y, c0);
      c1 = FloatVector.broadcast(SPECIES, x[x1 + p]).fma(y, c1);
      c2 = FloatVector.broadcast(SPECIES, x[x2 + p]).fma(y, c2);
      c3 = FloatVector.broadcast(SPECIES, x[x3 + p]).fma(y, c3);
      c4 = FloatVector.broadcast(SPECIES, x[x4 + p]).fma(y, c4);
      c5 = FloatVector.broadcast(SPECIES, x[x5 + p]).fma(y, c5);
      c6 = FloatVector.broadcast(SPECIES, x[x6 + p]).fma(y, c6);
      c7 = FloatVector.broadcast(SPECIES, x[x7 + p]).fma(y, c7);
      c8 = FloatVector.broadcast(SPECIES, x[x8 + p]).fma(y, c8);
      c9 = FloatVector.broadcast(SPECIES, x[x9 + p]).fma(y, c9);
      c10 = FloatVector.broadcast(SPECIES, x[x10 + p]).fma(y, c10);
      c11 = FloatVector.broadcast(SPECIES, x[x11 + p]).fma(y, c11);
    }
    c0.intoArray(sums, k * step + m);
    c1.intoArray(sums, k1 * step + m);
    c2.intoArray(sums, k2 * step + m);
    c3.intoArray(sums, k3 * step + m);
    c4.intoArray(sums, k4 * step + m);
    c5.intoArray(sums, k5 * step + m);
    c6.intoArray(sums, k6 * step + m);
    c7.intoArray(sums, k7 * step + m);
    c8.intoArray(sums, k8 * step + m);
    c9.intoArray(sums, k9 * step + m);
    c10.intoArray(sums, k10 * step + m);
    c11.intoArray(sums, k11 * step + m);
  }
}
