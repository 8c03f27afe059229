package dropoutlab.figure.variant.layers;

import dropoutlab.figure.plot.Inset;

/// Where the parts of a chain of blocks stand: below each other, so that each block has a column of its own.
///
/// @param first    the first block that is shown
/// @param blocks   how many blocks are shown
/// @param boxes    the blocks
/// @param path     the height of the path past the blocks, or through them
/// @param changes  how much each block changes; without height where there is no room
/// @param survival how often each block is kept, likewise
/// @param batch    the examples of the batch, likewise
record ChainLayout(int first, int blocks, Inset boxes, double path, Inset changes, Inset survival, Inset batch) {
  static final double LEFT = 52, FOOT = 34;
  private static final double RIGHT = 24, GAP = 10, CHANGES = 20, SURVIVAL = 40, BESIDE = 15, LEAST_BATCH = 24;
  private static final int MOST = 24;

  static ChainLayout of(int all, boolean slabs, int first, double width, double height) {
    int blocks = Math.min(all, MOST);
    double wide = Math.max(20, width - LEFT - RIGHT), room = height - FOOT;
    double box = Math.round(slabs ? Math.clamp(.42 * room, 30, 170) : Math.clamp(.19 * room, 22, 70));
    double top = 4, path = slabs ? top + box / 2 : top + box + BESIDE, y = (slabs ? top + box : path) + 8;
    Inset boxes = new Inset(LEFT, top, wide, box);
    boolean hasChanges = room - y > CHANGES + SURVIVAL + LEAST_BATCH + 3 * GAP;
    boolean hasSurvival = room - y > SURVIVAL + LEAST_BATCH + 2 * GAP;
    Inset changes = new Inset(LEFT, y, wide, hasChanges ? CHANGES : 0);
    y += hasChanges ? CHANGES + GAP : 0;
    Inset survival = new Inset(LEFT, y, wide, hasSurvival ? SURVIVAL : 0);
    y += hasSurvival ? SURVIVAL + GAP + 8 : 0;
    Inset batch = new Inset(LEFT, y, wide, Math.max(0, Math.min(room - y - 4, 150)));
    return new ChainLayout(Math.clamp(first, 0, all - blocks), blocks, boxes, path, changes, survival, batch);
  }

  double each() { return boxes.width() / blocks; }

  /// Returns the middle of the column of a block that is shown.
  double middle(int shown) { return boxes.left() + (shown + .5) * each(); }

  Inset box(int shown) {
    double wide = Math.max(3, each() - Math.max(3, Math.min(10, each() / 4)));
    return new Inset(Math.round(middle(shown) - wide / 2), boxes.top(), Math.round(wide), boxes.height());
  }

  static boolean has(Inset band) { return band.height() > 1; }
}
