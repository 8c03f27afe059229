package dropoutlab.frame;

/// The evidence of the view of units.
public record UnitsEvidence() implements Evidence {}
