package dropoutlab.predict;

import dropoutlab.data.DataSet;
import dropoutlab.data.Examples;
import dropoutlab.data.TargetUnit;
import dropoutlab.frame.Noise;
import dropoutlab.math.Tensor;
import dropoutlab.spec.DataSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/// Fits the observation noise of a method to known targets: the noise under which the method's own predictive density,
/// the one that is reported, makes the targets most likely ([NoiseLikelihood]). With masks off this is the mean squared
/// error. For MC dropout and an ensemble the density is a mixture, which may have several maxima; they are searched for
/// between the least noise that can be distinguished and the greatest that can be a maximum.
///
/// If the network learns the variance for each input, a factor on these variances is fitted instead. That is the σ
/// scaling of Laves et al. (2021), "Recalibration of Aleatoric and Epistemic Regression Uncertainty in Medical
/// Imaging", after Levi et al. (2019), "Evaluating and Calibrating Uncertainty Prediction in Regression Tasks". They
/// scale the variance of one normal distribution; here the variance of each component of the mixture is scaled.
public final class NoiseFit {
  /// The number of passes that is reported by default. With 100 passes, the draw of the masks moves ln τ by 0.02 to
  /// 0.04 on sets whose noise is known; the sampling error of a few hundred rows is √(2/n) = 0.06. Four times as many
  /// passes give the same result within that error.
  public static final int PASSES = 100;
  /// The greatest number of rows times components: with 100 passes, 10,000 evenly spread rows, which determine ln τ to
  /// 0.014.
  private static final int MOST_TERMS = 1_000_000;
  private static final int SCANNED_ROWS = 64;
  /// The step of the scan in λ = -ln s². One row's part of the likelihood changes on a scale of more than 1.
  private static final double STEP = 1;
  /// A maximum that is lower by this much on the scanned rows may still be the highest on all rows.
  private static final double RIVAL = 0.3;
  /// Below this share of the target's standard deviation (or of the learnt one), noise cannot be distinguished from the
  /// rounding of floats.
  private static final double LEAST = 1e-6;

  private final NoiseLikelihood likelihood;
  private final int stride;

  private NoiseFit(NoiseLikelihood likelihood) {
    this.likelihood = likelihood;
    stride = Math.max(1, likelihood.rows() / SCANNED_ROWS);
  }

  /// Fits the noise around the prediction with masks off.
  public static Noise masksOff(Predictor predictor, Examples examples) {
    return ensemble(new EnsemblePrediction(List.of(predictor)), examples);
  }

  /// Fits the noise around each of [#PASSES] passes.
  public static Noise passes(Predictor predictor, Examples examples, boolean held) {
    return passes(predictor, examples, held, PASSES);
  }

  static Noise passes(Predictor predictor, Examples examples, boolean held, int passes) {
    NoiseLikelihood likelihood = of(examples, passes, predictor.learnsVariance());
    Supplier<Tensor> next = predictor.passes(likelihood.inputs(), held);
    for (int t = 0; t < passes; t++) likelihood.add(next.get(), predictor::learntVariance);
    return of(likelihood, predictor.unit(), predictor.learnsVariance());
  }

  /// Fits the noise around each member.
  public static Noise ensemble(EnsemblePrediction ensemble, Examples examples) {
    NoiseLikelihood likelihood = of(examples, ensemble.size(), ensemble.learnsVariance());
    ensemble.predict(likelihood.inputs(), (member, answer) -> likelihood.add(answer, member::learntVariance));
    return of(likelihood, ensemble.unit(), ensemble.learnsVariance());
  }

  /// @param learnt whether the components have variances of their own
  static Noise of(NoiseLikelihood likelihood, TargetUnit unit, boolean learnt) {
    return new NoiseFit(likelihood).noise(unit, learnt);
  }

  private static NoiseLikelihood of(Examples examples, int components, boolean learnt) {
    int rows = Math.min(examples.size(), Math.max(1, MOST_TERMS / components));
    return new NoiseLikelihood(examples, rows, components, learnt);
  }

  /// Returns the examples on which the noise is fitted: the validation data, unless they are the future of a series.
  /// There the error grows with the distance, and only the training data show the noise of the measurements. The
  /// training data also serve if nothing is held out.
  public static Examples examplesFor(DataSpec spec, DataSet data) {
    return spec instanceof DataSpec.MaunaLoa ? data.train() : data.shown();
  }

  /// Returns whether a fitted noise is at the lower bound of what can be distinguished.
  public static boolean isAtBound(double noiseSd, TargetUnit unit) { return noiseSd <= LEAST * unit.sd() * (1 + 1e-9); }

  /// Returns whether a fitted factor on learnt variances is at its lower bound.
  public static boolean isAtBound(double factor) { return factor <= LEAST * LEAST * (1 + 1e-9); }

  private Noise noise(TargetUnit unit, boolean learnt) {
    Maximum best = best(LEAST * LEAST);
    double variance = StrictMath.exp(-best.lambda);
    boolean atBound = isAtBound(variance);
    Noise.Fit fit = new Noise.Fit(unit.logDensity(best.value), likelihood.components(), likelihood.rows());
    double sd = unit.length(Math.sqrt(learnt ? likelihood.meanVariance() : variance));
    return new Noise(sd, learnt ? variance : 1, atBound, Optional.of(fit));
  }

  private record Maximum(double lambda, double value) {}

  /// @param least the lower bound of s²
  private Maximum best(double least) {
    double from = -StrictMath.log(Math.max(least, likelihood.greatestSquare()));
    double to = -StrictMath.log(Math.max(least, likelihood.leastSquare()));
    // Predictions that overflow have no likelihood.
    if (!Double.isFinite(from)) return new Maximum(Double.NaN, Double.NaN);
    return maxima(from, to).stream().map(lambda -> new Maximum(lambda, likelihood.at(lambda, 1).value()))
        .max(Comparator.comparingDouble(Maximum::value)).orElseThrow();
  }

  /// Returns the maxima that may be the highest: those of a scan over some of the rows, each refined on all rows.
  private List<Double> maxima(double from, double to) {
    int steps = (int) Math.ceil((to - from) / STEP);
    if (steps == 0) return List.of(to);
    double step = (to - from) / steps;
    double[] values = new double[steps + 1];
    for (int i = 0; i <= steps; i++) values[i] = likelihood.at(from + i * step, stride).value();
    List<Integer> peaks = new ArrayList<>();
    for (int i = 0; i <= steps; i++)
      if ((i == 0 || values[i] >= values[i - 1]) && (i == steps || values[i] > values[i + 1])) peaks.add(i);
    double highest = peaks.stream().mapToDouble(i -> values[i]).max().orElseThrow();
    return peaks.stream().filter(i -> values[i] > highest - RIVAL)
        .sorted(Comparator.comparingDouble(i -> -values[i])).limit(3)
        .map(i -> refined(from + i * step, step, from, to)).toList();
  }

  /// Returns where the slope falls through 0 near a peak of the scan, or an end of the range if it does not.
  private double refined(double peak, double step, double from, double to) {
    double low = Math.max(from, peak - step), high = Math.min(to, peak + step);
    double rising = slope(low), falling = slope(high);
    while (low > from && rising < 0) rising = slope(low = Math.max(from, low - step));
    while (high < to && falling > 0) falling = slope(high = Math.min(to, high + step));
    if (!(rising > 0)) return low;
    if (!(falling < 0)) return high;
    return new BrentSolver(1e-8).solve(100, this::slope, low, high);
  }

  private double slope(double lambda) { return likelihood.at(lambda, 1).slope(); }
}
