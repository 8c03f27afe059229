package dropoutlab.nn.layer;

/// A drop rate in force: what is set, in [0, 1), times the factor that a schedule puts on it. A layer and its copies
/// for inference hold one together, since some methods need p there.
public final class DropRate {
  private double set;
  private double factor = 1;

  public DropRate(double p) { set(p); }

  /// The rate in force.
  public double p() { return factor * set; }

  /// Changes what is set; the factor stays.
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
