package dropoutlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.Examples;
import dropoutlab.frame.Critique;
import dropoutlab.math.Tensor;
import dropoutlab.predict.ProgressMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/// Oracles: the closed form of the linear model, the 1/√N law of the posterior, and for learnt rates the direction of
/// their change.
class CriticsBenchTest {
  private static final double P = 0.1;
  private static final int PASSES = 10_000;
  private static final CriticsBench.Request REQUEST = new CriticsBench.Request(P, PASSES, 1);

  @Test void dropoutStaysWhereExactBayesShrinksAndALearntRateFalls() {
    List<Double> shares = new ArrayList<>();
    Critique critique = CriticsBench.measure(REQUEST, new ProgressMonitor() {
      @Override public boolean abandoned() { return false; }

      @Override public void done(double share) { shares.add(share); }
    });
    assertThat(critique.linear()).extracting(Critique.Row::examples).containsExactly(20, 200, 2000);
    critique.linear().forEach(CriticsBenchTest::assertSampled);
    List<Double> bayes = critique.linear().stream().map(Critique.Row::bayesSd).toList();
    // The prior has the same weight in all three cases, so that the ratio is a little less than √10.
    for (int i = 0; i < 2; i++)
      assertThat(bayes.get(i) / bayes.get(i + 1)).isCloseTo(Math.sqrt(10), within(0.1));
    double once = critique.network().getFirst().mcSd();
    for (Critique.Row row : critique.network()) {
      assertThat(row.mcSd()).isBetween(0.8 * once, 1.25 * once);
      assertThat(row.closedForm()).isNaN();
    }
    assertFalls(critique.concrete());
    assertThat(shares).isSorted().allMatch(share -> share > 0 && share < 1 + 1e-9);
    assertThat(shares.getLast()).isCloseTo(1, within(1e-9));
  }

  /// The tolerance is four standard errors of a sample standard deviation, √((κ - 1) / T) / 2, where κ is the kurtosis
  /// of one mask; that of a sum is smaller.
  private static void assertSampled(Critique.Row row) {
    double kurtosis = (1 - 3 * P * (1 - P)) / (P * (1 - P));
    assertThat(row.mcSd())
        .isCloseTo(row.closedForm(), within(4 * row.closedForm() * Math.sqrt((kurtosis - 1) / PASSES) / 2));
  }

  /// p falls from near 1/2, where the entropy alone would put it, to less than its start, in both layers.
  private static void assertFalls(List<Critique.LearntRate> rates) {
    assertThat(rates).extracting(Critique.LearntRate::examples).containsExactly(10, 100, 1000, 10_000);
    for (int layer = 0; layer < 2; layer++) {
      for (int i = 1; i < rates.size(); i++)
        assertThat(rates.get(i).p().get(layer)).isLessThan(rates.get(i - 1).p().get(layer));
      assertThat(rates.getFirst().p().get(layer)).isGreaterThan(0.4);
      assertThat(rates.getLast().p().get(layer)).isLessThan(0.1);
    }
  }

  @Test void theClosedFormIsTheSameHoweverOftenTheDataAreRepeatedAndTheBenchGivesTheSameBits() {
    List<Critique.Row> first = CriticsBench.linear(REQUEST, ProgressMonitor.NOBODY);
    for (Critique.Row row : first)
      assertThat(row.closedForm()).isCloseTo(first.getFirst().closedForm(), within(1e-9));
    assertThat(CriticsBench.linear(REQUEST, ProgressMonitor.NOBODY)).isEqualTo(first);
  }

  @Test void repeatedDataAreTheSameRowsAgain() {
    Examples twice = CriticsBench.repeated(new Examples(Tensor.of(2, 1, 3f, 5f), Tensor.of(2, 1, 1f, 2f)), 2);
    assertThat(twice.x().data()).containsExactly(3f, 5f, 3f, 5f);
    assertThat(twice.y().data()).containsExactly(1f, 2f, 1f, 2f);
  }

  @Test void aBenchThatIsAbandonedStops() {
    assertThatThrownBy(() -> CriticsBench.measure(REQUEST, new ProgressMonitor() {
      @Override public boolean abandoned() { return true; }

      @Override public void done(double share) {}
    })).isInstanceOf(CancellationException.class);
  }

  @Test void requestsOutsideTheirRangeAreToldInASentence() {
    assertThatThrownBy(() -> new CriticsBench.Request(1, 100, 1)).hasMessage("p must be between 0 and 1, but is 1.");
    assertThatThrownBy(() -> new CriticsBench.Request(0.5, 20_000, 1))
        .hasMessage("T must be from 2 to 10000, but is 20000.");
  }
}
