package dropoutlab.claim.ensemble;

import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.EnsemblePicture;
import dropoutlab.math.Tensor;
import dropoutlab.theory.DroppedSum;
import dropoutlab.theory.DroppedSum.Outcome;
import java.util.ArrayList;
import java.util.List;

/// What of [NearlyNormal] is to be seen.
final class NormalPicture {
  private static final int PLACES = 161, MOST_BINS = 40;
  private static final double NEAR = 1e-9, TAILS = 3.4;

  private NormalPicture() {}

  static EnsemblePicture.NearlyNormal of(NormalSides sides, long seed, int passes) {
    Tensor drawn = sides.engine(seed).drawn(passes);
    double[] z = new double[passes];
    for (int i = 0; i < passes; i++) z[i] = drawn.data()[i];
    double[] said = NormalSides.sigmoid(z);
    List<double[]> running = new ArrayList<>();
    double sum = 0;
    for (int i = 0; i < passes; i++) {
      sum += said[i];
      if (isShown(i + 1) || i == passes - 1) running.add(new double[] {i + 1, Math.abs(sum / (i + 1) - sides.exact())});
    }
    List<Outcome> outcomes = sides.law().outcomes(NEAR);
    return new EnsemblePicture.NearlyNormal(sides.wx(), sides.b(), bins(outcomes, z), curve(sides.law(), outcomes),
        sides.law().mean(), sides.law().variance(), sides.exact(), sides.integral(), sides.probit(), sides.off(),
            sum / passes,
        passes, sides.sd(), Matrix.generate(running.size(), 2, (r, c) -> running.get(r)[c]));
  }

  /// 1, 2, 5, 10, 20, 50, ...
  private static boolean isShown(int passes) {
    int first = passes;
    while (first % 10 == 0) first /= 10;
    return first == 1 || first == 2 || first == 5;
  }

  /// The values of z are often multiples of one number: then each bin holds equally many of them.
  private static Matrix bins(List<Outcome> outcomes, double[] passes) {
    double from = outcomes.getFirst().z(), length = outcomes.getLast().z() - from, least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < outcomes.size(); i++) least = Math.min(least, outcomes.get(i).z() - outcomes.get(i - 1).z());
    double width = outcomes.size() < 2 ? 1 : least * Math.ceil(length / least / MOST_BINS);
    double start = from - (outcomes.size() < 2 ? .5 : least / 2);
    int bins = 1 + (int) Math.floor((from + length - start) / width);
    double[][] shares = new double[bins][2];
    for (Outcome each : outcomes) shares[bin(each.z(), start, width, bins)][0] += each.probability();
    for (double each : passes) shares[bin(each, start, width, bins)][1] += 1.0 / passes.length;
    return Matrix.generate(bins, 4, (i, column) -> column < 2 ? start + (i + column) * width : shares[i][column - 2]);
  }

  private static int bin(double z, double start, double width, int bins) {
    return Math.clamp((int) Math.floor((z - start) / width), 0, bins - 1);
  }

  private static Matrix curve(DroppedSum law, List<Outcome> outcomes) {
    double mean = law.mean(), sd = Math.sqrt(law.variance()), room = Math.max(TAILS * sd, 1);
    double from = Math.min(outcomes.getFirst().z() - .5, mean - room),
        to = Math.max(outcomes.getLast().z() + .5, mean + room);
    double step = (to - from) / (PLACES - 1);
    return Matrix.generate(3, PLACES, (row, i) -> switch (row) {
      case 0 -> from + i * step;
      case 1 -> sd == 0 ? 0 : law.normalDensity(from + i * step);
      default -> DroppedSum.sigmoid(from + i * step);
    });
  }
}
