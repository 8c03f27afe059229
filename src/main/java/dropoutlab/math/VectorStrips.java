package dropoutlab.math;

import static dropoutlab.math.ThinnedWeights.STRIP;
import static dropoutlab.math.ThinnedWeights.WIDTH;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// [ThinnedWeights] and [Kept] on the Vector API. Lanes are examples; nothing is summed across lanes, and so the result
/// does not depend on the width of the vectors.
final class VectorStrips {
  /// The species of which two vectors, even of the widest kind, fill a block.
  private static final VectorSpecies<Float> SPECIES = Lanes.FLOATS;
  private static final int LANES = SPECIES.length();

  private VectorStrips() {}

  /// to = factor from, for the whole vectors among `n` values from the two indices on. Returns how many values it
  /// computed.
  static int multiply(float[] from, int at, float factor, float[] to, int toAt, int n) {
    int bound = SPECIES.loopBound(n);
    for (int i = 0; i < bound; i += LANES)
      FloatVector.fromArray(SPECIES, from, at + i).mul(factor).intoArray(to, toAt + i);
    return bound;
  }

  /// Computes all strips of a product.
  static void multiply(float[] weights, float[] biases, int depth, int strips, float[] x, float[] out) {
    for (int i = 0; i < WIDTH; i += 2 * LANES)
      for (int s = 0; s < strips; s++) tile(weights, s * STRIP * depth, biases, s * STRIP, depth, x, out, i);
  }

  /// Computes the units of the strip at `unit` for the examples from `column` on. The sums are written out one by one
  /// because C2 keeps vectors in registers only if they are local variables.
  private static void tile(float[] weights, int from, float[] biases, int unit, int depth, float[] x, float[] out,
      int column) {
    FloatVector l0 = FloatVector.zero(SPECIES), r0 = l0, l1 = l0, r1 = l0, l2 = l0, r2 = l0, l3 = l0, r3 = l0;
    int w = from, at = column;
    for (int k = 0; k < depth; k++) {
      FloatVector l = FloatVector.fromArray(SPECIES, x, at);
      FloatVector r = FloatVector.fromArray(SPECIES, x, at + LANES);
      FloatVector weight = FloatVector.broadcast(SPECIES, weights[w]);
      l0 = weight.fma(l, l0);
      r0 = weight.fma(r, r0);
      weight = FloatVector.broadcast(SPECIES, weights[w + 1]);
      l1 = weight.fma(l, l1);
      r1 = weight.fma(r, r1);
      weight = FloatVector.broadcast(SPECIES, weights[w + 2]);
      l2 = weight.fma(l, l2);
      r2 = weight.fma(r, r2);
      weight = FloatVector.broadcast(SPECIES, weights[w + 3]);
      l3 = weight.fma(l, l3);
      r3 = weight.fma(r, r3);
      w += STRIP;
      at += WIDTH;
    }
    int to = unit * WIDTH + column;
    add(l0, r0, biases[unit], out, to);
    add(l1, r1, biases[unit + 1], out, to + WIDTH);
    add(l2, r2, biases[unit + 2], out, to + 2 * WIDTH);
    add(l3, r3, biases[unit + 3], out, to + 3 * WIDTH);
  }

  private static void add(FloatVector left, FloatVector right, float bias, float[] out, int at) {
    left.add(bias).intoArray(out, at);
    right.add(bias).intoArray(out, at + LANES);
  }
}
