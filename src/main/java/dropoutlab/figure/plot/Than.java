package dropoutlab.figure.plot;

/// How one number compares with another, where people are told about it.
public enum Than {
  LOWER, ALIKE, HIGHER;

  /// Numbers that differ by less than this share of the larger one are called alike.
  private static final double SHARE = .01;

  public static Than of(double value, double other) {
    return of(value, other, SHARE * Math.max(Math.abs(value), Math.abs(other)));
  }

  /// @param alike up to which difference they are alike
  public static Than of(double value, double other, double alike) {
    if (!(Math.abs(value - other) > alike)) return ALIKE;
    return value < other ? LOWER : HIGHER;
  }
}
