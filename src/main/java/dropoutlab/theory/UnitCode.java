package dropoutlab.theory;

import org.apache.commons.math3.util.CombinatoricsUtils;

/// How n units of +1 or -1 tell bits, and how much of these passes a layer that drops each unit with probability p.
/// What is dropped is seen to be missing, so each unit is an erasure channel (Cover and Thomas 2006, section 7.1.5):
///
/// | code | what is told | bits that pass |
/// |---|---|---|
/// | copy | one bit, by all units alike | 1 - pⁿ |
/// | parity | one bit, by the product of all units | (1 - p)ⁿ |
/// | own | a bit a unit | 1 - p of each |
///
/// The plug-in estimate takes the shares among N samples for the probabilities. Its mean is known too, because the
/// count of each pair of a message and an outcome is binomial when every message is sent equally often.
public enum UnitCode {
  COPY, PARITY, OWN;

  /// The bits that pass; of [#OWN] those of one unit.
  public double bits(double p, int n) {
    return switch (this) {
      case COPY -> 1 - StrictMath.pow(p, n);
      case PARITY -> StrictMath.pow(1 - p, n);
      case OWN -> 1 - p;
    };
  }

  /// The standard deviation of what a single mask lets through.
  public double sd(double p, int n) {
    double bits = bits(p, n);
    return Math.sqrt(bits * (1 - bits) / (this == OWN ? n : 1));
  }

  /// How many messages there are.
  public int messages(int n) { return this == OWN ? 1 << n : 2; }

  /// The mean of the plug-in estimate from as many samples as `entropy` has; each setting of the units has equally
  /// many.
  public double plugIn(double p, int n, PlugInEntropy entropy) {
    if (entropy.samples() % (1 << n) != 0)
      throw new IllegalArgumentException(entropy.samples() + " samples of " + n + " units");
    double bits = StrictMath.log(messages(n)) / StrictMath.log(2);
    for (int kept = 0; kept <= n; kept++) {
      double mask = StrictMath.pow(1 - p, kept) * StrictMath.pow(p, n - kept);
      double masks = CombinatoricsUtils.binomialCoefficientDouble(n, kept);
      bits += masks * (outcomes(entropy, mask, kept) - pairs(entropy, mask, kept, n));
    }
    return this == OWN ? bits / n : bits;
  }

  /// The entropy of the outcomes that one mask of so many kept units gives.
  private double outcomes(PlugInEntropy entropy, double mask, int kept) {
    int signs = this == COPY ? Math.min(2, 1 << kept) : 1 << kept;
    return signs * entropy.mean(entropy.samples() / signs, mask);
  }

  /// The same of messages and outcomes together.
  private double pairs(PlugInEntropy entropy, double mask, int kept, int n) {
    int pairs = switch (this) {
      case COPY -> 2;
      case PARITY -> kept == n ? 1 << n : 2 << kept;
      case OWN -> 1 << n;
    };
    return pairs * entropy.mean(entropy.samples() / pairs, mask);
  }
}
