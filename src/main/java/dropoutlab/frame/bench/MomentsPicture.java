package dropoutlab.frame.bench;

import dropoutlab.frame.Matrix;
import java.util.List;

/// What the benches of the group moments want drawn.
public sealed interface MomentsPicture extends Picture {
  /// A norm that learns from batches with noise and meets inputs without. A ratio is the variance at inference over
  /// that which was learnt.
  ///
  /// @param before    whether dropout stands before the norm
  /// @param alike     the correlation of the inputs of the units in a sum
  /// @param training  what the norm should learn, and `inference` what it should meet
  /// @param met       what it met
  /// @param learnt    its running variance after each batch, from none on
  /// @param passes    the same after each pass of MC dropout that followed
  /// @param batches   how many there are at most
  /// @param rates     (n x 2) each rate and the ratio of dropout before the norm; `rateDots` as the engine has it in
  ///                  the present order
  /// @param widths    (n x 2) each number of units in a sum, and the ratio in the present order
  /// @param uout      the ratio of Uout on inputs of mean 0; `uoutDot` as the engine has it
  record BatchNorm(double p, boolean before, int width, double alike, double beta, double training, double inference,
                   double met, List<Double> learnt, List<Double> passes, int batches, Matrix rates, Matrix rateDots,
                   Matrix widths, Matrix widthDots, double uout, double uoutDot) implements MomentsPicture {
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

  /// Standard normal units behind noise, and those of deep networks.
  ///
  /// @param alpha   whether the question is about alpha dropout
  /// @param dropped what the engine made of a unit that alpha dropout drops
  /// @param limit   the lowest value of SELU; `lambda` is its slope
  record Alpha(double p, int depth, boolean alpha, double dropped, double limit, double lambda, Noise ofAlpha, Noise ofPlain)
      implements MomentsPicture {
    public Noise asked() { return alpha ? ofAlpha : ofPlain; }
  }

  /// What one kind of noise makes of units.
  ///
  /// @param scale,shift of a kept unit; `value` is that of a dropped one
  /// @param density (1 x bins) of kept ones, from `from` on, as the engine has it
  /// @param share   how many the engine dropped
  /// @param stages  (depth + 1 x 5) behind the noise on the inputs and on each layer: mean and variance, exact and of the
  ///                engine, and the standard error of the engine's variance
  record Noise(double scale, double shift, double value, Matrix density, double from, double bin, double share, Matrix stages) {
    public static final int MEAN = 0, VARIANCE = 1, ENGINE_MEAN = 2, ENGINE_VARIANCE = 3, ERROR = 4;
  }
}
