package dropoutlab.spec;

/// What is predicted. Two classes train with binary cross-entropy on one output, more classes with softmax
/// cross-entropy on one output per class, and regression with mean squared error.
public enum Task { CLASSIFICATION, REGRESSION }
