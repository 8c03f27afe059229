package dropoutlab.claim.ensemble;

import dropoutlab.claim.Bench;
import dropoutlab.claim.DroppedUnit;
import dropoutlab.claim.EveryMask;
import dropoutlab.claim.Settings;
import dropoutlab.claim.SinglePrecision;
import dropoutlab.math.RandomStream;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.DroppedSum;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What both sides of [NearlyNormal] say under one setting.
final class NormalSides {
  static final int MOST_INPUTS = 12;
  private static final int MASKS_BETWEEN_CHECKS = 256;
  private static final double LEAST_TOLERANCE = 1e-6;

  private final double p;
  private final double[] wx;
  private final double b;
  private final DroppedSum law;
  private final double exact;
  private final double sd;
  private final double engineMean;
  private final double engineMeanZ;
  private final double engineVariance;

  NormalSides(Settings settings, ProgressMonitor watch) {
    p = settings.get("p");
    wx = Arrays.copyOf(settings.array("wx"), settings.count("n"));
    b = settings.get("b");
    law = DroppedSum.standard(wx, b, p);
    exact = law.mean(DroppedSum::sigmoid);
    sd = Math.sqrt(law.mean(z -> (DroppedSum.sigmoid(z) - exact) * (DroppedSum.sigmoid(z) - exact)));
    int[] passes = {0};
    double[] z = engine(0).underEveryMask(out -> {
      if (passes[0]++ % MASKS_BETWEEN_CHECKS == 0) Bench.check(watch);
      return out.data()[0];
    });
    engineMean = EveryMask.mean(sigmoid(z), wx.length, p);
    engineMeanZ = EveryMask.mean(z, wx.length, p);
    engineVariance = EveryMask.mean(Arrays.stream(z).map(each -> (each - engineMeanZ) * (each - engineMeanZ)).toArray(),
        wx.length, p);
  }

  /// Returns the engine's unit: all its inputs are 1.
  DroppedUnit engine(long seed) {
    double[] ones = new double[wx.length];
    Arrays.fill(ones, 1);
    return new DroppedUnit(p, false, wx, ones, b, RandomStream.of(seed, Purpose.MASKS));
  }

  /// Returns the engine's probability of each logit.
  static double[] sigmoid(double[] z) {
    Tensor logits = new Tensor(z.length, 1), said = new Tensor(z.length, 1);
    for (int i = 0; i < z.length; i++) logits.data()[i] = (float) z[i];
    Loss.BINARY_CROSS_ENTROPY.predict(logits, said);
    return IntStream.range(0, z.length).mapToDouble(i -> said.data()[i]).toArray();
  }

  double p() { return p; }

  int inputs() { return wx.length; }

  long masks() { return 1L << wx.length; }

  List<Double> wx() { return Arrays.stream(wx).boxed().toList(); }

  double b() { return b; }

  DroppedSum law() { return law; }

  /// The mean output over all masks, and the standard deviation.
  double exact() { return exact; }

  double sd() { return sd; }

  double integral() { return law.normalMean(DroppedSum::sigmoid); }

  double probit() { return DroppedSum.probit(law.mean(), law.variance()); }

  double off() { return DroppedSum.sigmoid(law.mean()); }

  double engineMean() { return engineMean; }

  double engineIntegral() { return DroppedSum.normalMean(engineMeanZ, engineVariance, DroppedSum::sigmoid); }

  double engineProbit() { return DroppedSum.probit(engineMeanZ, engineVariance); }

  double engineOff() { return sigmoid(new double[] {engine(0).masksOff().data()[0]})[0]; }

  /// Adds up rounding. Of each term only w is rounded, since x and m are 1, and then the terms are added. The logistic
  /// function has a slope of at most 1/4, and turns an error of z's standard deviation into less than a tenth of it.
  double tolerance() {
    double z = law.mean((_, size) -> (wx.length + 1) * SinglePrecision.UNIT * size);
    return SinglePrecision.tolerance(Math.max(LEAST_TOLERANCE,
        z * (.5 + .1 * Math.sqrt(law.variance())) + SinglePrecision.ofFunction(exact)));
  }
}
