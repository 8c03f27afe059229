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

/// Fits the observation noise of a method to known targets: the noise under which its own predictive density, which is
/// the one that is reported, makes them most likely ([NoiseLikelihood]). Masks off that is the mean squared error; for
/// MC dropout and an ensemble the density is a mixture, which may have several maxima: they are looked for from the
/// least noise that can be told to the greatest that can be a maximum.
///
/// Where the network learns the variance for each input, a factor on these is fitted instead. That is the σ scaling of
/// Laves et al. (2021), "Recalibration of Aleatoric and Epistemic Regression Uncertainty in Medical Imaging", after
/// Levi et al. (2019), "Evaluating and Calibrating Uncertainty Prediction in Regression Tasks"; they scale the variance
/// of one normal, and here each component's in the mixture is scaled.
public final class NoiseFit {
  /// As many as are reported by default. With so many the draw of the masks moves ln τ by 0.02 to 0.04 on sets whose
  /// noise is known, a few hundred rows by √(2/n) = 0.06; four times as many passes agree within that.
  public static final int PASSES = 100;
  /// Rows times components: of 100 passes 10,000 rows, evenly spread, which tell ln τ to 0.014.
  private static final int MOST_TERMS = 1_000_000;
  private static final int SCANNED_ROWS = 64;
  /// Of λ = -ln s². One row's part of the likelihood changes on a scale of more than 1.
  private static final double STEP = 1;
  /// A maximum that is by so much lower on the scanned rows may be the higher one on all of them.
  private static final double RIVAL = 0.3;
  /// Below this part of the target's standard deviation (of the learnt one) noise is not told from the rounding of
  /// floats.
  private static final double LEAST = 1e-6;

  private final NoiseLikelihood likelihood;
  private final int stride;

  private NoiseFit(NoiseLikelihood likelihood) {
    this.likelihood = likelihood;
    stride = Math.max(1, likelihood.rows() / SCANNED_ROWS);
  }

  /// The noise around the prediction with masks off.
  public static Noise masksOff(Predictor predictor, Examples examples) {
    return ensemble(new EnsemblePrediction(List.of(predictor)), examples);
  }

  /// The noise around each of [#PASSES] passes.
  public static Noise passes(Predictor predictor, Examples examples, boolean held) {
    return passes(predictor, examples, held, PASSES);
  }

  static Noise passes(Predictor predictor, Examples examples, boolean held, int passes) {
    NoiseLikelihood likelihood = of(examples, passes, predictor.learnsVariance());
    Supplier<Tensor> next = predictor.passes(likelihood.inputs(), held);
    for (int t = 0; t < passes; t++) likelihood.add(next.get(), predictor::learntVariance);
    return of(likelihood, predictor.unit(), predictor.learnsVariance());
  }

  /// The noise around each member.
  public static Noise ensemble(EnsemblePrediction ensemble, Examples examples) {
    NoiseLikelihood likelihood = of(examples, ensemble.size(), ensemble.learnsVariance());
    ensemble.predict(likelihood.inputs(), (member, answer) -> likelihood.add(answer, member::learntVariance));
    return of(likelihood, ensemble.unit(), ensemble.learnsVariance());
  }

  /// @param learnt whether the components tell variances of their own
  static Noise of(NoiseLikelihood likelihood, TargetUnit unit, boolean learnt) {
    return new NoiseFit(likelihood).noise(unit, learnt);
  }

  private static NoiseLikelihood of(Examples examples, int components, boolean learnt) {
    int rows = Math.min(examples.size(), Math.max(1, MOST_TERMS / components));
    return new NoiseLikelihood(examples, rows, components, learnt);
  }

  /// The noise is fitted on the validation data, unless those are the future of a series: there the error grows with
  /// the distance, and the noise of the measurements shows in the training data alone. Where nothing is held out, there
  /// are only the training data too.
  public static Examples examplesFor(DataSpec spec, DataSet data) {
    return spec instanceof DataSpec.MaunaLoa ? data.train() : data.shown();
  }

  /// Whether a noise that was fitted before stands at the least that can be told.
  public static boolean isAtBound(double noiseSd, TargetUnit unit) { return noiseSd <= LEAST * unit.sd() * (1 + 1e-9); }

  /// The same of a factor on learnt variances.
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

  /// @param least the least s²
  private Maximum best(double least) {
    double from = -StrictMath.log(Math.max(least, likelihood.greatestSquare()));
    double to = -StrictMath.log(Math.max(least, likelihood.leastSquare()));
    // Predictions that overflow have no likelihood.
    if (!Double.isFinite(from)) return new Maximum(Double.NaN, Double.NaN);
    return maxima(from, to).stream().map(lambda -> new Maximum(lambda, likelihood.at(lambda, 1).value()))
        .max(Comparator.comparingDouble(Maximum::value)).orElseThrow();
  }

  /// The maxima that may be the highest: those of a scan over some of the rows, each refined on all of them.
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

  /// Where the slope falls through 0 around a peak of the scan; an end of the range where it does not.
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
