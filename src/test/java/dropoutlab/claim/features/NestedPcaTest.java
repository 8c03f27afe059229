package dropoutlab.claim.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.claim.Settings;
import dropoutlab.claim.features.NestedTraining.Asked;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.frame.bench.FeaturesPicture.Nested;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.Verdict;
import dropoutlab.math.Tensor;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.PrincipalComponents;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The bench "Nested dropout is PCA". Oracles: the loss over all prefixes written out in double precision, and the
/// variances with which points are made.
class NestedPcaTest {
  private static final NestedPca BENCH = new NestedPca();

  private static Findings find(Settings settings) { return BENCH.find(settings, ProgressMonitor.NOBODY); }

  /// Central differences of Σ P(b) |X - X E M_b D|² in double precision.
  @Test void aStepFollowsTheGradientOfTheMeanOverAllPrefixes() {
    double[] chances = {.5, .3, .2};
    Tensor x = NestedData.points(3, 5);
    PrefixAutoencoder network = new PrefixAutoencoder(x, chances, 5);
    Weights before = network.weights();
    double largest = network.gradient();
    network.update(0);
    double steepest = 0;
    for (int layer = 0; layer < 2; layer++)
      for (int i = 0; i < 9; i++) {
        double slope = slope(before, layer, i, x, chances);
        double step = (network.weights().weights().get(layer).get(i) - before.weights().get(layer).get(i)) / -.3;
        assertThat(step).isCloseTo(slope, within(2e-6));
        steepest = Math.max(steepest, Math.abs(slope));
      }
    assertThat(largest).isCloseTo(steepest, within(2e-6));
  }

  private static double slope(Weights at, int layer, int i, Tensor x, double[] chances) {
    double h = 1e-5;
    return (loss(moved(at, layer, i, h), x, chances) - loss(moved(at, layer, i, -h), x, chances)) / (2 * h);
  }

  private static double[][][] moved(Weights at, int layer, int i, double by) {
    double[][][] both = new double[2][3][3];
    for (int l = 0; l < 2; l++)
      for (int j = 0; j < 9; j++) both[l][j / 3][j % 3] = at.weights().get(l).get(j) + (l == layer && j == i ? by : 0);
    return both;
  }

  private static double loss(double[][][] w, Tensor x, double[] chances) {
    double loss = 0;
    for (int b = 1; b <= 3; b++)
      for (int r = 0; r < x.rows(); r++)
        for (int c = 0; c < 3; c++) {
          double out = 0;
          for (int u = 0; u < b; u++) for (int k = 0; k < 3; k++) out += x.at(r, k) * w[0][k][u] * w[1][u][c];
          loss += chances[b - 1] * (out - x.at(r, c)) * (out - x.at(r, c)) / x.size();
        }
    return loss;
  }

  /// The variances fall by 0.6: of five directions the first two hold (1 + .6) / (1 + .6 + .36 + .216 + .1296).
  @Test void pointsVaryAsTheyAreMade() {
    Tensor x = NestedData.points(5, 7);
    PrincipalComponents found = PrincipalComponents.of(Matrix.copyOf(x.data(), x.rows(), 5));
    assertThat(found.left(2)).isCloseTo(1 - 1.6 / 2.3056, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"uniform, points", "halving, points", "uniform, digits"})
  void theRowsTurnToTheComponents(String law, String data) {
    Findings found = find(BENCH.defaults().with("law=" + law).with("data=" + data));
    assertThat(found.rows()).allSatisfy(row -> assertThat(row.verdict()).isIn(Verdict.EQUAL, Verdict.DIFFERS));
    assertThat(found.headline().engine().value()).isGreaterThan(.9999999);
  }

  @Test void theTwinFindsOtherDirectionsThatAreAsGood() {
    NestedTraining training = NestedTraining.of(new Asked(7, 5, false, false), ProgressMonitor.NOBODY);
    NestedTraining.Moment end = training.at(NestedTraining.STEPS);
    assertThat(end.twin().least()).isLessThan(.6);
    assertThat(end.twin().left().get(5)).isCloseTo(0, within(1e-9));
    assertThat(end.twin().left().get(2)).isGreaterThan(end.nested().left().get(2) + .1);
  }

  @Test void anEarlierMomentIsPartOfTheSameTraining() {
    Nested early = (Nested) find(BENCH.defaults().with("steps=200")).picture(),
        late = (Nested) find(BENCH.defaults()).picture();
    assertThat(late.trail()).isEqualTo(early.trail());
    assertThat(early.steps()).isEqualTo(200);
    assertThat(early.trail().stream().filter(each -> each.steps() == 200)).singleElement().satisfies(then ->
        assertThat(then.nested()).isEqualTo(List.of(0, 1, 2, 3, 4).stream()
        .map(k -> early.nested().cosines().at(k, k)).toList()));
  }

  @Test void beforeTrainingNothingIsShown() {
    assertThat(find(BENCH.defaults().with("steps=0")).headline().verdict()).isEqualTo(Verdict.MOVING);
  }
}
