package dropoutlab.frame;

import java.util.List;
import java.util.Optional;

/// The evidence of the view of weights.
///
/// @param masks how many masks were drawn
/// @param sides A and, if there is one, B
public record WeightsEvidence(int masks, List<Of> sides) implements Evidence {
  public WeightsEvidence { sides = List.copyOf(sides); }

  /// One network.
  ///
  /// @param sum    the input of one unit under DropConnect; empty for other methods
  /// @param rules  its layer; empty for other methods
  /// @param pruned empty unless a side is targeted
  public record Of(Optional<Sum> sum, Optional<Rules> rules, Optional<PrunedCurve> pruned) {}

  /// The input of a unit under many masks of the weights into it.
  ///
  /// @param layer    the number of the hidden layer, from 1
  /// @param unit     from 0
  /// @param from     the lower end of the first bin
  /// @param width    of a bin
  /// @param expected by the normal distribution of the same mean and variance
  /// @param mean     by the closed form, as `sd`
  public record Sum(int layer, int unit, double from, double width, List<Integer> counts, List<Double> expected,
      double mean, double sd) {
    public Sum {
      counts = List.copyOf(counts);
      expected = List.copyOf(expected);
    }
  }

  /// The outputs of the units of a layer, (1 x units) each.
  ///
  /// @param drawn   the mean over the masks
  /// @param byMean  what the mean of the weights gives
  /// @param matched what a normal distribution of the matched moments gives
  public record Rules(int layer, Matrix drawn, Matrix byMean, Matrix matched) {
    /// Returns the root mean square of the distance of an inference from the mean over the masks.
    public double error(Matrix inference) {
      double sum = 0;
      for (int i = 0; i < drawn.size(); i++) sum += (inference.get(i) - drawn.get(i))
        * (inference.get(i) - drawn.get(i));
      return Math.sqrt(sum / Math.max(1, drawn.size()));
    }
  }
}
