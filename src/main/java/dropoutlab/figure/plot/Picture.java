package dropoutlab.figure.plot;

/// The pictures that can be drawn of a [dropoutlab.frame.Result].
public enum Picture {
  BAND, MAPS, MEAN_MAP, ENTROPY_MAP, INFORMATION_MAP, VARIANCE_MAP, PASSES, VOTERS, CONVERGENCE, CALIBRATION, COVERAGE,
  SPARSIFICATION, ROTATION, SEPARATION;

  /// Whether it is drawn of validation data alone.
  public boolean needsHeldOut() { return this == CALIBRATION || this == COVERAGE || this == SPARSIFICATION; }
}
