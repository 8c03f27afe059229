package dropoutlab.frame;

import java.util.List;
import java.util.Optional;

/// What a method beside dropout has done to a network, in A and in B.
///
/// @param networks A, and B if there is one
public record BesideEvidence(List<Network> networks) implements Evidence {
  /// The drop rates under which networks are tried.
  public static final List<Double> RATES = List.of(0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6);

  public BesideEvidence { networks = List.copyOf(networks); }

  /// @param learned what it has learned, with masks off: a map, a curve or pictures; empty for other data
  /// @param masked  the loss under masks of each of [#RATES], whatever it was trained with; empty if it has no place
  ///                for dropout
  /// @param sure    empty for regression
  /// @param tried   what its method is about; empty for a method that shows in the weights or in the curves alone
  public record Network(Optional<Learned> learned, List<Double> masked, Optional<Sure> sure, Optional<Tried> tried) {
    public Network { masked = List.copyOf(masked); }
  }

  /// @param confidence the mean probability of the class that the network says
  /// @param right      the share of the examples for which that is true
  public record Sure(double confidence, double right) {}

  /// What was tried to see a method at work.
  public sealed interface Tried {}

  /// Soft labels.
  ///
  /// @param gaps     of every example: the logit of its class minus the mean of the others
  /// @param plain    the loss on the labels as they are
  /// @param smoothed the loss on the smoothed ones
  public record Gaps(List<Double> gaps, double plain, double smoothed) implements Tried {
    public Gaps { gaps = List.copyOf(gaps); }
  }

  /// Inputs on the straight way from one example to another of another class.
  ///
  /// @param shares of the other example
  /// @param p      the mean probability of its class
  public record Between(List<Double> shares, List<Double> p) implements Tried {
    public Between {
      shares = List.copyOf(shares);
      p = List.copyOf(p);
    }
  }

  /// Images of which a square is hidden.
  ///
  /// @param sides  of the square, in pixels
  /// @param errors the share of wrong answers
  public record Hidden(List<Integer> sides, List<Double> errors) implements Tried {
    public Hidden {
      sides = List.copyOf(sides);
      errors = List.copyOf(errors);
    }
  }
}
