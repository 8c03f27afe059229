package dropoutlab.claim.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.claim.Settings;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.ScalingPicture.Microscope;
import dropoutlab.frame.bench.Verdict;
import dropoutlab.predict.ProgressMonitor;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Oracles: a published notebook's arrays, and NumPy (`src/test/python/claims_scaling.py`).
class ScalingMicroscopeTest {
  private static final ScalingMicroscope BENCH = new ScalingMicroscope();
  /// The rounding of a handful of products and sums in single precision.
  private static final double SINGLE = 1e-6;

  private static Findings find(Settings settings) { return BENCH.find(settings, ProgressMonitor.NOBODY); }

  private static Microscope picture(Settings settings) { return (Microscope) find(settings).picture(); }

  private static double[] column(Matrix of, int column) {
    double[] values = new double[of.rows()];
    for (int r = 0; r < values.length; r++) values[r] = of.at(r, column);
    return values;
  }

  /// Y 1.1 and 1.3, and ∂L/∂X .44 and .52 in row 3, are those of the notebook; 14 of 20 gradients are 0.
  @Test void itBeginsWithTheNotebooksMask() {
    Microscope seen = picture(BENCH.defaults());
    assertThat(seen.mask().toArray()).containsExactly(0, 2, 0, 0, 0, 0, 0, 0, 0, 2, 0, 2, 0, 2, 0, 2, 0, 2, 0, 0);
    assertThat(seen.y().toArray()).containsExactly(new double[] {0, .1, 0, 0, 0, 0, 0, 0, 0, .9, 0, 1.1, 0, 1.3, 0, 1.5,
        0, 1.7, 0, 0},
        within(SINGLE));
    assertThat(seen.back().toArray()).containsExactly(new double[] {0, .04, 0, 0, 0, 0, 0, 0, 0, .36, 0, .44, 0, .52, 0,
        .6, 0, .68, 0, 0},
        within(SINGLE));
    assertThat(Arrays.stream(seen.back().toArray()).filter(each -> each == 0)).hasSize(14);
  }

  @Test void theSumsOfTheRowsAreThoseByHand() {
    Matrix sums = picture(BENCH.defaults()).sums();
    assertThat(column(sums, 0)).containsExactly(new double[] {-.1, -.45, .2, 4.15}, within(SINGLE));
    assertThat(column(sums, 1)).containsExactly(new double[] {.2, .7, 1.2, 1.7}, within(SINGLE));
    assertThat(column(sums, 2)).containsExactly(new double[] {.2, .7, 1.2, 1.7}, within(SINGLE));
  }

  static List<NumpyScaling.Microscope> numpy() throws IOException { return NumpyScaling.read().microscope(); }

  @ParameterizedTest
  @MethodSource("numpy")
  void numbersAndMeansAreThoseOfNumpy(NumpyScaling.Microscope numpy) {
    Findings found = find(BENCH.defaults().with("p", numpy.p()).withSeed(numpy.seed()));
    Microscope seen = (Microscope) found.picture();
    assertThat(seen.y().toArray()).containsExactly(numpy.y(), within(SINGLE));
    assertThat(seen.back().toArray()).containsExactly(numpy.back(), within(SINGLE));
    assertThat(column(seen.sums(), 0)).containsExactly(numpy.sums(), within(SINGLE));
    assertThat(column(seen.sums(), 2)).containsExactly(numpy.off(), within(SINGLE));
    assertThat(found.headline().engine().value()).isCloseTo(numpy.mean(), within(SINGLE));
    assertThat(seen.trail().at(seen.trail().rows() - 1, 2)).isCloseTo(numpy.unscaled(), within(SINGLE));
    assertThat(seen.toggled()).isCloseTo(numpy.toggled(), within(SINGLE));
  }

  /// The same masks as those that NumPy drew at p = 0.3.
  @Test void dividingByPIsShownWhereItCannotLookRight() throws IOException {
    double unscaled = numpy().get(1).unscaled();
    assertThat(find(BENCH.defaults()).rows().getLast().engine().value()).isCloseTo(unscaled / .3, within(SINGLE));
    assertThat(find(BENCH.defaults().with("p", .3)).rows().getLast().engine().value()).isCloseTo(unscaled / .3,
        within(SINGLE));
    assertThat(find(BENCH.defaults()).rows().getLast().exact().value()).isCloseTo(.55 * .7 / .3, within(SINGLE));
  }

  @ParameterizedTest
  @CsvSource({"0.3, 2", "0.49, 2", "0.5, 1", "0.7, 0"})
  void theAnswerIsTheSignOfWhatDividingByPDoes(double p, double answer) {
    assertThat(find(BENCH.defaults().with("p", p)).answer()).containsExactly(answer);
  }

  /// The first part of a longer run, so that play adds to what is there.
  @Test void fewerMasksAreTheFirstOfMore() {
    Matrix few = picture(BENCH.defaults().with("masks", 10)).trail(), many = picture(BENCH.defaults()).trail();
    for (int i = 0; i < few.rows(); i++) for (int c = 0; c < 3; c++) assertThat(few.at(i, c)).isEqualTo(many.at(i, c));
  }

  /// About one in 16,000 honest looks fails by chance, also where few masks keep a cell at all.
  @ParameterizedTest
  @ValueSource(doubles = {.05, .3, .5, .8, .95})
  void noHonestSettingFails(double p) {
    for (int masks : new int[] {1, 2, 5, 20, 200})
      for (long seed = 1; seed <= 10; seed++) {
        Settings settings = BENCH.defaults().with("p", p).with("masks", masks).withSeed(seed);
        assertThat(find(settings).rows()).as("%d masks, seed %d", masks, seed).allSatisfy(row ->
            assertThat(row.verdict()).as(row.what()).isNotEqualTo(Verdict.FAILS));
      }
  }

  @Test void ownNumbersGoThroughTheLayer() {
    Settings own = BENCH.defaults().with("numbers=own").with("x", 11, -4.5).with("follow", List.of(3.0, 2.0));
    Microscope seen = picture(own);
    assertThat(seen.followed()).isEqualTo(-4.5);
    assertThat(seen.y().at(2, 1)).isEqualTo(-9);
    assertThat(find(own).rows()).allSatisfy(row -> assertThat(row.verdict()).isNotEqualTo(Verdict.FAILS));
  }
}
