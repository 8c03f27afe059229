package dropoutlab.predict.sweep;

import java.util.List;
import java.util.Optional;

/// What is known of one point.
///
/// @param values    of its seeds in their order; NaN without a result, infinite if not finite
/// @param partners  of its partner, likewise; empty without a pair
/// @param quartiles of the values
/// @param paired    empty where there is no partner, or where the point is its own partner
/// @param holm      the sign test's p after Holm over all columns with pairs; NaN without
/// @param likeBest  whether its paired interval against the best point holds 0, so that it cannot be told from it;
///                  false for the best itself and before there is an interval
public record Column(int point, List<Double> values, List<Double> partners, Quartiles quartiles,
                     Optional<Paired> paired, double holm, boolean likeBest) {
  public Column {
    values = List.copyOf(values);
    partners = List.copyOf(partners);
  }

  public int notFinite() { return (int) values.stream().filter(v -> v == Double.POSITIVE_INFINITY).count(); }

  /// How many runs have a result.
  public int results() { return (int) values.stream().filter(v -> !Double.isNaN(v)).count(); }
}
