package dropoutlab.frame.bench;

/// What the benches of the group uncertainty want drawn.
public sealed interface UncertaintyPicture extends Picture {
  record Pending() implements UncertaintyPicture {}
}
