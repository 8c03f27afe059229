package dropoutlab.spec;

/// What is predicted. Two classes train with binary cross-entropy on one output, more with softmax cross-entropy on
/// an output a class, regression with mean squared error.
public enum Task { CLASSIFICATION, REGRESSION }
