package dropoutlab.spec.sweep;

import dropoutlab.spec.ExperimentException;

/// The text of `sweep.json`: a version, and the sweep with its complete experiment. Reading is strict, as that of
/// experiments is.
public final class SweepJson {
  private SweepJson() {}

  /// @throws ExperimentException with one sentence that begins with the name
  public static Sweep read(String text, String name) { throw new UnsupportedOperationException(); }

  public static String write(Sweep sweep) { throw new UnsupportedOperationException(); }
}
