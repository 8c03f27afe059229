package dropoutlab.math;

import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// [Lstm] on the Vector API; lanes are units. Each method processes the whole vectors of units and returns how many
/// units it processed.
final class VectorLstm {
  private static final VectorSpecies<Float> SPECIES = Lanes.FLOATS;

  private VectorLstm() {}

  static int forward(float[] a, int gateAt, float[] m, int maskAt, int maskStep, float[] c, float[] t, float[] h, int at,
      int rows, int units) {
    int bound = SPECIES.loopBound(units);
    for (int b = 0; b < rows; b++)
      for (int j = 0, mask = maskAt + b * maskStep; j < bound; j += SPECIES.length()) {
        int i = gateAt + 4 * b * units + j, f = i + units, g = f + units, o = g + units;
        int old = at + b * units + j, now = old + rows * units;
        FloatVector candidate = fromArray(SPECIES, m, mask + j).mul(fromArray(SPECIES, a, g));
        FloatVector kept = fromArray(SPECIES, a, f).mul(fromArray(SPECIES, c, old));
        FloatVector cell = kept.add(fromArray(SPECIES, a, i).mul(candidate));
        cell.intoArray(c, now);
        FloatVector tanh = VectorElementary.tanh(cell);
        tanh.intoArray(t, old);
        fromArray(SPECIES, a, o).mul(tanh).intoArray(h, now);
      }
    return bound;
  }

  static int backward(float[] a, float[] da, int gateAt, float[] m, int maskAt, int maskStep, float[] c, float[] t, int at,
      float[] dh, float[] dc, int rows, int units) {
    int bound = SPECIES.loopBound(units);
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    for (int b = 0; b < rows; b++)
      for (int j = 0, mask = maskAt + b * maskStep; j < bound; j += SPECIES.length()) {
        int i = gateAt + 4 * b * units + j, f = i + units, g = f + units, o = g + units, n = b * units + j;
        FloatVector in = fromArray(SPECIES, a, i), forget = fromArray(SPECIES, a, f);
        FloatVector candidate = fromArray(SPECIES, a, g), out = fromArray(SPECIES, a, o);
        FloatVector tanh = fromArray(SPECIES, t, at + n), dState = fromArray(SPECIES, dh, n);
        FloatVector d = fromArray(SPECIES, dc, n).add(dState.mul(out).mul(one.sub(tanh.mul(tanh))));
        FloatVector dm = d.mul(fromArray(SPECIES, m, mask + j));
        dm.mul(candidate).mul(in).mul(one.sub(in)).intoArray(da, i);
        d.mul(fromArray(SPECIES, c, at + n)).mul(forget).mul(one.sub(forget)).intoArray(da, f);
        dm.mul(in).mul(one.sub(candidate.mul(candidate))).intoArray(da, g);
        dState.mul(tanh).mul(out).mul(one.sub(out)).intoArray(da, o);
        d.mul(forget).intoArray(dc, n);
        FloatVector.zero(SPECIES).intoArray(dh, n);
      }
    return bound;
  }
}
