package dropoutlab.theory;

/// The rule behind the two moons: class 0 is (cos t, sin t) and class 1 is (1 - cos t, 1/2 - sin t) with t uniform in
/// [0, π], and normal noise on both coordinates. What a label is at a place is therefore known: Bayes' rule weighs the
/// densities of both classes there.
public final class NoisyMoons {
  private static final int STEPS = 400;

  private final double noise;

  /// @param noise the standard deviation of the noise, greater than 0
  public NoisyMoons(double noise) { this.noise = noise; }

  /// Returns the probability of class 1 at a place, in the units of the set.
  public double second(double x, double y) {
    double nearest = Math.min(nearest(x, y), nearest(1 - x, 0.5 - y));
    double first = density(x, y, nearest), second = density(1 - x, 0.5 - y, nearest);
    return second / (first + second);
  }

  private static double nearest(double x, double y) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i <= STEPS; i++) least = Math.min(least, square(x, y, i));
    return least;
  }

  /// Returns the density of the upper moon up to a factor, which keeps the largest term of both classes near 1.
  private double density(double x, double y, double nearest) {
    double sum = 0;
    for (int i = 0; i <= STEPS; i++) {
      double weight = i == 0 || i == STEPS ? 0.5 : 1;
      sum += weight * StrictMath.exp((nearest - square(x, y, i)) / (2 * noise * noise));
    }
    return sum;
  }

  private static double square(double x, double y, int step) {
    double t = Math.PI * step / STEPS, dx = x - StrictMath.cos(t), dy = y - StrictMath.sin(t);
    return dx * dx + dy * dy;
  }
}
