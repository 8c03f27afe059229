package dropoutlab.spec.sweep;

import java.util.List;

/// A value on an axis: what stands under its column, and the settings that make it of the experiment.
///
/// @param set settings such as `network.hidden.*.drop=0.5`; none for the experiment as it is. `passes=100` is none of
///            the experiment's: it asks the trained network with 100 passes, `passes=0` with masks off
public record Point(String label, List<String> set) {
  /// The path that is asked of a trained network instead of being trained anew.
  public static final String PASSES = "passes";

  public Point { set = List.copyOf(set); }
}
