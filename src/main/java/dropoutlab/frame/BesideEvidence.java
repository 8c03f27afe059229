package dropoutlab.frame;

/// The evidence of the view of beside.
public record BesideEvidence() implements Evidence {}
