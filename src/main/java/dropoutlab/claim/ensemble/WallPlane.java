package dropoutlab.claim.ensemble;

import dropoutlab.claim.Bench;
import dropoutlab.claim.Remembered;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Viewport;
import dropoutlab.frame.bench.EnsemblePicture.Errors;
import dropoutlab.math.Tensor;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.predict.query.InputSpace;
import dropoutlab.theory.ThinnedNetwork.Answers;
import dropoutlab.theory.ThinnedNetwork;
import dropoutlab.theory.ThinnedUnit;
import java.util.List;

/// What [ThinnedNetworks] computes of the moons' network wherever the cross is and however many passes are drawn.
///
/// @param walled    (networks x side²) the maps of the wall
/// @param masks     those of the networks of the wall, if it does not hold all
/// @param geometric (mapSide² x 1), as the other two
record WallPlane(MoonsNetwork network, int side, Matrix walled, List<Long> masks, int mapSide, Tensor grid,
                 Matrix geometric, Matrix average, Matrix off, Errors errors) {
  /// All maps of the wall together have so many cells across: it costs the same for every number of networks.
  private static final int WALL = 384;
  private static final int MAP = 48;
  /// How many networks are shown of more than can be shown.
  static final int SAMPLE = 256;
  /// So many passes are averaged in committees.
  private static final int MEASURED = 10 * PassErrors.MOST;
  private static final Remembered<Asked, WallPlane> COMPUTED = new Remembered<>();

  static WallPlane of(Asked asked, ProgressMonitor watch) { return COMPUTED.get(asked, () -> compute(asked, watch)); }

  static int side(Asked asked) {
    return (int) Math.round(WALL / Math.sqrt(asked.every() ? SAMPLE : 1 << asked.units()));
  }

  /// All masks of two layers are many for each cell of a map, and so there it has fewer.
  private static int mapSide(Asked asked) { return asked.every() ? Math.max(6, 12 - 2 * Math.max(0, asked.units() - 8)) : MAP; }

  Viewport window() { return InputSpace.window(network.data()); }

  private static WallPlane compute(Asked asked, ProgressMonitor watch) {
    MoonsNetwork network = MoonsNetwork.of(asked, watch);
    Thinned thinned = network.thinned();
    int side = side(asked), mapSide = mapSide(asked);
    Tensor wall = grid(network, side), grid = grid(network, mapSide);
    Thinned.Drawn sample = asked.every() ? thinned.drawn(wall, SAMPLE, watch) : null;
    Matrix exact = exact(asked, network, grid, watch);
    return new WallPlane(network, side, sample == null ? thinned.forced(wall, watch) : sample.answers(),
        sample == null ? List.of() : sample.masks(),
        mapSide, grid, column(exact, 0), column(exact, 1), thinned.off(grid), errors(network, thinned, watch));
  }

  /// The centres of the cells of a map as the network reads them, row j * side + i for column i and row j from the bottom.
  private static Tensor grid(MoonsNetwork network, int side) {
    Viewport window = InputSpace.window(network.data());
    Tensor grid = new Tensor(side * side, 2);
    for (int cell = 0; cell < grid.rows(); cell++) {
      double x = (cell % side + .5) / side, y = (cell / side + .5) / side;
      float[] scaled = network.scaled(window.xMin() + x * (window.xMax() - window.xMin()),
          window.yMin() + y * (window.yMax() - window.yMin()));
      System.arraycopy(scaled, 0, grid.data(), 2 * cell, 2);
    }
    return grid;
  }

  private static Matrix exact(Asked asked, MoonsNetwork network, Tensor grid, ProgressMonitor watch) {
    ThinnedNetwork exact = new ThinnedNetwork(network.weights(), asked.p());
    double[] means = new double[2 * grid.rows()];
    for (int cell = 0; cell < grid.rows(); cell++) {
      if (asked.every() || cell % 64 == 0) Bench.check(watch);
      double[] x = {grid.at(cell, 0), grid.at(cell, 1)};
      if (asked.every()) {
        Answers answers = exact.answersOfBothLayers(x);
        means[2 * cell] = answers.geometric();
        means[2 * cell + 1] = answers.mean();
        watch.done((double) cell / grid.rows());
      } else {
        // The geometric mean, which is computed from all answers at the cross.
        means[2 * cell] = ThinnedUnit.sigmoid(exact.off(x));
        means[2 * cell + 1] = exact.lastLayer(x).mean();
      }
    }
    return Matrix.copyOf(means, grid.rows(), 2);
  }

  private static Matrix column(Matrix of, int column) { return Matrix.generate(of.rows(), 1, (r, _) -> of.at(r, column)); }

  private static Errors errors(MoonsNetwork network, Thinned thinned, ProgressMonitor watch) {
    return PassErrors.of(thinned, network.points(), MEASURED, watch).wrongAgainstPasses(thinned.off(network.points().x()));
  }
}
