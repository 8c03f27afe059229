package dropoutlab.figure.theory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Phrases of the benches' words, by hand.
class TellingTest {
  private static Showing showing(boolean hidden, Double... guess) {
    return new Showing(hidden, List.of(guess), -1, false, OptionalInt.empty());
  }

  @Test void aGapIsToldOnlyWhereThereIsOne() {
    assertThat(Telling.gap(.5, .5)).isEqualTo("no gap");
    assertThat(Telling.gap(.5, .25)).isEqualTo("a gap of 0.25");
    assertThat(Telling.gap(.25, .5)).isEqualTo("a gap of 0.25");
  }

  @Test void aComparisonFollowsFromTheNumbers() {
    assertThat(Telling.than(3, 1, "the twin")).isEqualTo("2.00 more than the twin");
    assertThat(Telling.than(1, 3, "the twin")).isEqualTo("2.00 less than the twin");
    assertThat(Telling.than(3, 3, "the twin")).isEqualTo("the same as the twin");
    assertThat(Telling.points(.125, .25, "p")).isEqualTo("12.5 percentage points less than p");
  }

  @Test void aRangeOfOneValueIsThatValue() {
    assertThat(Telling.range(List.of(.5, .5))).isEqualTo("0.500");
    assertThat(Telling.range(List.of(.5, .25, .75))).isEqualTo("0.250 to 0.750");
  }

  @Test void aGuessIsToldAgainstTheTruthOnlyWhenThatIsThere() {
    assertThat(Telling.guess(showing(true),
        7)).doesNotContain("7").isEqualTo("The answer is hidden until it is revealed.");
    assertThat(Telling.guess(showing(true, 5.0), 7)).doesNotContain("7").contains("5");
    assertThat(Telling.guess(showing(false, 5.0), 7)).isEqualTo("The guess was 5, which is 2.00 less than the answer.");
    assertThat(Telling.guess(showing(false), 7)).isEmpty();
  }

  @Test void ofSeveralGuessesTheMeanDistanceIsTold() {
    assertThat(Telling.guesses(showing(false, 1.0, Double.NaN, 3.0), List.of(2.0, 9.0, 6.0)))
        .startsWith("The guesses were 1, ").endsWith(", on average 2.00 away.");
    assertThat(Telling.choice(showing(true, 2.0))).contains("option 3");
  }
}
