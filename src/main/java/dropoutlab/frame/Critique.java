package dropoutlab.frame;

import java.util.List;

/// The critics' bench: what becomes of the predictive standard deviation as the data are repeated, with p fixed.
///
/// @param p      the drop rate
/// @param xStar  where the prediction is looked at, in the user's units (1 x inputs)
/// @param linear a row for each repetition of the data, of a linear model
/// @param network the same of a small network; its `closedForm` and `bayesSd` are NaN
/// @param concrete what Concrete dropout has learnt from more and more fresh examples of a noisy line
public record Critique(double p, Matrix xStar, List<Row> linear, List<Row> network, List<LearntRate> concrete) {
  public Critique {
    linear = List.copyOf(linear);
    network = List.copyOf(network);
    concrete = List.copyOf(concrete);
  }

  /// @param examples    how many rows the training data have
  /// @param mcSd        of T passes of the trained model at x*, epistemic, in the target's unit
  /// @param closedForm  sqrt(p/(1-p) sum_j x_j² w_j²) with the exact minimiser w of the dropout loss
  /// @param bayesSd     of exact Bayesian linear regression at x*, epistemic
  public record Row(int examples, double mcSd, double closedForm, double bayesSd) {}

  /// The learnt drop rates of the hidden layers with `examples` rows.
  public record LearntRate(int examples, List<Double> p) {
    public LearntRate { p = List.copyOf(p); }
  }
}
