package dropoutlab.math;

/// The inner loops of optimisers, over the first `n` elements of arrays of equal length: `w` holds the weights, `g` the
/// gradients (not modified), the other arrays the state of the rule.
///
/// A state that decays never reaches 0 by itself: below 2^-126 it becomes a subnormal number, which many processors
/// handle a hundred times more slowly. A state below 2^-120 in size is therefore set to 0; weights are left as they
/// are.
public final class Updates {
  static final float LEAST = 0x1p-120f;

  private Updates() {}

  /// v ← μ v + g, w ← w - η v.
  public static void momentum(float[] w, float[] g, float[] v, int n, float rate, float mu) {
    int done = Vectors.USED ? VectorUpdates.momentum(w, g, v, n, rate, mu) : 0;
    for (int i = done; i < n; i++) {
      v[i] = settled(mu * v[i] + g[i]);
      w[i] -= rate * v[i];
    }
  }

  /// The constants of one update of Adam.
  ///
  /// @param rest1      1 - β₁, computed in double precision
  /// @param rest2      1 - β₂, computed in double precision
  /// @param step       η / (1 - β₁ᵗ)
  /// @param correction 1 / √(1 - β₂ᵗ)
  public record Adam(float beta1, float rest1, float beta2, float rest2, float step, float correction, float epsilon) {}

  /// m ← β₁ m + (1-β₁) g, s ← β₂ s + (1-β₂) g², w ← w - step m / (√s correction + ε).
  public static void adam(float[] w, float[] g, float[] m, float[] s, int n, Adam by) {
    int done = Vectors.USED ? VectorUpdates.adam(w, g, m, s, n, by) : 0;
    for (int i = done; i < n; i++) {
      m[i] = settled(by.beta1 * m[i] + by.rest1 * g[i]);
      s[i] = settled(by.beta2 * s[i] + by.rest2 * g[i] * g[i]);
      w[i] -= by.step * m[i] / ((float) Math.sqrt(s[i]) * by.correction + by.epsilon);
    }
  }

  private static float settled(float memory) { return Math.abs(memory) < LEAST ? 0 : memory; }
}
