package dropoutlab.frame;

import dropoutlab.words.Words;

/// The methods of prediction that are compared.
public enum Method {
  /// The weight-scaled network, masks off.
  DETERMINISTIC,
  /// The mean over passes with dropout on.
  MC_DROPOUT,
  /// The mean over the members of a deep ensemble.
  ENSEMBLE,
  /// Exact Bayesian linear regression, where the network is linear in its inputs.
  EXACT_BAYES;

  public String title() { return Words.name("frame.method", this); }
}
