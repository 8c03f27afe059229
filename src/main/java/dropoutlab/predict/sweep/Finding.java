package dropoutlab.predict.sweep;

import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// The finding of a sweep in sentences.
record Finding(SweepWords words, Amounts amounts) {
  List<String> sentences() {
    SweepStatistics all = words.statistics();
    List<String> told = new ArrayList<>();
    if (all.columns().stream().allMatch(column -> column.results() == 0)) told.add(Words.of("sweep.finding.nothing"));
    else if (all.best().isEmpty()) told.add(Words.of("sweep.finding.no_best"));
    else told.addAll(ofBest(all.columns().get(all.best().getAsInt())));
    told.addAll(new NotFinite(words).sentences());
    if (all.failed() > 0) told.add(Words.count("sweep.finding.failed", all.failed()));
    if (!all.isFinished()) told.add(Words.count("sweep.finding.to_come", all.stillToCome()));
    for (int i = 0; i < all.table().confirmations().size(); i++) told.add(confirmation(i));
    return List.copyOf(told);
  }

  private List<String> ofBest(Column best) {
    List<String> told = new ArrayList<>();
    told.add(lowest(best));
    best.paired().flatMap(this::seedBySeed).ifPresent(told::add);
    told.addAll(new Gains(words).sentences());
    return told;
  }

  /// "So far p = 0.6 has the lowest median: 17.4 % wrong, the twin 19.6 %."
  private String lowest(Column best) {
    String name = words.named(best.point()), values = values(best);
    return words.statistics().isFinished() ? Words.of("sweep.finding.best", name, values)
        : Words.of("sweep.finding.best_so_far", name, values);
  }

  private String values(Column column) {
    String own = told(column.quartiles().median());
    if (column.paired().isEmpty() || column.paired().get().pairs() == 0) return own;
    Quartiles partner = Quartiles.of(doubles(column.partners()).toArray());
    return Words.of("sweep.finding.against", own, words.partner(), amounts.value(partner.median()));
  }

  private static DoubleStream doubles(List<Double> values) { return values.stream().mapToDouble(Double::doubleValue); }

  /// A value with what it is: "17.4 % wrong".
  private String told(double median) {
    String value = amounts.value(median);
    return switch (words.statistics().measure()) {
      case ERROR, BEST_ERROR -> amounts.percent() ? Words.of("sweep.told.wrong", value)
          : Words.of("sweep.told.rmse", value);
      case TRAIN_ERROR -> amounts.percent() ? Words.of("sweep.told.train_wrong", value)
          : Words.of("sweep.told.train_rmse", value);
      case LOSS -> Words.of("sweep.told.loss", value);
      case TRAIN_LOSS -> Words.of("sweep.told.train_loss", value);
      case GAP -> Words.of("sweep.told.gap", amounts.percent() ? amounts.between(median) : value);
      case ACTIVATION -> Words.of("sweep.told.activation", value);
      case ZEROS -> Words.of("sweep.told.zeros", value);
    };
  }

  /// "Seed by seed 3.2 points less (95 % interval 0.9 to 4.5), lower on 22 of 27."
  private Optional<String> seedBySeed(Paired paired) {
    if (paired.pairs() == 0) return Optional.empty();
    int lower = paired.lower(), pairs = paired.pairs();
    double median = paired.median();
    if (!Double.isFinite(median)) return Optional.of(Words.of("sweep.finding.only_count", lower, pairs));
    String size = amounts.between(Math.abs(median));
    String change = median > 0 ? Words.of("sweep.finding.more", size)
        : median < 0 ? Words.of("sweep.finding.less", size) : Words.of("sweep.finding.equal");
    String interval = paired.interval().map(i -> interval(i, median > 0)).orElse("");
    return Optional.of(Words.of("sweep.finding.paired", change, interval, lower, pairs));
  }

  /// The interval in the direction that the sentence tells.
  private String interval(Paired.Interval i, boolean more) {
    return more ? Words.of("sweep.finding.interval", amounts.bare(i.low()), amounts.bare(i.high()))
        : Words.of("sweep.finding.interval", amounts.bare(0 - i.high()), amounts.bare(0 - i.low()));
  }

  /// "On new seeds 41 to 60: p = 0.6 has a median of 17.9 % wrong, the twin 19.8 %. ... The gain stands (sign test)."
  String confirmation(int index) {
    SweepStatistics original = words.statistics();
    SweepStatistics anew = SweepStatistics.of(original.table().confirmations().get(index), original.measure());
    SeedRange seeds = anew.table().sweep().seeds();
    String on = seeds.count() == 1 ? Words.of("sweep.confirm.seed", Long.toString(seeds.first()))
        : Words.of("sweep.confirm.seeds", Long.toString(seeds.first()), Long.toString(seeds.last()));
    Column column = anew.columns().getFirst();
    SweepWords told = new SweepWords(anew, words.schema());
    if (column.results() == 0) return Words.of("sweep.confirm.nothing", on, told.named(0));
    List<String> sentences = new ArrayList<>();
    sentences.add(Words.of("sweep.confirm", on, told.named(0), values(column)));
    column.paired().flatMap(this::seedBySeed).ifPresent(sentences::add);
    column.paired().map(paired -> verdict(paired, anew.isFinished(), told)).ifPresent(sentences::add);
    if (!anew.isFinished()) sentences.add(Words.count("sweep.finding.to_come", anew.stillToCome()));
    return String.join(" ", sentences);
  }

  private static String verdict(Paired paired, boolean finished, SweepWords told) {
    if (paired.pairs() < Gains.LEAST_PAIRS) return Words.of("sweep.finding.few");
    boolean gain = paired.sign() < Gains.LEVEL && paired.lower() > paired.higher();
    String p = told.p(paired.sign());
    if (!finished) return gain ? Words.of("sweep.confirm.stands_so_far", p) : Words.of("sweep.confirm.open_so_far", p);
    return gain ? Words.of("sweep.confirm.stands", p) : Words.of("sweep.confirm.falls", p);
  }
}
