package dropoutlab.theory;

/// What inverted dropout makes of one unit: 0 with probability p, else x / (1 - p).
public record PlainNoise(double p) implements UnitNoise {
  @Override public double scale() { return 1 / (1 - p); }

  @Override public double shift() { return 0; }

  @Override public double dropped() { return 0; }
}
