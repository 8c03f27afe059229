package dropoutlab.claim.features;

import dropoutlab.data.DataSet;
import dropoutlab.data.Examples;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.frame.bench.FeaturesPicture.Sparse;
import dropoutlab.math.RandomStream;
import dropoutlab.predict.sweep.Sparsity;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.theory.Likeness;
import dropoutlab.theory.RemovableUnits;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Function;

/// The hidden units of one trained network by both sides: in double precision, and by the engine with units pinned as
/// dropped.
final class SparseUnits {
  /// Two units carry the same feature if their activations are correlated so much.
  static final double SAME = .7;
  private static final int BINS = 24;

  private final RemovableUnits exact;
  private final PinnedUnits engine;
  private final Matrix inputs;
  private final int examples;
  private final Side ofExact;
  private final Side ofEngine;
  private final double undecidedWorst;

  /// What one side found without removing half of the units.
  private record Side(Matrix values, Matrix costs, Matrix likeness) {}

  SparseUnits(NetworkSpec spec, Weights weights, DataSet data, Runnable each) {
    Examples held = data.validation();
    exact = new RemovableUnits(weights, held, each);
    engine = new PinnedUnits(spec, weights, data);
    inputs = weights.weights().getFirst();
    examples = held.size();
    ofExact = side(exact.values(), exact::wrong, each);
    ofEngine = side(engine.values(), engine::wrong, each);
    undecidedWorst = undecided(each);
  }

  int units() { return exact.units(); }

  private Side side(Matrix values, Function<BitSet, int[]> wrong, Runnable each) {
    int[] sizes = exact.sizes(), none = wrong.apply(new BitSet());
    double[] costs = new double[units() * sizes.length];
    for (int u = 0; u < units(); u++) {
      each.run();
      int[] without = wrong.apply(only(u));
      for (int c = 0; c < sizes.length; c++)
        costs[u * sizes.length + c] = sizes[c] == 0 ? 0 : (double) (without[c] - none[c]) / sizes[c];
    }
    return new Side(values, Matrix.copyOf(costs, units(), sizes.length), Likeness.between(values));
  }

  private static BitSet only(int unit) {
    BitSet set = new BitSet();
    set.set(unit);
    return set;
  }

  /// By how much rounding may change the largest cost: it may raise another above it, or lower all that are as large.
  private double undecided(Runnable each) {
    int[] sizes = exact.sizes(), none = exact.undecided(new BitSet());
    double least = 0, most = 0, largest = ofExact.costs.max();
    for (int u = 0; u < units(); u++) {
      each.run();
      int[] without = exact.undecided(only(u));
      for (int c = 0; c < sizes.length; c++) {
        double cost = ofExact.costs.at(u, c), may = sizes[c] == 0 ? 0 : (double) (without[c] + none[c]) / sizes[c];
        least = Math.max(least, cost - may);
        most = Math.max(most, cost + may);
      }
    }
    return Math.max(most - largest, largest - least);
  }

  double undecidedWorst() { return undecidedWorst; }

  double undecidedZeros() { return exact.undecidedZeros(); }

  Sparse.Measures exact(double half) { return measures(ofExact, half); }

  Sparse.Measures engine(double half) { return measures(ofEngine, half); }

  private static Sparse.Measures measures(Side of, double half) {
    Matrix each = each(of);
    int units = each.rows(), same = 0, dead = 0;
    for (int u = 0; u < units; u++) {
      if (each.at(u, Sparse.Units.SAME) > 0) same++;
      if (each.at(u, Sparse.Units.ZEROS) == 1) dead++;
    }
    Sparsity all = Sparsity.of(of.values);
    return new Sparse.Measures(all.zeros(), all.activation(), of.costs.max(), half,
        Likeness.meanOf(of.likeness), (double) same / units, (double) dead / units);
  }

  private static Matrix each(Side of) {
    double[] each = new double[4 * of.values.cols()];
    for (int u = 0; u < of.values.cols(); u++) {
      int same = 0, likest = -1;
      for (int v = 0; v < of.values.cols(); v++) {
        double r = of.likeness.at(u, v);
        if (r > SAME) same++;
        if (!Double.isNaN(r) && (likest < 0 || r > of.likeness.at(u, likest))) likest = v;
      }
      Sparsity unit = Sparsity.ofUnit(of.values, u);
      double[] its = {unit.activation(), unit.zeros(), same, likest};
      System.arraycopy(its, 0, each, its.length * u, its.length);
    }
    return Matrix.copyOf(each, of.values.cols(), 4);
  }

  /// Returns the share of wrong answers, mean over orders in which units are removed one after the other, exact and by
  /// the engine: (n x 2), a row for every `step` of them.
  Matrix along(int[][] orders, int step, Runnable each) {
    int rows = units() / step + 1;
    double[] shares = new double[2 * rows];
    for (int[] order : orders) {
      int[] counted = exact.wrongAlong(order, step);
      BitSet gone = new BitSet();
      for (int row = 0; row < rows; row++) {
        each.run();
        for (int k = Math.max(0, (row - 1) * step); k < row * step; k++) gone.set(order[k]);
        shares[2 * row] += (double) counted[row] / examples / orders.length;
        shares[2 * row + 1] += (double) Arrays.stream(engine.wrong(gone)).sum() / examples / orders.length;
      }
    }
    return Matrix.copyOf(shares, rows, 2);
  }

  /// The first of these random orders of the units.
  static int[][] orders(int units, int count, RandomStream random) {
    int[][] orders = new int[count][units];
    for (int[] order : orders) {
      Arrays.setAll(order, u -> u);
      random.shuffle(order);
    }
    return orders;
  }

  double largest() { return ofExact.values.max(); }

  /// @param first   (inputs x units) what is taken off the weights of the first layer before they are shown
  /// @param largest the end of the last bin
  Sparse.Units picture(Matrix first, double largest) {
    Matrix byUnit = Matrix.generate(inputs.cols(), inputs.rows(),
        (unit, pixel) -> inputs.at(pixel, unit) - (first.isEmpty() ? 0 : first.at(pixel, unit)));
    double[] bins = new double[2 * BINS];
    double bin = Math.max(1e-6, largest) / BINS;
    fill(bins, bin, ofExact.values, 0);
    fill(bins, bin, ofEngine.values, 1);
    return new Sparse.Units(byUnit, each(ofExact), ofExact.costs, ofEngine.costs, Matrix.copyOf(bins, BINS, 2), bin);
  }

  private static void fill(double[] bins, double bin, Matrix values, int side) {
    for (int i = 0; i < values.size(); i++)
      if (values.get(i) > 0) bins[2 * Math.min(BINS - 1, (int) (values.get(i) / bin)) + side] += 1.0 / values.size();
  }
}
