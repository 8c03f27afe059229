package dropoutlab.theory;

/// The number of successes in independent trials with probabilities of their own: of the blocks of a residual network
/// that stochastic depth keeps, its effective depth (Huang et al. 2016, section 3).
public final class PoissonBinomial {
  private final double[] probabilities;
  private double mean;
  private double variance;

  /// @param chances the probability of each trial, not modified
  public PoissonBinomial(double... chances) {
    probabilities = new double[chances.length + 1];
    probabilities[0] = 1;
    for (int trial = 0; trial < chances.length; trial++) add(chances[trial], trial);
  }

  /// Adds one trial to the distribution of `before` trials.
  private void add(double chance, int before) {
    if (!(chance >= 0 && chance <= 1))
      throw new IllegalArgumentException("A probability must be in [0, 1], but is " + chance + ".");
    for (int k = before + 1; k > 0; k--)
      probabilities[k] = (1 - chance) * probabilities[k] + chance * probabilities[k - 1];
    probabilities[0] *= 1 - chance;
    mean += chance;
    variance += chance * (1 - chance);
  }

  /// Returns the probability of `count` successes.
  public double probability(int count) { return probabilities[count]; }

  public int trials() { return probabilities.length - 1; }

  public double mean() { return mean; }

  public double variance() { return variance; }
}
