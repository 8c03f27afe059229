package dropoutlab.spec;

/// What is predicted. Two classes train with binary cross-entropy on one output, more classes with softmax
/// cross-entropy on one output per class, and regression with mean squared error on one output. Reconstruction predicts
/// the inputs themselves, with mean squared error on one output per input: the network is an autoencoder.
public enum Task { CLASSIFICATION, REGRESSION, RECONSTRUCTION }
