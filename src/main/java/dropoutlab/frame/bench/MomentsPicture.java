package dropoutlab.frame.bench;

import dropoutlab.frame.Matrix;

/// What the benches of the group moments want drawn.
public sealed interface MomentsPicture extends Picture {
  /// @param exact  (side x side) the probability that each cell is dropped
  /// @param engine (side x side) how often the engine dropped it
  /// @param mask   (side x side) the last mask: 0 where it dropped
  record DropBlock(double p, int block, double gamma, Matrix exact, Matrix engine, Matrix mask, int masks)
      implements MomentsPicture {}
}
