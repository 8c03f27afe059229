package dropoutlab.frame;

import java.util.List;

/// How often factors fell into each of equal bins, beside how often they should have.
///
/// @param from         the lower end of the first bin
/// @param width        of a bin
/// @param expected     by the closed form of the method
/// @param mean         of all factors that were drawn
/// @param closedMean   by the closed form
public record FactorCounts(double from, double width, List<Integer> counts, List<Double> expected, double mean,
                           double variance, double closedMean, double closedVariance) {
  public FactorCounts {
    counts = List.copyOf(counts);
    expected = List.copyOf(expected);
  }
}
