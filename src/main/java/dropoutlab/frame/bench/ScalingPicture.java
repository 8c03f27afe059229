package dropoutlab.frame.bench;

/// What the benches of the group scaling want drawn.
public sealed interface ScalingPicture extends Picture {
  record Pending() implements ScalingPicture {}
}
