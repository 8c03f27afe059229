package dropoutlab.frame;

/// The evidence of the view of sites.
public record SitesEvidence() implements Evidence {}
