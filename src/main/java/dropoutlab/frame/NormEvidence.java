package dropoutlab.frame;

/// The evidence of the view of norm.
public record NormEvidence() implements Evidence {}
