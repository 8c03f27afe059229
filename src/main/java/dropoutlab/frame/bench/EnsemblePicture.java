package dropoutlab.frame.bench;

/// What the benches of the group ensemble want drawn.
public sealed interface EnsemblePicture extends Picture {
  record Pending() implements EnsemblePicture {}
}
