package dropoutlab.frame.bench;

import dropoutlab.frame.Matrix;
import java.util.List;

/// What the benches of the group moments want drawn.
public sealed interface MomentsPicture extends Picture {
  /// A norm that learns from batches with noise and meets inputs without. A ratio is the variance at inference over that
  /// which was learnt.
  ///
  /// @param before    whether dropout stands before the norm
  /// @param alike     the correlation of the inputs of the units in a sum
  /// @param training  what the norm should learn, and `inference` what it should meet
  /// @param met       what it met
  /// @param learnt    its running variance after each batch, from none on
  /// @param passes    the same after each pass of MC dropout that followed
  /// @param batches   how many there are at most
  /// @param rates     (n x 2) each rate and the ratio of dropout before the norm; `rateDots` as the engine has it in the
  ///                  present order
  /// @param widths    (n x 2) each number of units in a sum, and the ratio in the present order
  /// @param uout      the ratio of Uout on inputs of mean 0; `uoutDot` as the engine has it
  record BatchNorm(double p, boolean before, int width, double alike, double beta, double training, double inference,
                   double met, List<Double> learnt, List<Double> passes, int batches, Matrix rates, Matrix rateDots, Matrix widths,
                   Matrix widthDots, double uout, double uoutDot) implements MomentsPicture {
    public BatchNorm {
      learnt = List.copyOf(learnt);
      passes = List.copyOf(passes);
    }

    public double ratio() { return inference / training; }

    /// The ratio that the engine has.
    public double measured() { return met / learnt.getLast(); }
  }

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
