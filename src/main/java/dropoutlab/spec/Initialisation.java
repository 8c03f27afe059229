package dropoutlab.spec;

/// How weights start: Gaussian with mean 0 and a variance that depends on the fan-in and fan-out. Biases start at 0.
///
/// - `HE`: 2 / in (He et al. 2015)
/// - `XAVIER`: 2 / (in + out) (Glorot and Bengio 2010)
/// - `LECUN`: 1 / in (LeCun et al. 1998), the one that SELU asks for
public enum Initialisation { HE, XAVIER, LECUN }
