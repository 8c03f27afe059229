package dropoutlab.frame;

/// The ways to predict that are compared.
public enum Method {
  /// The weight-scaled network, masks off.
  DETERMINISTIC("masks off"),
  /// The mean over passes with dropout on.
  MC_DROPOUT("MC dropout"),
  /// The mean over the members of a deep ensemble.
  ENSEMBLE("ensemble"),
  /// Exact Bayesian linear regression, where the network is linear in its inputs.
  EXACT_BAYES("exact Bayes");

  private final String title;

  Method(String title) { this.title = title; }

  public String title() { return title; }
}
