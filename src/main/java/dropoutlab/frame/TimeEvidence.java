package dropoutlab.frame;

/// The evidence of the view of time.
public record TimeEvidence() implements Evidence {}
