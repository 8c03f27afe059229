package dropoutlab.claim.scaling;

import dropoutlab.claim.Bench;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.ScalingPicture;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.LinearPenalty;
import java.util.ArrayList;
import java.util.List;

/// What of [TwoPaths] is to be seen.
final class PathPicture {
  /// Factors are shown from 0.02 to 1, evenly in their logarithms: so many exactly, and every sixth by the engine.
  private static final double LEAST_FACTOR = .02;
  private static final int FACTORS = 48, EVERY = 6;

  private PathPicture() {}

  static ScalingPicture.TwoPaths of(PathSides sides, ProgressMonitor watch) {
    List<double[]> byFactor = new ArrayList<>(), engine = new ArrayList<>();
    for (double factor : factors(sides.p())) byFactor.add(new double[] {factor, sides.most(factor)});
    for (int i = 0; i <= FACTORS; i += EVERY) {
      Bench.check(watch);
      engine.add(new double[] {factor(i), sides.engineMost(sides.inverted(factor(i)))});
    }
    LinearPenalty loss = LinearPenalty.dropout(LayerTraining.X, LayerTraining.Y, sides.p());
    double[] least = loss.weights();
    return new ScalingPicture.TwoPaths(sides.p(), sides.rate(), sides.factor(), sides.steps(),
        table(List.of(sides.standardPath())),
        table(List.of(sides.chosenPath())), table(sides.chosen().path()), table(sides.fitted().path()), apart(sides),
            table(byFactor),
        table(engine), List.of(least[0], least[1]), curvature(loss));
  }

  private static double factor(int i) { return StrictMath.pow(LEAST_FACTOR, 1 - (double) i / FACTORS); }

  /// With the one at which both take the same path.
  private static List<Double> factors(double p) {
    List<Double> factors = new ArrayList<>(List.of((1 - p) * (1 - p)));
    for (int i = 0; i <= FACTORS; i++) factors.add(factor(i));
    return factors.stream().sorted().toList();
  }

  private static Matrix apart(PathSides sides) {
    return Matrix.generate(sides.steps() + 1, 3, (step, column) -> switch (column) {
      case 0 -> sides.apart(step);
      case 1 -> sides.engineApart(step);
      default -> sides.engineApart(sides.fitted(), step);
    });
  }

  private static Matrix curvature(LinearPenalty loss) {
    double[][] x = LayerTraining.X;
    return Matrix.generate(2, 2, (r, c) -> {
      double sum = r == c ? loss.penalties()[r] : 0;
      for (double[] row : x) sum += row[r] * row[c];
      return sum / x.length;
    });
  }

  private static Matrix table(List<double[]> rows) {
    return Matrix.generate(rows.size(), 2, (r, c) -> rows.get(r)[c]);
  }
}
