package dropoutlab.figure.plot;

import dropoutlab.frame.NetworkView;
import dropoutlab.words.Words;

/// What layers are called where their [dropoutlab.frame.ColumnView] is not at hand, or is too long.
public final class LayerName {
  private LayerName() {}

  /// The name of a layer where there is little room.
  public static String brief(NetworkView view, int layer) {
    if (layer == 0) return Words.of("figure.layer_name.input");
    return layer == view.layers().size() - 1 ? Words.of("figure.layer_name.output") : Words.of("figure.layer_name.hidden", layer);
  }

  /// The hidden layer with this number, from 1.
  public static String hidden(int number) { return Words.of("train.layer.hidden", number); }

  /// The hidden layer with this number, from 1, or the input for 0.
  public static String inputOrHidden(int number) {
    return number == 0 ? Words.of("train.layer.input") : hidden(number);
  }
}
