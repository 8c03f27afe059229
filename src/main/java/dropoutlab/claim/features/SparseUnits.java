package dropoutlab.claim.features;

import dropoutlab.data.DataSet;
import dropoutlab.data.Examples;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.frame.bench.FeaturesPicture.Sparse;
import dropoutlab.math.RandomStream;
import dropoutlab.predict.sweep.Sparsity;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Task;
import dropoutlab.theory.Likeness;
import dropoutlab.theory.RemovableUnits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// The hidden units of one trained network by both sides: in double precision, and by the engine with units pinned as
/// dropped.
final class SparseUnits {
  /// Two units carry the same feature if their activations are correlated so much.
  static final double SAME = .7;
  /// Of a mean of squares.
  private static final double ROUNDING = 1e-5;
  private static final int BINS = 24;

  private final RemovableUnits exact;
  private final PinnedUnits engine;
  private final Matrix inputs;
  private final int examples;
  private final boolean reconstructs;
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
    reconstructs = data.schema().task() == Task.RECONSTRUCTION;
    ofExact = side(exact.values(), reconstructs ? squares(exact::squares) : wrong(exact::wrong), each);
    ofEngine = side(engine.values(), reconstructs ? squares(engine::squares) : wrong(engine::wrong), each);
    undecidedWorst = reconstructs ? ROUNDING : undecided(each);
  }

  int units() { return exact.units(); }

  private Side side(Matrix values, Function<BitSet, double[]> cost, Runnable each) {
    List<double[]> costs = new ArrayList<>();
    for (int u = 0; u < units(); u++) {
      each.run();
      costs.add(cost.apply(only(u)));
    }
    return new Side(values, Matrix.generate(units(), costs.getFirst().length, (u, c) -> costs.get(u)[c]),
        Likeness.between(values));
  }

  /// What removing units adds to the share of wrong answers of each class.
  private Function<BitSet, double[]> wrong(Function<BitSet, int[]> wrong) {
    int[] sizes = exact.sizes(), none = wrong.apply(new BitSet());
    return gone -> {
      int[] without = wrong.apply(gone);
      double[] costs = new double[sizes.length];
      Arrays.setAll(costs, c -> sizes[c] == 0 ? 0 : (double) (without[c] - none[c]) / sizes[c]);
      return costs;
    };
  }

  /// What removing units adds to the error of the reconstruction, in the one column that there is.
  private static Function<BitSet, double[]> squares(ToDoubleFunction<BitSet> squares) {
    double none = squares.applyAsDouble(new BitSet());
    return gone -> new double[] {squares.applyAsDouble(gone) - none};
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

  /// @param half the error without half of the units, `error` that with all
  Sparse.Measures exact(double half, double error) { return measures(ofExact, half, error); }

  Sparse.Measures engine(double half, double error) { return measures(ofEngine, half, error); }

  private static Sparse.Measures measures(Side of, double half, double error) {
    Matrix each = each(of);
    int units = each.rows(), same = 0, dead = 0;
    for (int u = 0; u < units; u++) {
      if (each.at(u, Sparse.Units.SAME) > 0) same++;
      if (each.at(u, Sparse.Units.ZEROS) == 1) dead++;
    }
    Sparsity all = Sparsity.of(of.values);
    return new Sparse.Measures(all.zeros(), all.activation(), of.costs.max(), half,
        Likeness.meanOf(of.likeness), (double) same / units, (double) dead / units, error);
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

  /// Returns the share of wrong answers, or the squares of a reconstruction, mean over orders in which units are removed
  /// one after the other, exact and by the engine: (n x 2), a row for every `step` of them.
  Matrix along(int[][] orders, int step, Runnable each) {
    int rows = units() / step + 1;
    double[] shares = new double[2 * rows];
    for (int[] order : orders) {
      double[] counted = reconstructs ? exact.squaresAlong(order, step) : shares(exact.wrongAlong(order, step));
      BitSet gone = new BitSet();
      for (int row = 0; row < rows; row++) {
        each.run();
        for (int k = Math.max(0, (row - 1) * step); k < row * step; k++) gone.set(order[k]);
        shares[2 * row] += counted[row] / orders.length;
        shares[2 * row + 1] += (reconstructs ? engine.squares(gone)
            : (double) Arrays.stream(engine.wrong(gone)).sum() / examples) / orders.length;
      }
    }
    return Matrix.copyOf(shares, rows, 2);
  }

  private double[] shares(int[] counts) { return Arrays.stream(counts).mapToDouble(n -> (double) n / examples).toArray(); }

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
