package dropoutlab.frame;

/// The evidence of the view of layers.
public record LayersEvidence() implements Evidence {}
