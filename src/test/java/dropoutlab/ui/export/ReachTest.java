package dropoutlab.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.export.recipe.Animation;
import dropoutlab.export.recipe.Animation.Over;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The range of a film. Oracle: by hand.
class ReachTest {
  private static final Animation ANY = new Animation(Over.EPOCHS, 0, 1, 1, 12, 2, true);

  @ParameterizedTest
  @CsvSource({"1, 1", "80, 1", "81, 2", "400, 5", "1000, 20", "1000000, 20000"})
  void wholeRunHasAboutEightyFramesOnRoundNumbers(double last, double every) {
    Animation whole = new Reach(0, last, 1).whole(ANY, Over.EPOCHS);
    assertThat(whole.every()).isEqualTo(every);
    assertThat(whole.frames()).isLessThanOrEqualTo(82);
    assertThat(whole.to()).isEqualTo(last);
  }

  @Test void ofBatchesTheLastAreShown() {
    Animation batches = new Reach(0, 1600, 1).whole(ANY, Over.BATCHES);
    assertThat(batches.from()).isEqualTo(1520);
    assertThat(batches.every()).isEqualTo(1);
  }

  @Test void smallPicturesBeginAndEndWithTheRange() {
    assertThat(new Reach(0, 400, 1).along(7)).startsWith(0).endsWith(400).isSorted().hasSize(7);
    assertThat(new Reach(0, 3, 1).along(7)).startsWith(0).endsWith(3).isSorted();
  }
}
