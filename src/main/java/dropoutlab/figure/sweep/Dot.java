package dropoutlab.figure.sweep;

/// Where a run is drawn, along the columns and along the scale, both in pixels.
///
/// @param seed   its index
/// @param radius of the dot, or the arm of the cross
record Dot(int point, int seed, double along, double at, double radius, Kind kind) {
  enum Kind {
    VALUE,
    /// A partner that is none of the columns.
    PARTNER,
    NOT_FINITE,
    DIFFERENCE,
    /// A run or a difference of a value that is judged on new seeds: the seed's index is among these.
    CONFIRMED
  }

  double distance(double otherAlong, double otherAt) { return Math.hypot(along - otherAlong, at - otherAt); }
}
