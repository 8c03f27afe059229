package dropoutlab.frame;

/// The evidence of the view of weights.
public record WeightsEvidence() implements Evidence {}
