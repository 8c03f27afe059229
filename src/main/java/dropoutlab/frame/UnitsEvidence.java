package dropoutlab.frame;

import java.util.List;
import java.util.Optional;

/// The evidence of the view of units: what many masks do to one example at the first hidden layer that drops.
///
/// @param masks how many masks were drawn
/// @param sides A and, if there is one, B
public record UnitsEvidence(int masks, List<Of> sides) implements Evidence {
  public UnitsEvidence { sides = List.copyOf(sides); }

  /// One network.
  ///
  /// @param drawn  empty if it drops no units
  /// @param ratio  the variance of the units at inference divided by that in training; empty unless a side has uniform
  ///               noise
  /// @param depths in an untrained deep network of SELU layers with this method; empty unless a side has alpha dropout
  /// @param pruned empty unless a side is targeted
  public record Of(Optional<Drawn> drawn, Optional<Ratio> ratio, Optional<Depths> depths,
      Optional<PrunedCurve> pruned) {}

  /// What was drawn at one layer.
  ///
  /// @param layer   the number of the hidden layer, from 1
  /// @param before  (1 x units): y of the example
  /// @param means   (1 x units): the mean of ỹ over the masks
  /// @param answers (1 x masks): what the network says, each time with masks in all layers; the probability of the
  ///                class `column`, or the prediction in the target's unit
  /// @param off     the same with masks off
  public record Drawn(int layer, FactorCounts factors, Matrix before, Matrix means, int column, Matrix answers,
      double off) {}

  /// @param closed by the closed form, from the mean and the variance of each unit
  public record Ratio(double measured, double closed) {}

  /// Mean and variance of all units behind each layer, the first layer first, beside those of the same network without
  /// dropout: the weights that were drawn play no part.
  ///
  /// @param means     minus the mean without
  /// @param variances divided by the variance without
  public record Depths(List<Double> means, List<Double> variances) {
    public Depths {
      means = List.copyOf(means);
      variances = List.copyOf(variances);
    }
  }
}
