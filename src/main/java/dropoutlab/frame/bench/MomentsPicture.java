package dropoutlab.frame.bench;

import dropoutlab.frame.Matrix;
import java.util.List;

/// What the benches of the group moments want drawn.
public sealed interface MomentsPicture extends Picture {
  /// @param exact  (side x side) the probability that each cell is dropped
  /// @param engine (side x side) how often the engine dropped it
  /// @param reach  (side x side) how many blocks reach it
  /// @param last   (side x side) the last masks, the newest first: 0 where they drop
  /// @param drawn  the number of masks
  /// @param rates  (k x 4) drop rates p, rising, and what is then dropped: of the centre, of all cells, of a corner
  record DropBlock(double p, int block, double gamma, Matrix exact, Matrix engine, Matrix reach, List<Matrix> last,
                   int drawn, Matrix rates) implements MomentsPicture {
    public DropBlock { last = List.copyOf(last); }

    public int side() { return exact.rows(); }

    /// Where the cells are that are dropped most.
    public int middle() { return side() / 2; }
  }
}
