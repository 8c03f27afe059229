package dropoutlab.frame.bench;

/// What the benches of the group regulariser want drawn.
public sealed interface RegulariserPicture extends Picture {
  record Pending() implements RegulariserPicture {}
}
