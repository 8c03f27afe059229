package dropoutlab.figure.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.claim.Ask;
import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.claim.Settings;
import dropoutlab.claim.catalogue.Benches;
import dropoutlab.figure.WholeSentences;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Findings;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.words.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What the figure of every bench tells in words and in numbers. Oracle: the findings of the bench, which the figure does
/// not read; it is drawn of the picture alone.
class BenchTellsTest {
  static List<Bench> benches() { return Benches.all(); }

  private static Findings find(Bench bench, Settings settings) { return bench.find(settings, ProgressMonitor.NOBODY); }

  private static Figure revealed(Findings found) { return BenchFigures.of(found.picture(), Showing.PRINT); }

  private static Figure hidden(Bench bench, Settings settings, Findings found) {
    List<Double> none = Collections.nCopies(bench.ask(settings).numbers(), Double.NaN);
    return BenchFigures.of(found.picture(), new Showing(true, none, 0, false, OptionalInt.empty()));
  }

  /// As it begins, without dropout, and with every choice at its last option.
  private static List<Settings> settings(Bench bench) {
    Settings start = bench.defaults(), last = start, none = start;
    for (Control control : bench.controls()) {
      if (control instanceof Control.Rate(String id, _, _)) none = none.with(id, 0);
      if (control instanceof Control.Choice choice) last = last.with(choice.id(), choice.options().size() - 1);
    }
    Settings small = last;
    for (Control control : bench.controls())
      if (control instanceof Control.Rate(String id, _, _)) small = small.with(id, .2);
    return List.of(start, none, small);
  }

  @ParameterizedTest
  @MethodSource("benches")
  void everyBenchTellsItselfInWholeSentencesAndRows(Bench bench) {
    for (Settings settings : settings(bench)) {
      Findings found = find(bench, settings);
      List<Double> guess = found.answer().stream().map(each -> Math.rint(each)).toList();
      Figure guessed = BenchFigures.of(found.picture(), new Showing(true, guess, 0, false, OptionalInt.empty()));
      Figure settled = BenchFigures.of(found.picture(), new Showing(false, guess, -1, false, OptionalInt.empty()));
      for (Figure figure : List.of(revealed(found), hidden(bench, settings, found), guessed, settled)) {
        String as = bench.id() + " " + settings.changes();
        assertThat(figure.describe()).as(as).isNotEqualTo(Description.NONE);
        WholeSentences.require(figure.describe(), as);
        WholeSentences.require(figure.table().orElseThrow(), as);
      }
      assertThat(guessed.describe().sentences().getLast()).as("a guess is told").contains("hidden").containsAnyOf("guess", "option");
      assertThat(settled.describe().sentences().getLast()).as("a guess is told").containsAnyOf("guess", "option",
          "Option");
    }
  }

  /// A truth that anybody could write down, as 1, may stand there for another reason.
  private static boolean isTelling(double value) {
    return Double.isFinite(value) && Math.abs(1e4 * value - Math.rint(1e4 * value)) > 1e-3;
  }

  private static Set<Double> numbers(DataTable table) {
    return table.rows().stream().flatMap(List::stream).filter(Double.class::isInstance).map(Double.class::cast)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("benches")
  void whileTheAnswerIsHiddenNothingTellsIt(Bench bench) {
    // Without dropout the network is its twin, which is no secret.
    for (Settings settings : List.of(settings(bench).getFirst(), settings(bench).getLast())) {
      Findings found = find(bench, settings);
      List<Double> secrets = new ArrayList<>(), known = new ArrayList<>();
      if (!(bench.ask(settings) instanceof Ask.Choose)) secrets.addAll(found.answer());
      for (Comparison row : found.rows()) {
        List<Double> both = List.of(row.exact().value(), row.engine().value());
        (row.asked() ? secrets : known).addAll(both);
      }
      // What a row or the question tells is no secret.
      secrets.removeIf(each -> !isTelling(each) || found.question().contains(Numbers.reading(each))
          || known.stream().anyMatch(it ->
          Math.abs(it - each) < 1e-6 * Math.abs(it)));
      Figure figure = hidden(bench, settings, found);
      Set<Double> numbers = numbers(figure.table().orElseThrow());
      for (double secret : secrets) {
        String as = bench.id() + " " + settings.changes() + " tells " + secret;
        assertThat(numbers.stream().filter(each -> Math.abs(each - secret) < 1e-9 * Math.abs(secret))).as(as).isEmpty();
        boolean round = Math.abs(1000 * secret - Math.rint(1000 * secret)) < .1;
        if (Math.abs(secret) > 1e-3 && !round) assertThat(words(figure)).as(as).doesNotContain(Numbers.reading(secret));
      }
    }
  }

  private static String words(Figure figure) { return figure.describe().title() + " " + figure.describe().text(); }

  /// The numbers of these rows of the findings, exact or of the engine, are in the words.
  @ParameterizedTest
  @CsvSource({"scaling-microscope, 0, engine", "backward, 4, exact", "backward, 4, engine", "jensen-gap, 2, exact",
      "jensen-gap, 2, engine", "jensen-gap, 3, exact", "two-paths, 2, exact", "two-paths, 3, exact",
          "two-paths, 3, engine",
      "thinned-networks, 0, exact", "thinned-networks, 1, exact", "thinned-networks, 2, engine",
      "thinned-networks, 3, exact",
      "nearly-normal, 1, exact", "nearly-normal, 2, engine", "nearly-normal, 0, exact", "how-many-passes, 2, exact",
      "how-many-passes, 3, exact", "how-many-passes, 4, engine", "adaptive-l2, 0, exact", "adaptive-l2, 1, engine",
      "falling-penalty, 0, exact", "falling-penalty, 1, exact", "falling-penalty, 3, exact", "equalise, 0, exact",
      "double-descent, 0, exact", "double-descent, 0, engine", "k-masks, 0, exact", "k-masks, 0, engine",
      "k-masks, 3, exact",
      "units-taken-away, 0, exact", "units-taken-away, 1, exact", "units-taken-away, 2, exact", "nested-pca, 2, exact",
      "information, 0, exact", "information, 1, exact", "information, 2, exact", "features-and-sparsity, 0, exact",
      "bias-variance, 0, exact", "bias-variance, 0, engine", "bias-variance, 2, exact", "bias-variance, 3, exact",
      "two-spikes, 0, exact", "where-to-ask, 0, exact", "where-to-ask, 0, engine", "where-to-ask, 1, exact",
      "batch-norm, 0, exact", "batch-norm, 0, engine", "batch-norm, 1, exact", "batch-norm, 1, engine",
      "alpha, 0, exact",
      "alpha, 0, engine", "drop-block, 0, exact", "drop-block, 1, exact"})
  void theNumbersInTheSentencesAreThoseOfTheFindings(String id, int row, String side) {
    Bench bench = Benches.named(id).orElseThrow();
    Findings found = find(bench, bench.defaults());
    Comparison of = found.rows().get(row);
    double value = side.equals("exact") ? of.exact().value() : of.engine().value();
    String text = revealed(found).describe().text();
    assertThat(text).as(of.what() + " " + value).containsAnyOf(Numbers.reading(Math.abs(value)),
        Numbers.brief(Math.abs(value)),
        Numbers.fixed(Math.abs(value), 3), Numbers.fixed(Math.abs(value), 4), Numbers.count(value),
        Numbers.fixed(100 * Math.abs(value), 1), Numbers.fixed(100 * Math.abs(value), 2),
        Numbers.reading(100 * Math.abs(value)));
  }

  /// The answer that was asked for is told, beside what the engine found, and both stand in the table as they are.
  @ParameterizedTest
  @MethodSource("benches")
  void theAnswerStandsInTheTableInFullPrecision(Bench bench) {
    Findings found = find(bench, bench.defaults());
    if (bench.ask(bench.defaults()) instanceof Ask.Choose || bench.id().equals("backward")) return;
    Set<Double> numbers = numbers(revealed(found).table().orElseThrow());
    for (double answer : found.answer())
      assertThat(numbers).as(bench.id()).anyMatch(each -> Math.abs(each - answer) <= 1e-12 * Math.max(1,
      Math.abs(answer)));
  }

  /// Rows by hand: so many points are drawn.
  @ParameterizedTest
  @CsvSource({"jensen-gap, masks, 6", "jensen-gap, 'gap for each p, exact', 96",
      "jensen-gap, 'gap for each p, engine', 9",
      "scaling-microscope, cells, 20", "scaling-microscope, sums, 4", "two-paths, steps, 201",
      "thinned-networks, networks, 256",
      "nearly-normal, mean output, 5", "how-many-passes, networks met in training, 24", "adaptive-l2, data, 2",
      "adaptive-l2, 'weights for each p, exact', 96", "falling-penalty, masks, 4",
      "double-descent, draws, 280", "k-masks, single masks, 16", "units-taken-away, units away, 9",
      "units-taken-away, all seeds, 45",
      "nested-pca, cosines, 25", "information, now, 3", "features-and-sparsity, seeds, 35",
      "bias-variance, predictions, 4000",
      "risk, spread, 4", "risk, variance of the passes by input, 20", "where-to-ask, maps, 1632",
      "drop-block, cells, 49"})
  void aRowIsAPoint(String id, String part, int rows) {
    Bench bench = Benches.named(id).orElseThrow();
    DataTable table = revealed(find(bench, bench.defaults())).table().orElseThrow();
    assertThat(table.rows().stream().filter(row -> part.equals(row.getFirst()))).hasSize(rows);
  }
}
