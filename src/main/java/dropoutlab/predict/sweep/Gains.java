package dropoutlab.predict.sweep;

import dropoutlab.spec.sweep.Axis;
import dropoutlab.spec.sweep.Measure;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/// Where a sweep's differences go beyond chance, and which values cannot be told from the best.
record Gains(SweepWords words) {
  static final double LEVEL = 0.05;
  /// With fewer pairs no interval covers 95 %, and no sign test comes below .05.
  static final int LEAST_PAIRS = 6;

  List<String> sentences() {
    SweepStatistics all = words.statistics();
    List<String> told = new ArrayList<>();
    boolean paired = all.columns().stream().anyMatch(column -> column.paired().isPresent());
    if (paired && pairs() < LEAST_PAIRS) told.add(Words.of("sweep.finding.few"));
    else if (paired && all.columns().stream().noneMatch(Gains::gains)) told.addAll(none());
    for (int series = 0; series < all.series(); series++) told.addAll(of(series, paired && pairs() >= LEAST_PAIRS));
    return told;
  }

  private int pairs() {
    return words.statistics().columns().stream().flatMap(column -> column.paired().stream()).mapToInt(Paired::pairs)
        .max().orElse(0);
  }

  private static boolean stands(Column column) { return column.holm() < LEVEL; }

  private static boolean gains(Column column) {
    return stands(column) && column.paired().orElseThrow().lower() > column.paired().orElseThrow().higher();
  }

  /// A test that could not have found anything says so.
  private List<String> none() {
    SweepStatistics all = words.statistics();
    List<String> told = new ArrayList<>();
    String symbol = words.symbol(0), of = symbol.isEmpty() ? "" : Words.of("sweep.finding.none_of", symbol);
    told.add(all.isFinished() ? Words.count("sweep.finding.none", all.table().seeds(), of, words.partner())
        : Words.of("sweep.finding.none_so_far", of, words.partner()));
    int needed = needed(all.tested());
    if (pairs() < needed) told.add(Words.of("sweep.finding.powerless", all.tested(), pairs(), needed));
    return told;
  }

  /// Returns the least number of pairs that can stand after Holm over so many tests, lower on all of them.
  static int needed(int tests) {
    int pairs = LEAST_PAIRS;
    while (tests * Paired.sign(pairs, 0) >= LEVEL) pairs++;
    return pairs;
  }

  /// "From 0.3 to 0.7 the gain stands (sign test, Holm); 0.7 cannot be told from 0.6."
  private List<String> of(int series, boolean tested) {
    List<String> told = new ArrayList<>();
    Places better = places(series, Gains::gains), worse = places(series, c -> stands(c) && !gains(c));
    String alike = alike(series, better);
    String stand = better.isEmpty() || !tested ? ""
        : Words.of("sweep.finding.stands", words.inSeries(series, better.where()), gain());
    if (!stand.isEmpty()) told.add(alike.isEmpty() ? Words.of("sweep.sentence", stand)
        : Words.of("sweep.sentence.two", stand, alike));
    else if (!alike.isEmpty()) told.add(Words.of("sweep.sentence", words.inSeries(series, alike)));
    if (tested && !worse.isEmpty())
      told.add(Words.of("sweep.finding.worse", words.inSeries(series, worse.where()), words.partner()));
    return told;
  }

  /// @param better where there is a gain; if that is just where none can be told from the best, it is not listed twice
  private String alike(int series, Places better) {
    OptionalInt best = words.statistics().best(series);
    Places alike = places(series, Column::likeBest);
    if (best.isEmpty() || alike.isEmpty()) return "";
    Axis axis = alike.axis();
    int at = best.getAsInt() % axis.points().size();
    String name = axis.points().get(at).label();
    Set<Integer> others = new HashSet<>(better.at());
    boolean same = others.remove(at) && others.size() > 1 && others.equals(Set.copyOf(alike.at()));
    return same ? Words.of("sweep.finding.alike_all", name) : Words.of("sweep.finding.alike", alike.list(), name);
  }

  /// What is lower is better only of errors and losses.
  private String gain() {
    Measure measure = words.statistics().measure();
    boolean neutral = measure == Measure.ACTIVATION || measure == Measure.ZEROS;
    return neutral ? Words.of("sweep.difference") : Words.of("sweep.gain");
  }

  private Places places(int series, Predicate<Column> which) {
    return words.places(words.statistics().series(series).stream().filter(which).toList());
  }
}
