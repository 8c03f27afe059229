package dropoutlab.predict;

/// Shannon entropy in nats.
final class Entropy {
  private Entropy() {}

  /// -q ln q, and 0 at q = 0.
  static double term(double q) {
    return q > 0 ? -q * StrictMath.log(q) : 0;
  }
}
