package dropoutlab.frame;

import java.util.List;

/// The critics' bench: how the predictive standard deviation changes as the data are repeated, with a fixed p.
///
/// @param p        the drop rate
/// @param xStar    the place of the prediction, in the user's units (1 x inputs)
/// @param linear   one row per number of repetitions of the data, for a linear model
/// @param network  the same for a small network; its `closedForm` and `bayesSd` are NaN
/// @param concrete the drop rates that Concrete dropout has learnt from more and more fresh examples of a noisy line
public record Critique(double p, Matrix xStar, List<Row> linear, List<Row> network, List<LearntRate> concrete) {
  public Critique {
    linear = List.copyOf(linear);
    network = List.copyOf(network);
    concrete = List.copyOf(concrete);
  }

  /// The result for one number of repetitions.
  ///
  /// @param examples   the number of rows in the training data
  /// @param mcSd       the epistemic standard deviation of T passes of the trained model at x*, in the target's unit
  /// @param closedForm sqrt(p/(1-p) sum_j x_j² w_j²) with the exact minimiser w of the dropout loss
  /// @param bayesSd    the epistemic standard deviation of exact Bayesian linear regression at x*
  public record Row(int examples, double mcSd, double closedForm, double bayesSd) {}

  /// The learnt drop rates of the hidden layers with `examples` rows.
  public record LearntRate(int examples, List<Double> p) {
    public LearntRate { p = List.copyOf(p); }
  }
}
