package dropoutlab.claim;

import dropoutlab.frame.bench.Tolerance;

/// How far single precision may take the engine's result from the exact one: bounds that add up the rounding of every
/// operation (Higham 2002, "Accuracy and Stability of Numerical Algorithms", chapter 3). They are never too small, and
/// often several times too large.
public final class SinglePrecision {
  /// The relative error of one rounding, 2⁻²⁴.
  public static final double UNIT = 0x1p-24;
  /// What is less is nothing, in every table.
  private static final double LEAST = 1e-9;
  /// A term `m x w` is rounded five times, since each of its numbers is, before the terms are added.
  private static final int OF_A_TERM = 5;
  /// The error of the engine's elementary functions is at most 3 units in the last place, each of two roundings.
  private static final int OF_A_FUNCTION = 6;

  private SinglePrecision() {}

  /// Bounds the error of a sum of `m x w` over some units.
  ///
  /// @param size the sum of the terms' absolute values
  public static double ofSum(int units, double size) { return (units + OF_A_TERM) * UNIT * size; }

  /// Bounds what an elementary function of this value adds.
  public static double ofFunction(double value) { return OF_A_FUNCTION * UNIT * Math.abs(value); }

  /// Returns a bound as a tolerance, rounded up to one digit.
  public static double tolerance(double bound) {
    double held = Math.max(bound, LEAST), decade = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(held)));
    return decade * Math.ceil(held / decade - 1e-9);
  }

  /// Returns the tolerance of a difference that is claimed. Where the settings leave none, both sides must be equal.
  public static Tolerance difference(double exact, double most) {
    return Math.abs(exact) > most ? new Tolerance.Differs(most) : new Tolerance.Rounding(most);
  }

  /// Returns the tolerance of a sampled value; where sampling adds less than rounding, that of rounding.
  public static Tolerance sampled(double se, double bound) {
    return Tolerance.Noise.SES * se > bound ? new Tolerance.Noise(se) : new Tolerance.Rounding(tolerance(bound));
  }
}
