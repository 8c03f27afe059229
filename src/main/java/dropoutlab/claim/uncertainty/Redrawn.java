package dropoutlab.claim.uncertainty;

import dropoutlab.claim.Remembered;
import dropoutlab.claim.Settings;
import dropoutlab.frame.Matrix;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.predict.ProgressMonitor;
import java.util.List;

/// Networks that were each trained on targets of their own, y = Xβ + noise, with the same inputs X.
final class Redrawn {
  static final int INPUTS = 2, NETWORKS = 4000;

  /// What the targets depend on.
  private record Data(List<Double> x, List<Double> beta, double noise, long seed) {}

  private record Key(Data data, double p) {}

  private static final Remembered<Key, EveryMaskTraining.Trained> TRAINED = new Remembered<>();
  private static final Remembered<Data, List<EveryMaskTraining.Trained>> GRID = new Remembered<>();

  private final Settings settings;

  Redrawn(Settings settings) { this.settings = settings; }

  private Data data() {
    return new Data(settings.all("x"), settings.all("beta"), settings.get("noise"), settings.seed());
  }

  double[][] x() {
    double[] all = settings.array("x");
    return new double[][] {{all[0], all[1]}, {all[2], all[3]}};
  }

  /// The targets, (examples x networks): each network draws its own in its turn.
  private Tensor targets() {
    double[][] x = x();
    double[] beta = settings.array("beta");
    Tensor y = new Tensor(x.length, NETWORKS);
    RandomStream noise = RandomStream.of(settings.seed(), Purpose.DATA);
    for (int k = 0; k < NETWORKS; k++)
      for (int i = 0; i < x.length; i++)
        y.set(i, k, (float) (x[i][0] * beta[0] + x[i][1] * beta[1] + settings.get("noise") * noise.nextGaussian()));
    return y;
  }

  /// The targets of the first network.
  double[] firstTargets() {
    Tensor y = targets();
    return new double[] {y.at(0, 0), y.at(1, 0)};
  }

  private EveryMaskTraining.Trained train(double p, ProgressMonitor watch) {
    double[][] x = x();
    Tensor inputs = Tensor.of(2, 2, (float) x[0][0], (float) x[0][1], (float) x[1][0], (float) x[1][1]);
    return EveryMaskTraining.train(inputs, targets(), p, false, watch);
  }

  EveryMaskTraining.Trained at(double p, ProgressMonitor watch) {
    return TRAINED.get(new Key(data(), p), () -> train(p, watch));
  }

  /// The same at each of these drop rates.
  List<EveryMaskTraining.Trained> at(List<Double> rates, ProgressMonitor watch) {
    return GRID.get(data(), () -> rates.stream().map(p -> train(p, watch)).toList());
  }

  /// What the first networks say at x*.
  static double[] said(EveryMaskTraining.Trained trained, double[] at, int networks) {
    Matrix w = EveryMaskTraining.table(trained);
    double[] said = new double[networks];
    for (int k = 0; k < networks; k++) said[k] = at[0] * w.at(0, k) + at[1] * w.at(1, k);
    return said;
  }
}
