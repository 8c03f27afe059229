package dropoutlab.spec;

/// What is minimised: `AUTO` follows from the data (squared error or cross-entropy); `GAUSSIAN_NLL` is regression that
/// learns the variance of the target beside its mean, with a second output.
public enum LossKind { AUTO, GAUSSIAN_NLL }
