package dropoutlab.frame.sweep;

import dropoutlab.spec.sweep.Measure;
import dropoutlab.spec.sweep.RunId;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/// The result of a run.
///
/// @param finite   whether it ended with finite losses
/// @param epoch    after which it ended
/// @param measures without [Measure#GAP], which follows from others; empty if not finite. What cannot be measured is left out
/// @param passes   the validation error of the mean of so many passes, for sweeps that ask it; 0 passes: masks off
/// @param weights  SHA-256 over the bits of all final weights, in hexadecimal digits
/// @param seconds  of computing; no part of the result
/// @param node     the name of the machine; no part of the result
public record Outcome(RunId run, boolean finite, int epoch, Map<Measure, Double> measures, Map<Integer, Double> passes,
                      String weights, double seconds, String node) {
  public Outcome {
    measures = measures.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(measures));
    passes = java.util.Collections.unmodifiableMap(new TreeMap<>(passes));
  }

  /// Returns a measure, of the passes if some are asked for; infinite if the run is not finite, NaN if it was not measured.
  public double value(Measure of, OptionalInt asked) {
    if (!finite) return Double.POSITIVE_INFINITY;
    if (asked.isPresent() && of == Measure.ERROR) return passes.getOrDefault(asked.getAsInt(), Double.NaN);
    if (of == Measure.GAP) return value(Measure.ERROR, asked) - value(Measure.TRAIN_ERROR, asked);
    return measures.getOrDefault(of, Double.NaN);
  }

  /// Returns whether a repeat came to the same result, to the bit.
  public boolean sameAs(Outcome repeat) {
    return finite == repeat.finite && epoch == repeat.epoch && measures.equals(repeat.measures)
        && passes.equals(repeat.passes) && weights.equals(repeat.weights);
  }
}
