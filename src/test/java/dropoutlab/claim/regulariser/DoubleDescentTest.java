package dropoutlab.claim.regulariser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.claim.Settings;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.RegulariserPicture;
import dropoutlab.frame.bench.Verdict;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.LinearPenalty;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Oracles: medians of 40 other draws, computed once with numpy, [LinearPenalty], and closed forms.
class DoubleDescentTest {
  private static final DoubleDescent BENCH = new DoubleDescent();

  private static Findings find(Settings settings) { return BENCH.find(settings, ProgressMonitor.NOBODY); }

  private static Settings with(String... changes) {
    Settings settings = BENCH.defaults();
    for (String each : changes) settings = settings.with(each);
    return settings;
  }

  private static RegulariserPicture.DoubleDescent picture(Settings settings) {
    return (RegulariserPicture.DoubleDescent) find(settings).picture();
  }

  /// The median of 40 has a standard error of 1 to 2 per cent with dropout; the peak without it has a heavy tail.
  @Test void mediansOfHundredFeaturesAreThoseOfOtherDraws() {
    RegulariserPicture.DoubleDescent found = picture(with("features=100", "n=100"));
    assertThat(found.sizes()).containsExactly(50, 80, 95, 100, 105, 150, 400);
    List<Double> dropped = List.of(.94, .78, .70, .66, .65, .51, .33);
    for (int i = 0; i < 7; i++) assertThat(found.droppedMedians().get(i) / dropped.get(i)).isBetween(.92, 1.08);
    List<Double> plain = List.of(.99, 1.35, 4.74, 110., 5.30, .75, .33);
    for (int i : new int[] {0, 1, 5, 6}) assertThat(found.plainMedians().get(i) / plain.get(i)).isBetween(.85, 1.15);
    for (int i : new int[] {2, 4}) assertThat(found.plainMedians().get(i) / plain.get(i)).isBetween(.6, 1.6);
    assertThat(found.plainMedians().get(3)).isBetween(20.0, 300.0);
  }

  @Test void theRiskOfOneDrawIsThatOfTheEigenvectors() {
    DescentDraws data = DescentDraws.of(20, .5, 7, 30);
    var set = data.set(0, 30);
    LinearPenalty same = LinearPenalty.dropout(set.rows().toArray(double[][]::new),
        set.targets().stream().mapToDouble(y -> y).toArray(), .1);
    Comparison row = find(with("features=20", "n=30")).headline();
    assertThat(row.exact().value()).isCloseTo(data.risk(same.weights()), within(1e-9));
    assertThat(row.verdict()).isEqualTo(Verdict.WITHIN_NOISE);
  }

  @Test void aSmallerDrawIsTheBeginningOfALargerOne() {
    RegulariserPicture.DoubleDescent all = picture(with("features=20")), one = picture(with("features=20", "draws=1"));
    assertThat(one.draws()).isEqualTo(1);
    for (int size = 0; size < one.sizes().size(); size++) assertThat(one.dropped().at(0, size)).isEqualTo(all.dropped().at(0, size));
  }

  /// Without noise enough examples tell the weights, but for the rounding of their targets, and with many inputs dropped hardly anything is left of them.
  @Test void theEndsAreWhatTheyMustBe() {
    RegulariserPicture.DoubleDescent exact = picture(with("features=20", "noise=0", "n=80"));
    assertThat(exact.plainMedians().getLast()).isCloseTo(0, within(1e-14));
    RegulariserPicture.DoubleDescent drowned = picture(with("features=20", "p=0.95", "n=80"));
    assertThat(drowned.droppedMedians()).allSatisfy(median -> assertThat(median).isBetween(.9, 1.3));
    RegulariserPicture.DoubleDescent none = picture(with("features=20", "p=0"));
    assertThat(none.dropped()).isEqualTo(none.plain());
    assertThat(none.trained()).isNaN();
  }

  @Test void aTrainingThatHardlyBeganShowsNothing() {
    assertThat(find(with("features=20", "p=0.0005")).headline().verdict()).isEqualTo(Verdict.MOVING);
  }

  /// Of honest standard errors the squared gaps are about 1 on average; 20 seeds leave them between a third and 2.2.
  @Test void standardErrorsAreHonest() {
    double risk = 0, length = 0;
    for (long seed = 1; seed <= 20; seed++) {
      List<Comparison> rows = find(with("features=20", "n=20", "draws=1").withSeed(seed)).rows();
      risk += rows.get(0).ses() * rows.get(0).ses() / 20;
      length += rows.get(1).ses() * rows.get(1).ses() / 20;
    }
    assertThat(risk).isBetween(.33, 2.2);
    assertThat(length).isBetween(.33, 2.2);
  }
}
