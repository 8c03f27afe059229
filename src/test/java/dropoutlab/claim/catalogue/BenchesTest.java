package dropoutlab.claim.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dropoutlab.card.ClaimCard;
import dropoutlab.claim.Ask;
import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.claim.Reading;
import dropoutlab.claim.Settings;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.Verdict;
import dropoutlab.predict.ProgressMonitor;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds of every bench. What each computes is tested beside it.
class BenchesTest {
  private static final int MOST_OPTIONS = 56;

  static List<Bench> benches() { return Benches.all(); }

  private static Findings find(Bench bench, Settings settings) { return bench.find(settings, ProgressMonitor.NOBODY); }

  @Test void everyBenchHasANameOfItsOwn() {
    assertThat(Benches.ids()).doesNotHaveDuplicates();
    assertThat(Benches.all()).extracting(Bench::group).isSorted();
  }

  @ParameterizedTest
  @MethodSource("benches")
  void theCardNamesEveryControlAndEveryOption(Bench bench) {
    ClaimCard card = bench.card();
    assertThat(card.controls().keySet())
        .containsExactlyInAnyOrderElementsOf(bench.controls().stream().map(Control::id).toList());
    for (Control each : bench.controls())
      assertThat(card.control(each.id()).options()).hasSize(each instanceof Control.Choice choice ? choice.options().size() : 0);
    boolean clock = bench.controls().stream().anyMatch(Control.Clock.class::isInstance);
    assertThat(card.unit().isEmpty()).isNotEqualTo(clock);
    assertThat(String.join("", card.options())).as("room beside the question").hasSizeLessThan(MOST_OPTIONS);
    assertThat(card.options()).hasSize(bench.ask(bench.defaults()) instanceof Ask.Choose choose ? choose.options() : 0);
  }

  @ParameterizedTest
  @MethodSource("benches")
  void everyClaimHoldsAsItBegins(Bench bench) {
    Findings found = find(bench, bench.defaults());
    assertThat(found.rows()).allSatisfy(BenchesTest::holds);
    assertThat(found.rows()).as("the answer is hidden in at least one row").anyMatch(Comparison::asked);
    assertThat(found.answers()).allSatisfy(answer -> assertThat(answer).hasSize(bench.ask(bench.defaults()).numbers()));
    assertThat(found.question()).endsWith("?");
  }

  private static void holds(Comparison row) {
    assertThat(row.verdict()).as("%s: %s", row.what(), Reading.of(row, 9)).isNotIn(Verdict.FAILS, Verdict.MOVING);
  }

  @ParameterizedTest
  @MethodSource("benches")
  void theSameSettingsGiveTheSameFindings(Bench bench) {
    assertThat(find(bench, bench.defaults()).rows()).isEqualTo(find(bench, bench.defaults()).rows());
  }

  /// About one honest look in 16,000 fails by chance; these seeds were not chosen.
  @ParameterizedTest
  @MethodSource("benches")
  void theClaimHoldsUnderOtherSeeds(Bench bench) {
    for (long seed = 1; seed <= 3; seed++)
      assertThat(find(bench, bench.defaults().withSeed(seed)).rows()).as("seed %d", seed)
          .allSatisfy(row -> assertThat(row.verdict()).as(row.what()).isNotEqualTo(Verdict.FAILS));
  }

  /// At the ends of every control nothing is odd, and no claim turns out wrong.
  @ParameterizedTest
  @MethodSource("benches")
  void everyControlGoesToItsEnds(Bench bench) {
    for (Control each : bench.controls())
      for (Settings settings : ends(bench.defaults(), each)) {
        Findings found = find(bench, settings);
        String at = settings.changes().stream().collect(Collectors.joining(" "));
        assertThat(found.rows()).as(at).allSatisfy(row -> {
          assertThat(row.exact().value()).as(row.what()).isFinite();
          assertThat(row.engine().value()).as(row.what()).isFinite();
          assertThat(row.verdict()).as("%s: %s", row.what(), Reading.of(row, 9)).isNotEqualTo(Verdict.FAILS);
        });
      }
  }

  private static List<Settings> ends(Settings start, Control control) {
    return switch (control) {
      case Control.Rate(String id, _, double most) -> List.of(start.with(id, 0), start.with(id, most));
      case Control.Count(String id, int least, int most, _) -> List.of(start.with(id, least), start.with(id, most));
      case Control.Clock(String id, int least, _, _) -> List.of(start.with(id, least));
      case Control.Numbers numbers -> List.of(all(start, numbers, numbers.least()), all(start, numbers, numbers.most()),
          all(start, numbers, Math.clamp(0, numbers.least(), numbers.most())));
      case Control.Choice choice -> choice.options().stream().map(option -> start.with(choice.id() + "=" + option)).toList();
      case Control.File _ -> List.of();
    };
  }

  private static Settings all(Settings start, Control.Numbers of, double value) {
    return start.with(of.id(), of.initial().stream().map(_ -> value).toList());
  }

  @ParameterizedTest
  @MethodSource("benches")
  void aComputationThatIsNotWantedEnds(Bench bench) {
    AtomicInteger asked = new AtomicInteger();
    ProgressMonitor abandoned = new ProgressMonitor() {
      @Override public boolean abandoned() { return asked.incrementAndGet() > 0; }

      @Override public void done(double share) {}
    };
    // Other settings than any test before used: what a bench remembers needs no work.
    assertThatThrownBy(() -> bench.find(bench.defaults().withSeed(987), abandoned)).isInstanceOf(CancellationException.class);
    assertThat(asked).hasPositiveValue();
  }
}
