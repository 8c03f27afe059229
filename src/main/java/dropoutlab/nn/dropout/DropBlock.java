package dropoutlab.nn.dropout;

import dropoutlab.frame.LayerView.Kind;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.DropRate;
import java.util.Arrays;

/// DropBlock (Ghiasi, Lin and Le 2018): blocks of b x b neighbouring values are dropped from each map.
///
/// - training: at each place where a block fits into a map, it is dropped with probability
///   `γ = p / b² · H W / ((H - b + 1) (W - b + 1))`, H x W being the size of the map; the values that no block covers
///   are multiplied by the number of all values over the number of values left; `dx = m dOut` with the same m
/// - inference, and p = 0: `y = x`
///
/// The ratio is taken per example, over all its maps, so that the mask of an example does not depend on the rest of the
/// batch; the paper and torchvision take it over the whole batch. An example of which nothing is left becomes 0. A
/// block is placed by its first corner, so that b may be even. With b = 1, single values are dropped; with a block as
/// large as the map, whole maps are.
///
/// The formula for γ assumes that blocks never overlap. They do, and so the fraction that is really dropped is less
/// than p: see [#droppedFraction].
public final class DropBlock extends UnitDropout {
  private final Shape shape;
  private final int block;
  private final int seedRows;
  private final int seedCols;
  private final float[] seeds;

  /// Throws an [IllegalArgumentException] if the block does not fit into a map.
  public DropBlock(double p, int block, Shape shape, RandomStream stream) {
    this(new DropRate(p), block, shape, stream);
  }

  public DropBlock(DropRate rate, int block, Shape shape, RandomStream stream) {
    super(rate, shape.size(), stream);
    if (block > shape.rows() || block > shape.cols())
      throw new IllegalArgumentException("A block of " + block + " x " + block + " does not fit into maps of "
          + shape.rows() + " x " + shape.cols());
    this.shape = shape;
    this.block = block;
    seedRows = shape.rows() - block + 1;
    seedCols = shape.cols() - block + 1;
    seeds = new float[shape.maps() * seedRows * seedCols];
  }

  /// Returns γ, the probability that a block is dropped at each of the places of a rows x cols map where it fits.
  public static double gamma(double p, int block, int rows, int cols) {
    return p / (block * block) * rows * cols / ((rows - block + 1.0) * (cols - block + 1.0));
  }

  /// Returns the expected fraction of a rows x cols map that is really dropped: the mean of [#droppedProbability] over
  /// all places. It is at most p, and equal to p where blocks cannot overlap.
  public static double droppedFraction(double p, int block, int rows, int cols) {
    double sum = 0;
    for (int r = 0; r < rows; r++)
      for (int c = 0; c < cols; c++) sum += droppedProbability(p, block, rows, cols, r, c);
    return sum / (rows * cols);
  }

  /// Returns the probability that the value at (row, col) is dropped: 1 - (1 - γ)ⁿ, where n is the number of blocks
  /// that cover it. It is greatest in the middle of a map and least, γ, in its corners.
  public static double droppedProbability(double p, int block, int rows, int cols, int row, int col) {
    int covers = covers(block, rows, row) * covers(block, cols, col);
    return 1 - StrictMath.pow(1 - gamma(p, block, rows, cols), covers);
  }

  /// Returns how many intervals of `block` places within `length` contain `place`.
  private static int covers(int block, int length, int place) {
    return Math.min(place, length - block) - Math.max(0, place - block + 1) + 1;
  }

  @Override void drawRow(RandomStream stream, float[] mask, int offset) {
    stream.fillMask(seeds, 0, seeds.length, gamma(p(), block, shape.rows(), shape.cols()), 1);
    Arrays.fill(mask, offset, offset + units(), 1);
    for (int s = 0; s < seeds.length; s++) if (seeds[s] == 0) clear(mask, offset, s);
    int left = 0;
    for (int i = offset; i < offset + units(); i++) if (mask[i] != 0) left++;
    float scale = left == 0 ? 0 : (float) units() / left;
    for (int i = offset; i < offset + units(); i++) mask[i] *= scale;
  }

  private void clear(float[] mask, int offset, int seed) {
    int col = seed % seedCols, row = seed / seedCols % seedRows, map = seed / (seedCols * seedRows);
    for (int r = row; r < row + block; r++) {
      int from = offset + (map * shape.rows() + r) * shape.cols() + col;
      Arrays.fill(mask, from, from + block, 0);
    }
  }

  @Override Tensor forward(Tensor x, Factors m) { return m.times(x); }

  @Override Tensor backward(Tensor dOut, Factors m) { return m.timesBack(dOut); }

  @Override public boolean onlyMultiplies() { return true; }

  /// Returns the expected factor; the factor in use differs from example to example.
  @Override public float keptScale() {
    return (float) (1 / (1 - droppedFraction(p(), block, shape.rows(), shape.cols())));
  }

  @Override public DropBlock sharing() { return new DropBlock(p(), block, shape, null); }

  @Override Kind kind() { return Kind.DROP_BLOCK; }
}
