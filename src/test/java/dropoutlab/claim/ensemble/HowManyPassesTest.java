package dropoutlab.claim.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.claim.Settings;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.EnsemblePicture.Committees;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.Verdict;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.dropout.InvertedDropout;
import dropoutlab.nn.layer.Mode;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.ThinnedUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HowManyPassesTest {
  private final HowManyPasses bench = new HowManyPasses();

  private Findings find(Settings settings) { return bench.find(settings, ProgressMonitor.NOBODY); }

  private static Committees picture(Findings of) { return (Committees) of.picture(); }

  /// Oracle: the same layer on the same stream, whose masks are counted one batch of 16 after the other.
  @Test void theMasksOfTheTrainingAreCounted() {
    InvertedDropout layer = new InvertedDropout(.5, 16, RandomStream.of(7, Purpose.MASKS, 2));
    Set<Integer> met = new HashSet<>();
    Tensor ones = new Tensor(16, 16);
    ones.fill(1);
    for (int batch = 0; batch < 200 * 4; batch++) {
      Tensor out = layer.forward(ones, Mode.TRAIN);
      for (int r = 0; r < 16; r++) {
        int bits = 0;
        for (int unit = 0; unit < 16; unit++) bits = 2 * bits + (out.at(r, unit) == 0 ? 0 : 1);
        met.add(bits);
      }
    }
    Committees found = picture(find(bench.defaults()));
    assertThat(found.draws()).isEqualTo(12_800);
    assertThat(found.met()).isEqualTo(met.size());
  }

  /// Eleven passes, and not ten, have less error than masks off.
  @Test void theNumberOfPassesIsWhereTheCurveCrosses() {
    Committees of = picture(find(bench.defaults()));
    assertThat(Math.ceil(of.matches())).isEqualTo(11);
    double off = of.average() + of.spread() / of.matches();
    assertThat(off).isEqualTo(of.squares().off(), within(1e-6));
    assertThat(of.average() + of.spread() / 10).isGreaterThan(off);
    assertThat(of.average() + of.spread() / 11).isLessThan(off);
  }

  /// Oracle: the mean over all masks of the engine, forced one by one, for a network small enough.
  @Test void theExactSideIsThatOfAllForcedMasks() {
    MoonsNetwork network = MoonsNetwork.of(new Asked(5, .3, false, 7), ProgressMonitor.NOBODY);
    Matrix answers = network.thinned().forced(network.points().x(), ProgressMonitor.NOBODY);
    double average = 0, one = 0, wrong = 0;
    double[] chances = ThinnedUnit.chances(5, .3);
    for (int i = 0; i < network.points().size(); i++) {
      double truth = network.points().label(i), mean = 0;
      for (int mask = 0; mask < 32; mask++) {
        double answer = answers.at(mask, i);
        mean += chances[mask] * answer;
        one += chances[mask] * (answer - truth) * (answer - truth) / 400;
        if (answer > .5 != (truth == 1)) wrong += chances[mask] / 400;
      }
      average += (mean - truth) * (mean - truth) / 400;
    }
    Committees of = picture(find(bench.defaults().with("n", 5).with("p", .3)));
    assertThat(of.average()).isEqualTo(average, within(1e-6));
    assertThat(of.average() + of.spread()).isEqualTo(one, within(1e-6));
    assertThat(of.one()).isEqualTo(wrong, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"4, .5", "8, .3", "12, .7", "16, .95"})
  void bothSidesAgree(int units, double p) {
    for (int k : new int[] {1, 3, 200})
      assertThat(find(bench.defaults().with("n", units).with("p", p).with("k", k)).rows()).allSatisfy(row ->
          assertThat(row.verdict()).as(row.what()).isNotEqualTo(Verdict.FAILS));
  }

  /// Five seeds answer the question, the one that is shown first; where no number of passes is enough, the last option.
  @Test void everySeedHasAnAnswer() {
    assertThat(find(bench.defaults()).answers()).hasSize(5).first().isEqualTo(List.of(1.0));
    Findings never = find(bench.defaults().with("n", 8));
    assertThat(picture(never).matches()).isInfinite();
    assertThat(never.answer()).containsExactly(4.0);
    assertThat(find(bench.defaults().withSeed(1)).answer()).isEqualTo(find(bench.defaults().withSeed(0)).answers().get(1));
  }

  @Test void withoutDropoutOnePassIsEnough() {
    Findings found = find(bench.defaults().with("p", 0));
    assertThat(found.rows()).extracting(Comparison::verdict).containsOnly(Verdict.EQUAL);
    assertThat(picture(found).met()).isEqualTo(1);
    assertThat(found.answer()).containsExactly(0.0);
  }
}
