package dropoutlab.claim.regulariser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.claim.Bench;
import dropoutlab.claim.Settings;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.RegulariserPicture;
import dropoutlab.frame.bench.Verdict;
import dropoutlab.math.Tensor;
import dropoutlab.nn.dropout.InvertedDropout;
import dropoutlab.nn.layer.Mode;
import dropoutlab.predict.ProgressMonitor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The engine's sides of the benches about the penalty that dropout is. Oracles: numbers by hand, and training that
/// goes straight through.
class RegulariserBenchesTest {
  private static Findings find(Bench bench, String... changes) {
    Settings settings = bench.defaults();
    for (String each : changes) settings = settings.with(each);
    return bench.find(settings, ProgressMonitor.NOBODY);
  }

  private static double engine(Findings found, int row) { return found.rows().get(row).engine().value(); }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void theLayerDrawsEveryMaskOnceForEachExample(int units) {
    AllMasks masks = new AllMasks(units, 2);
    Tensor data = new Tensor(2, units);
    data.fill(1);
    InvertedDropout layer = new InvertedDropout(.25, units, masks.stream());
    for (int again = 0; again < 2; again++) {
      Tensor out = layer.forward(masks.under(data), Mode.TRAIN);
      Set<List<Float>> seen = new HashSet<>();
      double[] probabilities = masks.probabilities(.25), mean = new double[units];
      double all = 0;
      for (int row = 0; row < masks.rows(); row++) {
        Float[] mask = new Float[units];
        for (int unit = 0; unit < units; unit++) {
          mask[unit] = out.at(row, unit);
          mean[unit] += probabilities[row] * out.at(row, unit);
          assertThat(mask[unit] > 0).isEqualTo(masks.keeps(row, unit));
        }
        if (row % 2 == 0) assertThat(seen.add(List.of(mask))).isTrue();
        else assertThat(seen).contains(List.of(mask));
        all += probabilities[row];
      }
      assertThat(seen).hasSize(1 << units);
      assertThat(all).isCloseTo(2, within(1e-12));
      for (double each : mean) assertThat(each).isCloseTo(2, within(1e-6));
    }
  }

  @Test void trainedWeightsAreThoseOfTheClosedFormByHand() {
    Findings light = find(new AdaptiveL2(), "p=0.2"), half = find(new AdaptiveL2());
    assertThat(engine(light, 0)).isCloseTo(.884120, within(2e-6));
    assertThat(engine(light, 1)).isCloseTo(.849785, within(2e-6));
    assertThat(engine(half, 0)).isCloseTo(.592715, within(2e-6));
    assertThat(engine(half, 1)).isCloseTo(.735099, within(2e-6));
    assertThat(light.rows().get(4).exact().value()).isCloseTo(.036685 - .038197, within(1e-6));
  }

  @Test void trainingThatHasJustBegunSaysNothingYet() {
    assertThat(find(new AdaptiveL2(), "steps=3").headline().verdict()).isEqualTo(Verdict.MOVING);
    assertThat(find(new Equalise(), "steps=30").headline().verdict()).isEqualTo(Verdict.MOVING);
  }

  @Test void thePenaltyFallsInTheEngineToo() {
    Findings found = find(new FallingPenalty());
    assertThat(engine(found, 0)).isCloseTo(.0940678, within(1e-6));
    assertThat(engine(found, 1)).isCloseTo(.0967759, within(1e-6));
    assertThat(engine(found, 2)).isNegative();
    assertThat(engine(found, 3)).isCloseTo(.0912701, within(1e-6));
    assertThat(engine(found, 4)).isCloseTo(Math.log(2) / 2, within(1e-6));
    // One input that is never there: nothing falls, and nothing is claimed.
    assertThat(find(new FallingPenalty(), "x=1,0").rows().get(2).verdict()).isEqualTo(Verdict.EQUAL);
  }

  @Test void loadsAreLevelledAndWeakDirectionsDie() {
    Findings found = find(new Equalise());
    assertThat(found.rows()).extracting(Comparison::verdict).containsOnly(Verdict.EQUAL);
    RegulariserPicture.Equalise picture = (RegulariserPicture.Equalise) found.picture();
    for (double load : picture.dropout().loads()) assertThat(load).isCloseTo(1, within(1e-5));
    assertThat(picture.learnt()).satisfiesExactly(first -> assertThat(first).isCloseTo(3, within(1e-5)),
        second -> assertThat(second).isCloseTo(1, within(1e-5)), third -> assertThat(third).isCloseTo(0, within(1e-5)),
        fourth -> assertThat(fourth).isCloseTo(0, within(1e-5)));
    assertThat(picture.twin().loads().stream().mapToDouble(load -> Math.abs(load - 1)).max().orElse(0))
        .isGreaterThan(.3);
    assertThat(engine(found, 4)).isCloseTo(6.73, within(1e-4));
  }

  @Test void withSixTenthsDroppedLessIsLeft() {
    Findings found = find(new Equalise(), "p=0.6");
    assertThat(engine(found, 1)).isCloseTo(2.714286, within(1e-5));
    assertThat(engine(found, 2)).isCloseTo(.714286, within(1e-5));
  }

  /// Where a direction just dies descent only creeps: nothing is called equal, and nothing fails.
  @Test void whereADirectionJustDiesTrainingIsStillMoving() {
    assertThat(find(new Equalise(), "p=0.8").headline().verdict()).isEqualTo(Verdict.MOVING);
    assertThat(find(new Equalise(), "masks=random").headline().verdict()).isEqualTo(Verdict.MOVING);
  }

  @Test void singularValuesInAnyOrderKeepTheirPlaces() {
    RegulariserPicture.Equalise picture = (RegulariserPicture.Equalise) find(new Equalise(), "s=0.3,4,2,0.8").picture();
    assertThat(picture.left().get(1)).isCloseTo(3, within(1e-12));
    assertThat(picture.learnt().get(1)).isCloseTo(3, within(1e-5));
    assertThat(picture.learnt().get(2)).isCloseTo(1, within(1e-5));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void trainingGoesOnFromAnyStepAsIfItHadNeverStopped(boolean random) {
    Matrix target = TargetMatrix.of(new double[] {4, 2, .8, .3}, 5, 7);
    LinearNetwork.Setup setup = new LinearNetwork.Setup(target, 4, .5, 7, random);
    Descent whole = Descent.of(setup, 700, ProgressMonitor.NOBODY, 0, 1);
    Descent part = Descent.of(setup, 430, ProgressMonitor.NOBODY, 0, 1);
    assertThat(whole.after(430).weights()).containsExactly(part.after(430).weights());
    Matrix trail = whole.trail(700);
    int last = trail.rows() - 1;
    assertThat(trail.at(last, 0)).isEqualTo(700);
    assertThat(trail.at(last, 1)).isEqualTo(whole.after(700).loads()[0]);
  }

  @Test void trainingThatRunsAwayIsToldInOneSentence() {
    Matrix huge = TargetMatrix.of(new double[] {4000, 2000, 800, 300}, 5, 7);
    Descent away = Descent.of(new LinearNetwork.Setup(huge, 4, .5, 7, false), 200, ProgressMonitor.NOBODY, 0, 1);
    assertThatThrownBy(() -> away.after(200)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("runs away");
    assertThat(away.trail(200).allFinite()).isTrue();
  }

  @Test void theMatrixHasTheSingularValuesThatWereAskedFor() {
    Matrix matrix = TargetMatrix.of(new double[] {4, 2, .8, .3}, 5, 11);
    double squares = 0;
    for (int i = 0; i < matrix.size(); i++) squares += matrix.get(i) * matrix.get(i);
    assertThat(squares).isCloseTo(16 + 4 + .64 + .09, within(1e-12));
  }
}
