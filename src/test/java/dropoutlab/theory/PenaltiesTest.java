package dropoutlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// The penalty of dropout: on linear models, on logistic regression, and on the loads of a linear network. Oracles:
/// sums over masks and over sets of directions by numpy, written by `src/test/python/claims_penalties.py`, and numbers
/// by hand.
class PenaltiesTest {
  private static final double NEAR = 1e-10;
  /// A direction that has just died changes the loss by the square of what is left of it, so that the search for that p
  /// ends at about the root of what doubles resolve.
  private static final double BY_BISECTION = 1e-7;

  record Linear(double[][] x, double[] y, double p, double[] weights, double loss) {}

  record Logistic(double[] terms, double p, double penalty) {}

  record Levelled(double[] s, int units, double p, double[] left, double loss, double[] drowned) {}

  record Cases(List<Linear> linear, List<Logistic> logistic, List<Levelled> levelled) {}

  private static Cases cases() throws IOException {
    try (InputStream in = PenaltiesTest.class.getResourceAsStream("/claims/penalties.json")) {
      return new JsonMapper().readValue(in, Cases.class);
    }
  }

  static Stream<Linear> linear() throws IOException { return cases().linear().stream(); }

  static Stream<Logistic> logistic() throws IOException { return cases().logistic().stream(); }

  static Stream<Levelled> levelled() throws IOException { return cases().levelled().stream(); }

  @ParameterizedTest
  @MethodSource("linear")
  void theClosedFormMinimisesTheMeanLossOverAllMasks(Linear given) {
    LinearPenalty penalty = LinearPenalty.dropout(given.x, given.y, given.p);
    assertThat(penalty.weights()).containsExactly(given.weights, within(NEAR));
    assertThat(penalty.error(given.weights) + penalty.penalty(given.weights)).isCloseTo(given.loss, within(NEAR));
  }

  /// The regression of Srivastava et al. 2014, section 9.1, in inverted scaling, by hand.
  @Test void twoInputsHaveTheWeightsOfTheTwoByTwoSystem() {
    double[][] x = {{1, 2}, {3, 4}};
    double[] y = {5, 6};
    assertThat(LinearPenalty.dropout(x, y, 0).weights()).containsExactly(new double[] {-4, 4.5}, within(1e-9));
    assertThat(LinearPenalty.dropout(x, y, .2).weights()).containsExactly(new double[] {.849785, .884120},
        within(1e-6));
    assertThat(LinearPenalty.dropout(x, y, .5).weights()).containsExactly(new double[] {.735099, .592715},
        within(1e-6));
  }

  @Test void aColumnInAnotherUnitAddsTheSameToThePrediction() {
    double[] y = {5, 6}, w = LinearPenalty.dropout(new double[][] {{1, 2}, {3, 4}}, y, .3).weights();
    double[] other = LinearPenalty.dropout(new double[][] {{1, 20}, {3, 40}}, y, .3).weights();
    assertThat(other[0]).isCloseTo(w[0], within(NEAR));
    assertThat(10 * other[1]).isCloseTo(w[1], within(NEAR));
    double[] ridge = LinearPenalty.ridge(new double[][] {{1, 2}, {3, 4}}, y, 15).weights();
    double[] otherRidge = LinearPenalty.ridge(new double[][] {{1, 20}, {3, 40}}, y, 15).weights();
    assertThat(10 * otherRidge[1]).isNotCloseTo(ridge[1], within(.1));
  }

  @Test void dataThatLeaveAChoiceGiveTheLeastWeights() {
    assertThat(LinearPenalty.dropout(new double[][] {{1, 1}, {2, 2}}, new double[] {2, 4}, 0).weights())
        .containsExactly(new double[] {1, 1}, within(NEAR));
    assertThat(LinearPenalty.dropout(new double[2][2], new double[] {2, 4}, .5).weights()).containsExactly(0, 0);
  }

  @ParameterizedTest
  @MethodSource("logistic")
  void theLogisticPenaltyIsTheMeanOverAllMasksLessTheLoss(Logistic given) {
    assertThat(LogisticPenalty.of(given.terms, given.p)).isCloseTo(given.penalty, within(NEAR));
  }

  /// Helmbold and Long 2015: it falls while weight 2 grows from 0, and for one weight it ends at (ln 2) / 2.
  @Test void theLogisticPenaltyFallsAndEnds() {
    assertThat(LogisticPenalty.of(new double[] {1, 0}, .5)).isCloseTo(.096776, within(1e-6));
    assertThat(LogisticPenalty.of(new double[] {1, .5}, .5)).isCloseTo(.094068, within(1e-6));
    double least = LogisticPenalty.least(w2 -> LogisticPenalty.of(new double[] {1, w2}, .5), -1, 4);
    assertThat(least).isCloseTo(.2808, within(5e-5));
    assertThat(LogisticPenalty.of(new double[] {1, least}, .5)).isCloseTo(.09127, within(1e-6));
    assertThat(LogisticPenalty.of(new double[] {500}, .5)).isCloseTo(Math.log(2) / 2, within(NEAR));
  }

  /// Wager, Wang and Liang 2013.
  @Test void theQuadraticApproximationMissesALittle() {
    double[] terms = {.8, -.6, -.5};
    assertThat(LogisticPenalty.of(terms, .2)).isCloseTo(.036685, within(1e-6));
    assertThat(LogisticPenalty.quadratic(terms, .2)).isCloseTo(.038197, within(1e-6));
    double[] small = {1e-3, -2e-3};
    assertThat(LogisticPenalty.quadratic(small, .2) / LogisticPenalty.of(small, .2)).isCloseTo(1, within(1e-3));
    assertThat(LogisticPenalty.flat(small, .2) / LogisticPenalty.of(small, .2)).isCloseTo(1, within(1e-3));
  }

  @ParameterizedTest
  @MethodSource("levelled")
  void whatSurvivesIsTheBestOfAllSetsOfDirections(Levelled given) {
    LevelledLoads loads = new LevelledLoads(given.s, given.units, given.p);
    assertThat(loads.left()).containsExactly(given.left, within(1e-9));
    assertThat(loads.loss()).isCloseTo(given.loss, within(1e-9));
    assertThat(IntStream.range(0, given.s.length).mapToDouble(loads::drownsAt).toArray())
        .containsExactly(given.drowned, within(BY_BISECTION));
  }

  /// Mianjy, Arora and Vidal 2018, by hand: λ = 1, ρ = 2, t = (4 + 2) / (4 + 2).
  @Test void halfDroppedTheLevelIsOne() {
    LevelledLoads loads = new LevelledLoads(new double[] {4, 2, .8, .3}, 4, .5);
    assertThat(loads.level()).isCloseTo(1, within(1e-12));
    assertThat(loads.above()).isEqualTo(2);
    assertThat(loads.left()).containsExactly(new double[] {3, 1, 0, 0}, within(1e-12));
    assertThat(loads.load()).isCloseTo(1, within(1e-12));
    assertThat(loads.loss()).isCloseTo(6.73, within(1e-12));
    assertThat(new LevelledLoads(new double[] {4, 2, 1, .3}, 4, .5).loss()).isCloseTo(7.09, within(1e-12));
    assertThat(new LevelledLoads(new double[] {4, 2, .8, .3}, 4, .6).left())
        .containsExactly(new double[] {2.714286, .714286, 0, 0}, within(1e-6));
    LevelledLoads light = new LevelledLoads(new double[] {4, 2, 1, .3}, 4, .2);
    assertThat(light.left()).containsExactly(new double[] {3.631579, 1.631579, .631579, 0}, within(1e-6));
    assertThat(light.load()).isCloseTo(1.473684, within(1e-6));
    assertThat(light.loss()).isCloseTo(2.668947, within(1e-6));
  }

  @Test void everythingDroppedIsRefused() {
    assertThatThrownBy(() -> new LevelledLoads(new double[] {1}, 1, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
