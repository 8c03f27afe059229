package dropoutlab.frame;

/// What was measured about two methods on the architecture that they drop in: why a method stands there, what it really
/// dropped, what it costs. One kind for each view of the Variants workspace.
public sealed interface Evidence extends Result permits UnitsEvidence, WeightsEvidence, MapsEvidence, TimeEvidence,
    LayersEvidence, SitesEvidence, NormEvidence, BesideEvidence {}
