package dropoutlab.frame.bench;

/// A quantity computed both ways. The verdict follows from the numbers; no bench sets it.
///
/// @param what  the quantity, in a few words
/// @param asked whether it tells the answer to the bench's question, and so is hidden until that is revealed
public record Comparison(String what, Side exact, Side engine, Tolerance tolerance, boolean asked) {
  public static Comparison of(String what, Side exact, Side engine, Tolerance tolerance) {
    return new Comparison(what, exact, engine, tolerance, false);
  }

  /// The same, hidden until the answer is revealed.
  public Comparison hidden() { return new Comparison(what, exact, engine, tolerance, true); }

  /// The engine's value less the exact one. Of the same bits it is 0: the exact value is rounded to what the engine can
  /// hold.
  public double gap() {
    double reference = tolerance instanceof Tolerance.SameBits ? (float) exact.value() : exact.value();
    return engine.value() - reference;
  }

  /// How many standard errors the gap is; NaN where nothing was sampled.
  public double ses() {
    if (!(tolerance instanceof Tolerance.Noise(double se))) return Double.NaN;
    return gap() == 0 ? 0 : Math.abs(gap()) / se;
  }

  public Verdict verdict() {
    // Also false where a value is not a number.
    boolean near = Math.abs(gap()) <= tolerance.most();
    return switch (tolerance) {
      case Tolerance.Trained trained when !trained.settled() -> Verdict.MOVING;
      case Tolerance.SameBits _, Tolerance.Rounding _, Tolerance.Trained _ -> near ? Verdict.EQUAL : Verdict.FAILS;
      case Tolerance.Noise _ -> near ? Verdict.WITHIN_NOISE : Verdict.FAILS;
      case Tolerance.Differs(double most) ->
          near && Math.abs(exact.value()) > most ? Verdict.DIFFERS : Verdict.FAILS;
    };
  }
}
