package dropoutlab.figure.plot;

import dropoutlab.frame.Matrix;

/// A growing range of finite values.
public final class Span {
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;

  public Span add(double value) {
    if (Double.isFinite(value)) {
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    return this;
  }

  public Span addAll(double... values) {
    for (double value : values) add(value);
    return this;
  }

  public Span addAll(Matrix values) {
    for (int i = 0; i < values.size(); i++) add(values.get(i));
    return this;
  }

  public boolean isEmpty() { return min > max; }

  public double length() { return isEmpty() ? 0 : max - min; }

  public double min() { return isEmpty() ? 0 : min; }

  public double max() { return isEmpty() ? 1 : max; }

  /// This range grown towards `other`, but at most by its own length on each side: a curve that runs away beyond the
  /// data leaves the plot instead of flattening everything else.
  public Span grownTowards(Span other) {
    if (isEmpty() || length() == 0) return new Span().addAll(min, max).addAll(other.min(), other.max());
    Span grown = new Span().addAll(min, max);
    if (other.isEmpty()) return grown;
    return grown.add(Math.max(other.min, min - length())).add(Math.min(other.max, max + length()));
  }

  /// A straight scale with `share` of the length free on both sides.
  public Scale scale(double share) {
    double room = share * length();
    return Scale.linear(min() - room, max() + room, 0, 1);
  }
}
