package dropoutlab.math;

/// The inner loops of optimisers, over the first `n` elements of arrays that are alike: `w` are the weights, `g` the
/// gradients (not modified), the others what the rule remembers.
///
/// A memory that decays never reaches 0 by itself: below 2^-126 it stays in the subnormal numbers, which many
/// processors handle a hundred times more slowly. So a memory below 2^-120 in size becomes 0; weights are left alone.
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
  /// @param rest1      1 - β₁, which is not worked out in single precision
  /// @param rest2      1 - β₂
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
