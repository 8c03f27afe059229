package dropoutlab.figure.variant;

import dropoutlab.frame.LayerView.Kind;
import dropoutlab.frame.LayerView;
import dropoutlab.words.Words;
import java.util.List;

/// What places in a convolutional network are called: after the layer that made the values there.
public final class BodyNames {
  private BodyNames() {}

  /// Returns the name of what a layer of the body works on: "conv 2" for what the second convolution made, however much
  /// was done to its single values since; the name of the layer's own kind where no maps were made before it.
  public static String at(List<LayerView> body, int layer) {
    for (int i = layer; i >= 0; i--) {
      Kind kind = body.get(i).kind();
      if (kind == Kind.CONVOLUTION) return Words.of("maps.place.convolution", count(body, i, kind));
      if (kind == Kind.POOLING) return Words.of("maps.place.pooling", count(body, i, kind));
    }
    return Words.name("figure.layer", body.get(layer).kind());
  }

  /// Returns how many layers of a kind there are up to that one.
  private static long count(List<LayerView> body, int last, Kind kind) {
    return body.subList(0, last + 1).stream().filter(each -> each.kind() == kind).count();
  }
}
