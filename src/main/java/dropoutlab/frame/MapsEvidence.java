package dropoutlab.frame;

/// The evidence of the view of maps.
public record MapsEvidence() implements Evidence {}
