package dropoutlab.spec;

/// How weights start: Gaussian with mean 0 and a variance that depends on the fan-in and fan-out. Biases start at 0.
///
/// - `HE`: 2 / in (He et al. 2015)
/// - `XAVIER`: 2 / (in + out) (Glorot and Bengio 2010)
/// - `LECUN`: 1 / in (LeCun et al. 1998), the one that SELU asks for
public enum Initialisation {
  HE, XAVIER, LECUN;

  /// The variance of the weights of a layer with `in` inputs a unit and `out` units an input.
  public double variance(int in, int out) {
    return switch (this) {
      case HE -> 2.0 / in;
      case XAVIER -> 2.0 / (in + out);
      case LECUN -> 1.0 / in;
    };
  }
}
