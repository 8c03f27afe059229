package dropoutlab.math;

/// Elementary functions in single precision, made of IEEE basic operations and fma only, so that every machine computes
/// the same bits. Errors are at most 3 units in the last place; NaN stays NaN, and the values at the limits are exact.
///
/// The argument reductions follow Cody and Waite (1980). The polynomials are minimax fits of the relative error (Remez
/// exchange at 40 digits, then rounded to float); [#log] and [#log1p] use the series of the inverse hyperbolic tangent.
public final class Elementary {
  static final float LOG2_E = 0x1.715476p0f;
  /// ln 2 in two parts: the first has 15 bits, so that its product with a binary exponent is exact.
  static final float LN2_HIGH = 0x1.62e4p-1f;
  static final float LN2_LOW = 1.4286068e-6f;
  static final double LN2 = 0x1.62e42fefa39efp-1;
  static final double SQRT_2 = 0x1.6a09e667f3bcdp0;
  /// Adding and then subtracting this number rounds a small number to an integer.
  static final float ROUNDER = 0x1.8p23f;

  private Elementary() {}

  /// Returns e^x: infinity from 88.73 on, subnormal below -87.33, zero below -103.98.
  ///
  /// x = k ln 2 + r with |r| at most ln 2 / 2. The power of two is applied in two halves, so that a subnormal result is
  /// rounded only once. The bounds are tested by comparison, because Math.min and Math.max would cost twice as much as
  /// the rest of the function.
  public static float exp(float x) {
    float bounded = x < -110 ? -110 : x > 100 ? 100 : x;
    float k = Math.fma(bounded, LOG2_E, ROUNDER) - ROUNDER;
    float r = Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, bounded));
    float p = Math.fma(0.0013814564f, r, 0.008368736f);
    p = Math.fma(p, r, 0.04166839f);
    p = Math.fma(p, r, 0.16666521f);
    p = Math.fma(p, r, 0.49999994f);
    p = Math.fma(p * r, r, r) + 1;
    int exponent = (int) k;
    int half = exponent >> 1;
    return p * powerOfTwo(half) * powerOfTwo(exponent - half);
  }

  /// Replaces every value of `x` by e^x. Computes the bits of [#exp], a vector at a time.
  public static void exp(Tensor x) {
    float[] values = x.data();
    int done = Vectors.USED ? VectorExp.replace(values, x.size()) : 0;
    for (int i = done; i < x.size(); i++) values[i] = exp(values[i]);
  }

  private static float powerOfTwo(int exponent) { return Float.intBitsToFloat(exponent + 127 << 23); }

  /// Returns the natural logarithm: NaN below zero, -infinity at zero.
  public static float log(float x) {
    if (x == 0) return Float.NEGATIVE_INFINITY;
    return x > 0 && x < Float.POSITIVE_INFINITY ? (float) logOf(x) : x < 0 ? Float.NaN : x;
  }

  /// Returns log(1 + x), which is accurate near zero too: NaN below -1, -infinity at -1.
  public static float log1p(float x) {
    if (Math.abs(x) < 0.25f) return x == 0 ? x : (float) (2 * atanh(x / (2.0 + x)));
    if (x == -1) return Float.NEGATIVE_INFINITY;
    return x > -1 && x < Float.POSITIVE_INFINITY ? (float) logOf(1.0 + x) : x < -1 ? Float.NaN : x;
  }

  /// Returns the contribution of a probability to an entropy, -q ln q, to 13 digits, and 0 for q = 0. `q` is 0 or at
  /// least 2^-1022.
  public static double entropyTerm(double q) { return q > 0 ? -q * logOf(q) : 0; }

  /// Overwrites `to` with [#entropyTerm] of every value of `q`, bit for bit, a vector at a time.
  public static void entropyTerms(Tensor q, double[] to) {
    int done = Vectors.USED ? VectorLog.entropyTerms(q.data(), to, q.size()) : 0;
    for (int i = done; i < q.size(); i++) to[i] = entropyTerm(q.data()[i]);
  }

  /// Returns the natural logarithm in double precision, to 13 digits; for arguments that are not positive normal
  /// numbers, to the last digit.
  public static double log(double x) {
    return x >= Double.MIN_NORMAL && x < Double.POSITIVE_INFINITY ? logOf(x) : StrictMath.log(x);
  }

  /// Computes log(m 2^e) = e ln 2 + 2 artanh((m - 1) / (m + 1)), with m from sqrt(1/2) to sqrt(2), for a positive
  /// normal `x`.
  private static double logOf(double x) {
    long bits = Double.doubleToRawLongBits(x);
    int e = (int) (bits >>> 52) - 1023;
    double m = Double.longBitsToDouble(bits & 0xF_FFFF_FFFF_FFFFL | 0x3FF0_0000_0000_0000L);
    if (m > SQRT_2) {
      m *= 0.5;
      e++;
    }
    return Math.fma(e, LN2, 2 * atanh((m - 1) / (m + 1)));
  }

  /// Sums the series s + s³/3 + s⁵/5 + ... up to s¹⁵, for |s| at most 0.172.
  private static double atanh(double s) {
    double u = s * s;
    double p = Math.fma(u, 1.0 / 15, 1.0 / 13);
    p = Math.fma(u, p, 1.0 / 11);
    p = Math.fma(u, p, 1.0 / 9);
    p = Math.fma(u, p, 1.0 / 7);
    p = Math.fma(u, p, 1.0 / 5);
    p = Math.fma(u, p, 1.0 / 3);
    return Math.fma(s * u, p, s);
  }

  /// Returns the hyperbolic tangent: an odd polynomial up to 0.625, and 1 - 2 / (e^2|x| + 1) beyond.
  public static float tanh(float x) {
    float size = Math.abs(x);
    if (size >= 0.625f) return Math.copySign(1 - 2 / (exp(2 * size) + 1), x);
    float u = x * x;
    float p = Math.fma(0.002142964f, u, -0.008177401f);
    p = Math.fma(p, u, 0.021700704f);
    p = Math.fma(p, u, -0.053946763f);
    p = Math.fma(p, u, 0.13333206f);
    p = Math.fma(p, u, -0.3333333f);
    return Math.copySign(Math.fma(x * u, p, x), x);
  }

  /// Returns 1 / (1 + e^-x) without an infinite intermediate result.
  public static float sigmoid(float x) {
    float e = exp(-Math.abs(x));
    return (x >= 0 ? 1 : e) / (1 + e);
  }

  /// Replaces `count` values from index `from` on by their hyperbolic tangent. Computes the bits of [#tanh(float)], a
  /// vector at a time.
  public static void tanh(float[] x, int from, int count) {
    int done = Vectors.USED ? VectorElementary.tanh(x, from, count) : 0;
    for (int i = from + done; i < from + count; i++) x[i] = tanh(x[i]);
  }

  /// Returns log(1 + e^x), computed as max(x, 0) + log(1 + e^-|x|).
  public static float softplus(float x) { return Math.max(x, 0) + log1p(exp(-Math.abs(x))); }

  /// Returns the error function: an odd polynomial up to 1, and 1 - e^-x² P(1 / (1 + x/2)) beyond, which is the form of
  /// Abramowitz and Stegun (1964), 7.1.26, with coefficients fitted anew.
  public static float erf(float x) {
    float size = Math.abs(x);
    if (size >= 1) return Math.copySign(1 - erfcBeyondOne(Math.min(size, 4)), x);
    float u = x * x;
    float p = Math.fma(7.853861e-5f, u, -8.0101937e-4f);
    p = Math.fma(p, u, 0.0051883277f);
    p = Math.fma(p, u, -0.026853813f);
    p = Math.fma(p, u, 0.112835854f);
    p = Math.fma(p, u, -0.37612626f);
    p = Math.fma(p, u, 0.12837917f);
    return Math.fma(x, p, x);
  }

  private static float erfcBeyondOne(float size) {
    float t = 1 / (1 + 0.5f * size);
    float p = Math.fma(-0.23073459f, t, 0.63648343f);
    p = Math.fma(p, t, -0.06423094f);
    p = Math.fma(p, t, 0.39666831f);
    p = Math.fma(p, t, 0.25973943f);
    p = Math.fma(p, t, 0.001817993f);
    return exp(-size * size) * p;
  }
}
