package dropoutlab.data;

/// Mean and population standard deviation; a constant sample gets a standard deviation of 1, so that scaling maps it to
/// 0.
record Moments(double mean, double sd) {
  /// Two passes over the values, because the formula for one pass cancels badly if the mean is large (years, pressures
  /// in Pa).
  static Moments of(double[] values) {
    double sum = 0;
    boolean constant = true;
    for (double v : values) {
      sum += v;
      constant &= v == values[0];
    }
    if (constant) return new Moments(values[0], 1);
    double mean = sum / values.length;
    double squares = 0;
    for (double v : values) squares += (v - mean) * (v - mean);
    double sd = Math.sqrt(squares / values.length);
    return new Moments(mean, sd > 0 ? sd : 1);
  }
}
