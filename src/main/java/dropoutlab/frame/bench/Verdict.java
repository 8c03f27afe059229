package dropoutlab.frame.bench;

/// What a comparison shows. Each has a glyph of its own shape, so that none is told by colour alone.
public enum Verdict {
  /// Equal within rounding.
  EQUAL,
  /// Equal within four standard errors.
  WITHIN_NOISE,
  /// The two quantities differ, by as much as is claimed.
  DIFFERS,
  /// Anything else.
  FAILS,
  /// Training has not settled, and nothing is shown yet.
  MOVING
}
