package dropoutlab.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.frame.BareFrame;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NoiseSource;
import dropoutlab.frame.Weights;
import dropoutlab.math.Tensor;
import dropoutlab.predict.quality.AskedNoise;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Oracles: eq. 7 and eq. 8 of Gal and Ghahramani (2016) by hand.
class TauTest {
  private static final String LINE = """
      {"data": {"set": "noisy-line", "training": 100, "validation": 50},
       "network": {"inputDrop": 0.2, "hidden": []}, "regulariser": {"l2": %s}}""";

  private static Experiment line(double l2) { return ExperimentJson.read(LINE.formatted(l2), "line.json"); }

  private static Frame frame(Experiment experiment) {
    Weights weights = new Weights(List.of(Matrix.row(1)), List.of(Matrix.row(0)));
    return BareFrame.of(experiment, 1, weights);
  }

  private static double noiseSd(NoiseSource source, Experiment experiment, DataSet data) {
    Frame frame = frame(experiment);
    return new AskedNoise(source, frame, data)
        .passes(new Predictor(data.schema(), experiment.network(), frame.weights(), 1), true).sd();
  }

  @Test void equationSevenByHand() {
    // .8 · 2² / (2 · 100 · .001) = 16, with the keep probability .8.
    assertThat(Tau.ofPrior(0.8, 2, 100, 0.001)).isCloseTo(16, within(1e-12));
  }

  @Test void thePriorIsTurnedIntoTheTargetsUnit() {
    // λ₂/2 Σw² beside (y-ŷ)² is λ Σw² beside ½(y-ŷ)² with λ = λ₂/4 = .001; then τ^-1/2 = sd / √16.
    Experiment experiment = line(0.004);
    DataSet data = DataSets.load(experiment, Path.of(""));
    double sd = data.schema().targetScaling().sd().getFirst();
    assertThat(noiseSd(new NoiseSource.Prior(2), experiment, data)).isCloseTo(sd / 4, within(1e-12));
  }

  /// The minimiser of the stated loss is the mode of the stated posterior, in one dimension: with likelihood precision
  /// τ and prior precision l² on a weight without dropout, ridge regression has the penalty l²/τ = N λ₂/2 on Σw².
  @Test void thePriorAndTheWeightDecayHaveOneMinimiser() {
    double l2 = 0.01, lengthScale = 0.7;
    int n = 40;
    double tau = Tau.ofPrior(1, lengthScale, n, Tau.weightDecay(line(l2)));
    double sumXX = 12.5, sumXY = 9.25;
    double ofLoss = sumXY / n / (sumXX / n + l2 / 2);
    double ofPosterior = tau * sumXY / (tau * sumXX + lengthScale * lengthScale);
    assertThat(ofLoss).isCloseTo(ofPosterior, within(1e-12));
  }

  @Test void aPriorNeedsWeightDecay() {
    Experiment experiment = line(0);
    DataSet data = DataSets.load(experiment, Path.of(""));
    assertThatThrownBy(() -> noiseSd(new NoiseSource.Prior(1), experiment, data))
        .hasMessage("tau from a length-scale needs weight decay (regulariser.l2), but it is 0.");
  }

  @Test void aGivenTauIsInTheTargetsUnitAndAFittedOneIsThatOfTheFit() {
    Experiment experiment = line(0);
    DataSet data = DataSets.load(experiment, Path.of(""));
    assertThat(noiseSd(new NoiseSource.Given(4), experiment, data)).isEqualTo(0.5);
    Predictor same = new Predictor(data.schema(), experiment.network(), frame(experiment).weights(), 1);
    assertThat(noiseSd(new NoiseSource.Fitted(), experiment, data))
        .isEqualTo(NoiseFit.passes(same, data.validation(), true).sd());
  }

  @Test void theKeepProbabilityIsThatOfTheLayersThatDrop() {
    assertThat(Tau.keep(List.of(0.0, 0.5, 0.3))).isCloseTo(0.6, within(1e-12));
    assertThat(Tau.keep(List.of(0.0, 0.0))).isEqualTo(1);
  }

  @Test void equationEightByHand() {
    // Target 2, passes 1 and 3, τ = 1: both densities are e^-½ / √2π.
    PredictiveDensity density = new PredictiveDensity(new double[] {2, 0});
    density.add(Tensor.of(2, 1, 1, 0), _ -> 1);
    density.add(Tensor.of(2, 1, 3, 2), _ -> 1);
    assertThat(density.logDensities()[0]).isCloseTo(-1.4189385, within(1e-7));
    // Target 0, passes 0 and 2: half of (1 + e^-2) / √2π.
    assertThat(density.logDensities()[1])
        .isCloseTo(Math.log((1 + Math.exp(-2)) / 2 / Math.sqrt(2 * Math.PI)), within(1e-12));
    // In the form in which the paper writes eq. 8, τ = 4.
    PredictiveDensity paper = new PredictiveDensity(new double[] {1});
    paper.add(Tensor.of(1, 1, 0.5f), _ -> 0.25);
    paper.add(Tensor.of(1, 1, 1.25f), _ -> 0.25);
    paper.add(Tensor.of(1, 1, 3), _ -> 0.25);
    double sum = Math.exp(-2 * 0.25) + Math.exp(-2 * 0.0625) + Math.exp(-2 * 4);
    double byHand = Math.log(sum) - Math.log(3) - 0.5 * Math.log(2 * Math.PI) - 0.5 * Math.log(1 / 4.0);
    assertThat(paper.logDensities()[0]).isCloseTo(byHand, within(1e-12));
  }

  @Test void aFarTargetDoesNotUnderflow() {
    // One density is e^-(5·10^8): log-sum-exp keeps its logarithm, whichever pass comes first.
    double nearer = -(Math.log(2 * Math.PI * 1e-3) + 1e6 / 1e-3) / 2;
    for (float[] passes : new float[][] {{0, -500}, {-500, 0}}) {
      PredictiveDensity density = new PredictiveDensity(new double[] {1000});
      for (float pass : passes) density.add(Tensor.of(1, 1, pass), _ -> 1e-3);
      assertThat(density.logDensities()[0]).isCloseTo(nearer - Math.log(2), within(1e-3));
    }
  }

  @Test void everyPassMayHaveAVarianceOfItsOwn() {
    PredictiveDensity density = new PredictiveDensity(new double[] {1});
    density.add(Tensor.of(1, 1, 0), _ -> 1);
    density.add(Tensor.of(1, 1, 2), _ -> 4);
    double first = Math.exp(-0.5) / Math.sqrt(2 * Math.PI), second = Math.exp(-0.125) / Math.sqrt(8 * Math.PI);
    assertThat(density.logDensities()[0]).isCloseTo(Math.log((first + second) / 2), within(1e-12));
  }
}
