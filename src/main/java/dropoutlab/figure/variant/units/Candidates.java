package dropoutlab.figure.variant.units;

import dropoutlab.frame.ColumnView;
import dropoutlab.frame.Matrix;
import dropoutlab.nn.dropout.LeastShare;
import dropoutlab.spec.DropoutSpec.Targeted.Target;
import dropoutlab.spec.DropoutSpec.Targeted;
import dropoutlab.spec.DropoutSpec;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The units of a layer by the norm of the weights into them, and its weights by their size: those that targeted
/// dropout may drop are the least.
final class Candidates {
  private Candidates() {}

  /// Returns ‖w‖₂ of the weights into each unit; none where the weights are not known.
  static double[] norms(ColumnView column) {
    Matrix weights = column.weights();
    double[] norms = new double[weights.cols()];
    for (int i = 0; i < weights.size(); i++) norms[i % norms.length] += weights.get(i) * weights.get(i);
    for (int unit = 0; unit < norms.length; unit++) norms[unit] = Math.sqrt(norms[unit]);
    return norms;
  }

  /// Returns which units can be dropped; none unless the method ranks them.
  static List<Boolean> units(ColumnView column, DropoutSpec method) {
    double[] norms = norms(column);
    if (!(method instanceof Targeted(double share, Target target)) || target != Target.UNITS || norms.length == 0)
      return List.of();
    double bound = bound(norms, share);
    return Arrays.stream(norms).mapToObj(norm -> norm < bound).toList();
  }

  /// Returns the units of a layer by falling norm.
  static List<Integer> ranked(double[] sizes) {
    return IntStream.range(0, sizes.length).boxed().sorted((a, b) -> Double.compare(sizes[b], sizes[a])).toList();
  }

  /// Returns |w| of the weights into a unit.
  static double[] into(Matrix weights, int unit) {
    return IntStream.range(0, weights.rows()).mapToDouble(from -> Math.abs(weights.at(from, unit))).toArray();
  }

  static double bound(double[] sizes, double share) {
    float[] sorted = new float[sizes.length];
    for (int i = 0; i < sorted.length; i++) sorted[i] = (float) sizes[i];
    return LeastShare.bound(sorted, share);
  }
}
