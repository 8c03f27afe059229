package dropoutlab.claim.moments;

import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.math.Tensor;
import dropoutlab.predict.variant.seeds.MeanSd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/// What was measured behind each layer of noise of several networks; stage 0 is behind the noise on the inputs.
final class SeluRun {
  /// The histogram of what was not dropped behind the inputs.
  static final double FROM = -6, BIN = .25;
  static final int BINS = 48;

  private final double[][] means;
  private final double[][] squares;
  private final List<Tensor> first = new ArrayList<>();
  private final int networks;

  SeluRun(int networks, int stages) {
    this.networks = networks;
    means = new double[stages][networks];
    squares = new double[stages][networks];
  }

  void add(int network, int stage, Tensor values) {
    double sum = 0, square = 0;
    for (int i = 0; i < values.size(); i++) {
      double value = values.data()[i];
      sum += value / values.size();
      square += value * value / values.size();
    }
    if (stage == 0) first.add(values);
    means[stage][network] = sum;
    squares[stage][network] = square;
  }

  int values() { return first.stream().mapToInt(Tensor::size).sum(); }

  int stages() { return means.length; }

  /// Returns the mean square of each network.
  double[] squares(int stage) { return squares[stage].clone(); }

  double mean(int stage) { return Arrays.stream(means[stage]).average().orElseThrow(); }

  double square(int stage) { return Arrays.stream(squares[stage]).average().orElseThrow(); }

  double variance(int stage) { return square(stage) - mean(stage) * mean(stage); }

  /// Returns the standard error of a stage's mean square, estimated from the differences between networks. It is
  /// widened so that four of it are exceeded as rarely as four known ones, however few networks there are (Student
  /// 1908).
  double squareError(int stage) {
    MeanSd over = MeanSd.of(Arrays.stream(squares[stage]).boxed().toList());
    double rarely = new NormalDistribution(null, 0, 1).cumulativeProbability(Tolerance.Noise.SES);
    double wide = new TDistribution(null, networks - 1).inverseCumulativeProbability(rarely) / Tolerance.Noise.SES;
    return wide * over.sd() / Math.sqrt(networks);
  }

  /// Returns the share of the inputs that became `dropped`.
  double share(float dropped) {
    int count = 0;
    for (Tensor each : first)
      for (int i = 0; i < each.size(); i++) if (each.data()[i] == dropped) count++;
    return (double) count / values();
  }

  /// Returns the density of what was kept, bin by bin.
  Matrix density(float dropped) {
    double[] bins = new double[BINS];
    int all = values();
    for (Tensor each : first)
      for (int i = 0; i < each.size(); i++) {
        int bin = (int) Math.floor((each.data()[i] - FROM) / BIN);
        if (each.data()[i] != dropped && bin >= 0 && bin < BINS) bins[bin] += 1 / (BIN * all);
      }
    return Matrix.row(bins);
  }
}
