package dropoutlab.math;

import org.apache.commons.math3.special.Erf;

/// Elementary functions in single precision that give the same bits on every machine.
public final class Elementary {
  private Elementary() {}

  public static float exp(float x) { return (float) StrictMath.exp(x); }

  public static float log(float x) { return (float) StrictMath.log(x); }

  public static float log1p(float x) { return (float) StrictMath.log1p(x); }

  public static float tanh(float x) { return (float) StrictMath.tanh(x); }

  /// 1 / (1 + e^-x).
  public static float sigmoid(float x) { return (float) (1 / (1 + StrictMath.exp(-(double) x))); }

  public static float erf(float x) { return Float.isNaN(x) ? x : (float) Erf.erf(x); }

  /// log(1 + e^x).
  public static float softplus(float x) {
    return (float) (Math.max(x, 0.0) + StrictMath.log1p(StrictMath.exp(-Math.abs((double) x))));
  }
}
