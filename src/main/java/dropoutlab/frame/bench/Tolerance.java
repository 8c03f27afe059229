package dropoutlab.frame.bench;

/// How far apart the two sides of a comparison may be.
public sealed interface Tolerance {
  /// The engine's number is the exact one, rounded to single precision.
  record SameBits() implements Tolerance {}

  /// Both differ by rounding alone.
  record Rounding(double most) implements Tolerance {
    public Rounding { requirePositive(most); }
  }

  /// The engine's side was sampled.
  ///
  /// @param se the standard error of the engine's value, known or estimated
  record Noise(double se) implements Tolerance {
    /// About one honest look in 16,000 fails by chance.
    public static final int SES = 4;
  }

  /// Two quantities differ: both sides hold their difference, which must be larger than `most`, while the two sides agree
  /// within `most`.
  record Differs(double most) implements Tolerance {
    public Differs { requirePositive(most); }
  }

  /// The engine's side was trained, which shows nothing before it has settled.
  ///
  /// @param gradient the greatest gradient at the end
  /// @param least    below it training has settled
  record Trained(double most, double gradient, double least) implements Tolerance {
    public Trained { requirePositive(most); }

    public boolean settled() { return gradient < least; }
  }

  /// The largest gap that is allowed.
  default double most() {
    return switch (this) {
      case SameBits _ -> 0;
      case Rounding(double most) -> most;
      case Noise(double se) -> Noise.SES * se;
      case Differs(double most) -> most;
      case Trained(double most, _, _) -> most;
    };
  }

  private static void requirePositive(double most) {
    if (!(most > 0)) throw new IllegalArgumentException("A tolerance must be greater than 0, but is " + most + ".");
  }
}
