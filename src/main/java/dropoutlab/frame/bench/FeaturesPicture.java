package dropoutlab.frame.bench;

/// What the benches of the group features want drawn.
public sealed interface FeaturesPicture extends Picture {
  record Pending() implements FeaturesPicture {}
}
