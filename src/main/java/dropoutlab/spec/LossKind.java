package dropoutlab.spec;

/// The loss that is minimised. `AUTO` follows from the data (squared error or cross-entropy); `GAUSSIAN_NLL` is for
/// regression and learns the variance of the target besides its mean, by a second output.
public enum LossKind { AUTO, GAUSSIAN_NLL }
