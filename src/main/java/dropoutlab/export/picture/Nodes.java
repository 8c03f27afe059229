package dropoutlab.export.picture;

import javax.imageio.metadata.IIOMetadataNode;

/// What stands in an image file beside the pixels, as javax.imageio wants it told.
final class Nodes {
  private Nodes() {}

  /// @param attributes names and values in turn
  static IIOMetadataNode node(String name, String... attributes) {
    IIOMetadataNode node = new IIOMetadataNode(name);
    for (int i = 0; i < attributes.length; i += 2) node.setAttribute(attributes[i], attributes[i + 1]);
    return node;
  }

  static IIOMetadataNode node(String name, IIOMetadataNode... children) {
    IIOMetadataNode node = new IIOMetadataNode(name);
    for (IIOMetadataNode child : children) node.appendChild(child);
    return node;
  }
}
