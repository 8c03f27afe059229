package dropoutlab.theory;

/// What DropBlock really drops of one map of side x side values (Ghiasi, Lin and Le 2018). At each of the places where
/// a block of b x b fits it is dropped with probability `γ = p / b² · side² / (side - b + 1)²`, and a value is dropped
/// with the first block that reaches it: with probability `1 - (1 - γ)ⁿ`, where n counts the blocks that reach it.
public record BlockRates(double p, int block, int side) {
  public BlockRates {
    if (block > side) throw new IllegalArgumentException("A block of " + block + " does not fit into a map of " + side);
  }

  /// Returns how many places there are for a block.
  public int places() { return (side - block + 1) * (side - block + 1); }

  public double gamma() { return p / (block * block) * side * side / places(); }

  /// Returns n, how many blocks reach a value.
  public int reach(int row, int col) { return common(row, row) * common(col, col); }

  /// Returns how many intervals of a block's length hold two places of a line.
  private int common(int one, int other) {
    int last = Math.min(Math.min(one, other), side - block), first = Math.max(0, Math.max(one, other) - block + 1);
    return Math.max(0, last - first + 1);
  }

  public double dropped(int row, int col) { return dropped(reach(row, col)); }

  /// Returns the probability that a value is dropped which n blocks reach. n need not be whole, so that a curve can be
  /// drawn.
  public double dropped(double n) { return 1 - StrictMath.pow(1 - gamma(), n); }

  /// Returns the probability that nothing is dropped.
  public double none() { return StrictMath.pow(1 - gamma(), places()); }

  /// Returns the mean share of the map that is dropped.
  public double mean() {
    double sum = 0;
    for (int r = 0; r < side; r++) for (int c = 0; c < side; c++) sum += dropped(r, c);
    return sum / (side * side);
  }

  /// Returns the variance, over masks, of the share that is dropped. Two values are both kept with probability
  /// `(1 - γ)` to the power of the number of blocks that reach at least one of them.
  public double shareVariance() {
    double[] kept = new double[2 * block * block + 1];
    for (int n = 0; n < kept.length; n++) kept[n] = StrictMath.pow(1 - gamma(), n);
    int values = side * side;
    double sum = 0;
    for (int i = 0; i < values; i++)
      for (int j = 0; j < values; j++) {
        int one = reach(i / side, i % side), other = reach(j / side, j % side);
        int both = common(i / side, j / side) * common(i % side, j % side);
        sum += kept[one + other - both] - kept[one] * kept[other];
      }
    return Math.max(0, sum) / values / values;
  }
}
