package dropoutlab.figure.plot;

import dropoutlab.frame.NetworkView;
import dropoutlab.words.Words;

/// What the layers of a network are called in its figures, by their place.
public final class LayerName {
  private LayerName() {}

  /// The layer with this index; a body's output, which the dense part begins with, is called features.
  public static String of(NetworkView view, int layer) {
    if (layer == view.layers().size() - 1) return Words.of("figure.layer_name.output");
    if (layer > 0) return hidden(layer);
    return Words.of(view.beginsWithInputs() ? "figure.layer_name.input" : "figure.layer_name.features");
  }

  /// The same where there is little room.
  public static String brief(NetworkView view, int layer) {
    boolean hidden = layer > 0 && layer < view.layers().size() - 1;
    return hidden ? Words.of("figure.layer_name.hidden.brief", layer) : of(view, layer);
  }

  /// The hidden layer with this number, from 1.
  public static String hidden(int number) { return Words.of("figure.layer_name.hidden", number); }

  /// The hidden layer with this number, from 1, or the input for 0.
  public static String inputOrHidden(int number) {
    return number == 0 ? Words.of("figure.layer_name.input") : hidden(number);
  }
}
