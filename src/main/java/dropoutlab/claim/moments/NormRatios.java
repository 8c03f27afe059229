package dropoutlab.claim.moments;

import dropoutlab.claim.Bench;
import dropoutlab.claim.Settings;
import dropoutlab.frame.Matrix;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.theory.RectifiedNormal;
import dropoutlab.theory.VarianceRatio;
import java.util.Arrays;
import java.util.List;

/// What a norm should learn and meet, at all rates and widths, and what the engine's does.
///
/// @param alike the correlation of the inputs of the units that are summed
record NormRatios(double p, boolean before, int width, double alike) {
  static final int WIDEST = 64;
  private static final List<Double> RATES = List.of(.1, .2, .3, .4, .5, .6, .7, .8, .9);
  private static final List<Integer> WIDTHS = List.of(1, 2, 4, 8, 16, 32, WIDEST);
  private static final int STEPS = 96;
  /// Values that a dot is measured on.
  private static final int VALUES = 1 << 15;

  static NormRatios of(Settings settings) {
    return new NormRatios(settings.get("p"), settings.is("order", "before"), settings.count("width"),
        settings.get("alike"));
  }

  NormTrial.Plan plan(double rate, int units, double momentum) {
    return new NormTrial.Plan(new DropoutSpec.Inverted(), rate, before, true, units, momentum);
  }

  /// Whether the two variances differ at all.
  boolean shifts() { return before && p > 0; }

  double exact() { return ratio(p, width); }

  double inference() { return RectifiedNormal.VARIANCE * (1 + RectifiedNormal.correlation(alike) * (width - 1)); }

  double training() { return inference() / exact(); }

  private double ratio(double rate, int units) { return before ? shifted(rate, units) : 1; }

  private double shifted(double rate, int units) {
    double[] weights = new double[units];
    Arrays.fill(weights, 1);
    return VarianceRatio.behindWeights(weights, RectifiedNormal.MEAN, RectifiedNormal.VARIANCE,
        RectifiedNormal.correlation(alike), VarianceRatio.ofDropout(rate));
  }

  /// Returns the ratio of dropout before the norm at rates from 0 on, (rates x 2).
  Matrix alongRates() { return Matrix.generate(STEPS, 2, (i, c) -> c == 0 ? i / 100.0 : shifted(i / 100.0, width)); }

  /// Returns the ratio at every width, (widths x 2).
  Matrix alongWidths() { return Matrix.generate(WIDEST, 2, (i, c) -> c == 0 ? i + 1 : ratio(p, i + 1)); }

  /// The same as the engine has it, measured on one batch each.
  ///
  /// @param rates,widths (dots x 2)
  record Dots(Matrix rates, Matrix widths) {
    static Dots of(NormRatios of, long seed, ProgressMonitor watch) {
      Tensor z = drawn(VALUES, of.width, of.alike, seed);
      Matrix rates = Matrix.generate(RATES.size(), 2, (i, c) -> c == 0 ? RATES.get(i)
          : measured(of.plan(RATES.get(i), of.width, 1), z, seed, watch));
      Matrix widths = Matrix.generate(WIDTHS.size(), 2, (i, c) -> c == 0 ? WIDTHS.get(i)
          : measured(of.plan(of.p, WIDTHS.get(i), 1), drawn(VALUES, WIDTHS.get(i), of.alike, seed), seed, watch));
      return new Dots(rates, widths);
    }
  }

  static Tensor drawn(int values, int width, double alike, long seed) {
    Tensor z = new Tensor(values / width, width);
    NormTrial.draw(RandomStream.of(seed, Purpose.DATA, 2), alike, z);
    return z;
  }

  /// Returns the variance at inference over that which a norm learns, on one batch that is all it remembers.
  static double measured(NormTrial.Plan plan, Tensor z, long seed, ProgressMonitor watch) {
    Bench.check(watch);
    NormTrial trial = new NormTrial(plan, seed);
    trial.learn(z);
    return trial.met(z) / trial.statistics()[1];
  }
}
