package dropoutlab.theory;

/// Noise that sets a unit to one value with probability p, and else maps it by a straight line. It knows the moments of
/// what comes out by those of what goes in.
public sealed interface UnitNoise permits AlphaNoise, PlainNoise {
  double p();

  /// What a kept unit is multiplied by.
  double scale();

  /// What is then added to it.
  double shift();

  /// The value of a dropped unit.
  double dropped();

  /// Returns the mean for units of this mean.
  default double mean(double mean) { return (1 - p()) * (scale() * mean + shift()) + p() * dropped(); }

  /// Returns the mean square for units of this mean and mean square.
  default double square(double mean, double square) {
    double kept = scale() * scale() * square + 2 * scale() * shift() * mean + shift() * shift();
    return (1 - p()) * kept + p() * dropped() * dropped();
  }

  /// Returns the mean fourth power.
  ///
  /// @param powers the means of x, x², x³ and x⁴
  default double fourth(double... powers) {
    double s = scale(), t = shift();
    double kept = s * s * s * s * powers[3] + 4 * s * s * s * t * powers[2] + 6 * s * s * t * t * powers[1]
        + 4 * s * t * t * t * powers[0] + t * t * t * t;
    return (1 - p()) * kept + p() * StrictMath.pow(dropped(), 4);
  }

  /// Returns the variance for standard normal units.
  default double variance() { return square(0, 1) - mean(0) * mean(0); }

  /// Returns the standard error of the mean square of n standard normal units behind the noise.
  default double squareError(double n) {
    double square = square(0, 1);
    return Math.sqrt((fourth(0, 1, 0, 3) - square * square) / n);
  }
}
