package dropoutlab.math;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The logarithm of [Elementary] on whole vectors. The same operations in the same order in every lane give the same
/// bits.
final class VectorLog {
  private static final VectorSpecies<Double> DOUBLES = Lanes.DOUBLES;
  private static final VectorSpecies<Float> FLOATS = Lanes.HALF_FLOATS;
  private static final long FRACTION = 0xF_FFFF_FFFF_FFFFL;
  private static final long ONE = 0x3FF0_0000_0000_0000L;
  /// The bits of 2^52, whose fraction holds an integer unchanged.
  private static final long INTEGER = 0x4330_0000_0000_0000L;

  private VectorLog() {}

  /// Computes -q ln q for those of the first `count` values that fill whole vectors. Returns how many values it
  /// computed.
  static int entropyTerms(float[] q, double[] to, int count) {
    int end = DOUBLES.loopBound(count);
    for (int i = 0; i < end; i += DOUBLES.length()) {
      DoubleVector x =
          (DoubleVector) FloatVector.fromArray(FLOATS, q, i).convertShape(VectorOperators.F2D, DOUBLES, 0);
      VectorMask<Double> positive = x.compare(VectorOperators.GT, 0);
      all(0).blend(x.neg().mul(log(x)), positive).intoArray(to, i);
    }
    return end;
  }

  private static DoubleVector log(DoubleVector x) {
    LongVector bits = x.reinterpretAsLongs();
    DoubleVector m = bits.and(FRACTION).or(ONE).reinterpretAsDoubles();
    DoubleVector e = bits.lanewise(VectorOperators.LSHR, 52).or(INTEGER).reinterpretAsDoubles().sub(0x1p52 + 1023);
    VectorMask<Double> large = m.compare(VectorOperators.GT, Elementary.SQRT_2);
    m = m.blend(m.mul(0.5), large);
    e = e.blend(e.add(1), large);
    return e.fma(all(Elementary.LN2), atanh(m.sub(1).div(m.add(1))).mul(2));
  }

  private static DoubleVector atanh(DoubleVector s) {
    DoubleVector u = s.mul(s);
    DoubleVector p = u.fma(all(1.0 / 15), all(1.0 / 13));
    p = u.fma(p, all(1.0 / 11));
    p = u.fma(p, all(1.0 / 9));
    p = u.fma(p, all(1.0 / 7));
    p = u.fma(p, all(1.0 / 5));
    p = u.fma(p, all(1.0 / 3));
    return s.mul(u).fma(p, s);
  }

  private static DoubleVector all(double value) { return DoubleVector.broadcast(DOUBLES, value); }
}
