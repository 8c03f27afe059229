package dropoutlab.nn.dropout;

/// A drop rate p in [0, 1). A layer and its copies for inference hold one together, since some methods need p there.
final class DropRate {
  private double p;

  DropRate(double p) { set(p); }

  double p() { return p; }

  void set(double p) {
    if (!(p >= 0 && p < 1)) throw new IllegalArgumentException("A drop rate must be in [0, 1), but is " + p);
    this.p = p;
  }
}
