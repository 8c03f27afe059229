package dropoutlab.frame;

import java.util.List;

/// The evidence of the view of time.
///
/// @param networks A and, if there is one, B
public record TimeEvidence(List<Network> networks) implements Evidence {
  public TimeEvidence { networks = List.copyOf(networks); }

  /// What was measured of one network. The memory is that of its last recurrent layer: an LSTM's c, else the state h.
  ///
  /// @param example the row in the training set of the example that `masked`, `calm` and `says` are of
  /// @param masked  (masks x steps units): the memory of the example under as many masks
  /// @param calm    (1 x steps units): the same with masks off
  /// @param says    (1 x columns): the answer with masks off
  /// @param noise   after each step: the variance over masks, divided by the variance over examples
  /// @param recall  how well a line through the memory reads a number k steps after the step that brought it, R² with
  ///                masks   ///                on; empty where there are too few examples
  /// @param draws   of zoneout: what its draws add in each step; empty for other methods
  public record Network(int example, Matrix masked, Matrix calm, Matrix says, List<Double> noise, List<Double> recall,
      List<Draw> draws) {
    public Network {
      noise = List.copyOf(noise);
      recall = List.copyOf(recall);
      draws = List.copyOf(draws);
    }
  }

  /// The standard deviation of a unit around its expectation in one step of zoneout.
  ///
  /// @param measured from what was drawn
  /// @param expected from the closed form
  public record Draw(double measured, double expected) {}
}
