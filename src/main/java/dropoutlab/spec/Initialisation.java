package dropoutlab.spec;

import com.fasterxml.jackson.annotation.JsonAlias;

/// How weights start: with mean 0 and a variance that depends on fan-in and fan-out. Biases start at 0.
///
/// - `HE`: 2 / in (He et al. 2015)
/// - `XAVIER`: 2 / (in + out) (Glorot and Bengio 2010)
/// - `LECUN`: 1 / in (LeCun et al. 1998), which SELU requires
///
/// These are Gaussian. The uniform ones have the same variance and therefore the bounds ±√(3 variance): ±√(6 / in) for
/// He and ±√(6 / (in + out)) for Xavier, as in PyTorch's `kaiming_uniform_` for ReLU and `xavier_uniform_`.
public enum Initialisation {
  HE,
  @JsonAlias("glorot") XAVIER,
  LECUN, HE_UNIFORM,
  @JsonAlias("glorot-uniform") XAVIER_UNIFORM;

  /// Returns the variance of the weights of a layer with `in` inputs per unit and `out` units per input.
  public double variance(int in, int out) {
    return switch (this) {
      case HE, HE_UNIFORM -> 2.0 / in;
      case XAVIER, XAVIER_UNIFORM -> 2.0 / (in + out);
      case LECUN -> 1.0 / in;
    };
  }

  /// Returns whether weights are uniform within their bounds; otherwise they are normal.
  public boolean isUniform() {
    return switch (this) {
      case HE_UNIFORM, XAVIER_UNIFORM -> true;
      case HE, XAVIER, LECUN -> false;
    };
  }
}
