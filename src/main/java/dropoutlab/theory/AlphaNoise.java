package dropoutlab.theory;

/// What alpha dropout makes of one unit: `a (d x + (1 - d) α') + b`, where d is 0 with probability p (Klambauer et al.
/// 2017). With `a = (q + α'² q p)^(-1/2)` and `b = -a p α'`, q = 1 - p, mean 0 and variance 1 stay as they are.
public record AlphaNoise(double p) implements UnitNoise {
  public double a() {
    double q = 1 - p, limit = SeluMoments.LOWER_LIMIT;
    return 1 / Math.sqrt(q + limit * limit * q * p);
  }

  public double b() { return -a() * p * SeluMoments.LOWER_LIMIT; }

  @Override public double scale() { return a(); }

  @Override public double shift() { return b(); }

  @Override public double dropped() { return a() * SeluMoments.LOWER_LIMIT + b(); }
}
