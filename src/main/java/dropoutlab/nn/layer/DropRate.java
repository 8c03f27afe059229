package dropoutlab.nn.layer;

/// A drop rate in force: the rate that was set, in [0, 1), times the factor of a schedule. A layer shares it with its
/// copies for inference, because some methods need p there.
public final class DropRate {
  private double set;
  private double factor = 1;

  public DropRate(double p) { set(p); }

  /// Returns the rate in force.
  public double p() { return factor * set; }

  /// Sets the rate and leaves the factor as it is. Throws an [IllegalArgumentException] for a rate outside [0, 1).
  public void set(double p) {
    if (!(p >= 0 && p < 1)) throw new IllegalArgumentException("A drop rate must be in [0, 1), but is " + p);
    set = p;
  }

  /// @param factor in [0, 1]
  public void scale(double factor) {
    if (!(factor >= 0 && factor <= 1))
      throw new IllegalArgumentException("The factor on a drop rate must be in [0, 1], but is " + factor);
    this.factor = factor;
  }
}
