package dropoutlab.figure;

import dropoutlab.frame.Table;

/// A growing range of finite values.
final class Span {
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;

  Span add(double value) {
    if (Double.isFinite(value)) {
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    return this;
  }

  Span addAll(double... values) {
    for (double value : values) add(value);
    return this;
  }

  Span addAll(Table values) {
    for (int i = 0; i < values.size(); i++) add(values.get(i));
    return this;
  }

  boolean isEmpty() { return min > max; }

  double length() { return isEmpty() ? 0 : max - min; }

  double min() { return isEmpty() ? 0 : min; }

  double max() { return isEmpty() ? 1 : max; }

  /// This range grown towards `other`, but at most by its own length on each side: a curve that runs away beyond the
  /// data leaves the plot instead of flattening everything else.
  Span grownTowards(Span other) {
    if (isEmpty() || length() == 0) return new Span().addAll(min, max).addAll(other.min(), other.max());
    Span grown = new Span().addAll(min, max);
    if (other.isEmpty()) return grown;
    return grown.add(Math.max(other.min, min - length())).add(Math.min(other.max, max + length()));
  }

  /// A straight scale with `share` of the length free on both sides.
  Scale scale(double share) {
    double room = share * length();
    return Scale.linear(min() - room, max() + room, 0, 1);
  }
}
