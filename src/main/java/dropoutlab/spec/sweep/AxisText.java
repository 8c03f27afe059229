package dropoutlab.spec.sweep;

import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import java.util.List;

/// Reads the axis that a person types: `network.hidden.*.drop=0,0.1...0.9`, `data.training=log 16...1024,7`,
/// `network.hidden.*.method.type=inverted,gaussian`. A `*` means every entry of a list.
public final class AxisText {
  private AxisText() {}

  /// Reads an axis, and tries each value on the experiment.
  ///
  /// @param ties settings whose value is a formula of the axis's value, which is called p or x:
  ///             `network.hidden.*.units=16/(1-p)`; what counts whole things is rounded
  /// @throws ExperimentException with one sentence that names the path
  public static Axis read(String text, List<String> ties, Experiment experiment) { throw new UnsupportedOperationException(); }

  /// Reads values alone: `0, 0.1 ... 0.9`.
  public static List<String> values(String text) { throw new UnsupportedOperationException(); }

  /// Returns the axis as it could be typed, where it can be.
  public static String write(Axis axis) { throw new UnsupportedOperationException(); }
}
