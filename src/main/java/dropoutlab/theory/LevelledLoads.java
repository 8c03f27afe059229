package dropoutlab.theory;

import java.util.Arrays;
import java.util.stream.IntStream;

/// What dropout with rate p leaves of a matrix M that a linear network with one hidden layer of r units learns: the
/// minimum of ‖M - U Vᵀ‖² + λ Σ_i ‖u_i‖² ‖v_i‖², λ = p/(1-p), which is the mean loss over all masks of the hidden layer
/// (Mianjy, Arora and Vidal, ICML 2018).
///
/// All units carry the same load ‖u_i‖ ‖v_i‖ = Σ s* / r, and the singular values s of M fall to s* = max(s - t, 0),
/// with t = λ / (r + ρ λ) Σ_{i≤ρ} s_i, where ρ is how many stand above t. With fewer units than singular values the
/// smallest ones are lost whatever p is.
public final class LevelledLoads {
  private final double[] s;
  private final int units;
  private final double lambda;
  /// The indices of s from the largest on.
  private final int[] order;
  private final int above;
  private final double level;

  /// @param s     singular values above 0, in any order
  /// @param units r
  public LevelledLoads(double[] s, int units, double p) {
    if (!(p >= 0 && p < 1)) throw new IllegalArgumentException("p must be in [0, 1), but is " + p + ".");
    this.s = s.clone();
    this.units = units;
    lambda = p / (1 - p);
    order = IntStream.range(0, s.length).boxed().sorted((a, b) -> Double.compare(s[b], s[a])).mapToInt(i -> i)
        .toArray();
    int rho = 0;
    for (int j = 1; j <= Math.min(units, s.length); j++) if (s[order[j - 1]] > level(j)) rho = j;
    above = rho;
    level = level(rho);
  }

  /// The level if the j largest stood above it.
  private double level(int j) { return lambda / (units + j * lambda) * sumOfLargest(j); }

  private double sumOfLargest(int j) {
    double sum = 0;
    for (int i = 0; i < j; i++) sum += s[order[i]];
    return sum;
  }

  /// t, below which directions are drowned.
  public double level() { return level; }

  /// ρ, how many directions stand above the level.
  public int above() { return above; }

  /// The place of each singular value among all, 0 for the largest.
  public int rank(int i) { return IntStream.range(0, order.length).filter(k -> order[k] == i).findFirst()
      .orElseThrow(); }

  /// s*, in the order of s.
  public double[] left() {
    double[] left = new double[s.length];
    for (int k = 0; k < above; k++) left[order[k]] = s[order[k]] - level;
    return left;
  }

  /// The load of every unit.
  public double load() { return Arrays.stream(left()).sum() / units; }

  /// The least loss, penalty included.
  public double loss() {
    double[] left = left();
    double loss = lambda * units * load() * load();
    for (int i = 0; i < s.length; i++) loss += (s[i] - left[i]) * (s[i] - left[i]);
    return loss;
  }

  /// The loss of weights that are all 0.
  public double untrained() { return Arrays.stream(s).map(each -> each * each).sum(); }

  /// The p from which singular value i is 0; 1 for the largest, which never is, and 0 for one without a unit.
  ///
  /// At that p it is as high as the level of those above it: λ = r s_j / (Σ_{i≤j} s_i - j s_j).
  public double drownsAt(int i) {
    int j = rank(i) + 1;
    if (j > units) return 0;
    double room = sumOfLargest(j) - j * s[i];
    if (room <= 0) return 1;
    double at = units * s[i] / room;
    return at / (1 + at);
  }
}
