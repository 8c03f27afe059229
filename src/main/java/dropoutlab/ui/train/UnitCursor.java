package dropoutlab.ui.train;

import dropoutlab.frame.NetworkView;

/// The unit that the keyboard has chosen; it stays among the input and the hidden layers.
record UnitCursor(int layer, int unit) {
  static final UnitCursor FIRST = new UnitCursor(0, 0);

  UnitCursor moved(NetworkView view, int layers, int units) {
    int nextLayer = Math.clamp(layer + layers, 0, Math.max(0, view.layers().size() - 2));
    return new UnitCursor(nextLayer, Math.clamp(unit + units, 0, view.layers().get(nextLayer).units() - 1));
  }
}
