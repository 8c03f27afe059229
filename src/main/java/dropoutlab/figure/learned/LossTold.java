package dropoutlab.figure.learned;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Measured;
import dropoutlab.figure.plot.Summary;
import dropoutlab.figure.plot.Than;
import dropoutlab.figure.plot.Trend;
import dropoutlab.frame.Curve;
import dropoutlab.frame.History;
import dropoutlab.frame.Metric;
import dropoutlab.spec.Beside;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a [LossFigure] says of itself. It speaks of the validation loss, or where nothing is held out of the training
/// loss with the masks off: where it is lowest, where it ends, and which way it goes there ([Trend]).
final class LossTold {
  private static final int MOST_SENTENCES = 5;

  private final History history;
  private final LossFigure.Options options;
  private final Metric metric;
  private final Measured loss;

  LossTold(History history, LossFigure.Options options) {
    this.history = history;
    this.options = options;
    metric = history.holdsOut() ? Metric.VALIDATION : Metric.TRAIN;
    Measured named = Measured.of(options.lossName(), 0);
    // A loss of standardised targets has no unit.
    boolean unitless = named.unit().equals(Words.of("told.loss.standardised"));
    loss = unitless ? new Measured(options.lossName(), "", 0) : named;
  }

  /// The networks whose curves are told one by one, the experiment's own first.
  private List<String> networks() {
    List<String> all = options.pair().map(pair -> List.of(Beside.OWN, pair.name()))
        .orElse(List.of(Beside.OWN, Beside.TWIN));
    return all.stream().filter(name -> last(new Curve(name, metric)) >= 0).toList();
  }

  private String name(String network) {
    if (options.pair().isPresent()) return Words.of(network.equals(Beside.OWN) ? "figure.loss.a" : "figure.loss.b");
    return switch (network) {
      case Beside.OWN -> Words.of("told.network");
      case Beside.TWIN -> Words.of("told.twin");
      default -> network;
    };
  }

  /// The same in the head of a column.
  private String bare(String network) {
    if (options.pair().isPresent()) return name(network);
    return switch (network) {
      case Beside.OWN -> Words.of("told.loss.column.network");
      case Beside.TWIN -> Words.of("told.loss.column.twin");
      default -> network;
    };
  }

  private String lossWord() { return lossWord(metric); }

  private static String lossWord(Metric metric) {
    return switch (metric) {
      case VALIDATION, VALIDATION_ERROR -> Words.of("told.loss.validation");
      case TRAIN, TRAIN_ERROR -> Words.of("told.loss.train");
      case TRAIN_MASKED -> Words.of("told.loss.masked");
    };
  }

  private double value(Curve curve, int row) { return history.value(curve, row); }

  /// The last row with a finite value, or -1.
  private int last(Curve curve) {
    int row = history.size() - 1;
    while (row >= 0 && !Double.isFinite(value(curve, row))) row--;
    return row;
  }

  Description describe() {
    String title = Words.of(options.pair().isPresent() ? "told.loss.title.pair" : "told.loss.title");
    List<String> networks = networks();
    if (networks.isEmpty())
      return Description.of(title, Words.of(history.size() == 0 ? "told.loss.none" : "told.not_finite"));
    Stream<String> sentences = Stream.of(Stream.of(drawn(networks)), networks.stream().map(this::course),
        Stream.of(compared(networks), scrubbed(), beside(), kept(), trained(networks))).flatMap(each -> each);
    return new Description(title, sentences.filter(sentence -> !sentence.isEmpty()).limit(MOST_SENTENCES).toList());
  }

  private String drawn(List<String> networks) {
    String of = Words.list(networks.stream().map(this::named).toList());
    String measured = options.lossName().isEmpty() ? Words.of("figure.loss.y")
        : Words.of("told.loss.measured", options.lossName());
    String sets = Words.of(history.holdsOut() ? "told.loss.both_sets" : "told.loss.training_set");
    int from = history.epoch(0), to = history.epoch(history.size() - 1);
    return from == to ? Words.of("told.loss.drawn.one", measured, of, from, sets)
        : Words.of("told.loss.drawn", measured, of, from, to, sets);
  }

  private String named(String network) {
    if (options.pair().isPresent())
      return network.equals(Beside.OWN) ? name(network) : Words.of("told.loss.b", name(network), network);
    boolean rated = network.equals(Beside.OWN) && !options.dropRate().isEmpty();
    if (network.equals(Beside.TWIN)) return Words.of("told.loss.its_twin");
    return rated ? Words.of("told.loss.rated", name(network), options.dropRate()) : name(network);
  }

  /// Where a curve is lowest, where it ends, and which way it goes.
  private String course(String network) {
    Curve curve = new Curve(network, metric);
    int column = history.column(curve), last = last(curve);
    Summary all = Summary.of(last + 1, row -> history.value(column, row));
    String of = Words.of("told.loss.of", lossWord(), name(network)), now = loss.size(value(curve, last));
    int epoch = history.epoch(last);
    if (last < history.size() - 1) return Words.of("told.loss.stopped", of, now, epoch);
    if (all.count() == 1) return Words.of("told.loss.single", of, now, epoch);
    Optional<Trend> trend = Trend.of(IntStream.rangeClosed(0, last).mapToDouble(row -> history.value(column, row))
        .filter(Double::isFinite).toArray());
    if (all.leastAt() == last) return endsLowest(of, now, epoch, trend);
    String least = loss.size(all.least()), higher = loss.size(value(curve, last) - all.least());
    int best = history.epoch(all.leastAt());
    if (Than.of(value(curve, last), all.least()) == Than.ALIKE)
      return Words.of("told.loss.stays", of, least, best, now, epoch);
    return Words.of(trend.map(LossTold::key).orElse("told.loss.lowest"), of, least, best, now, epoch, higher);
  }

  private static String key(Trend trend) {
    return switch (trend) {
      case RISING -> "told.loss.lowest.rising";
      case FALLING -> "told.loss.lowest.falling";
      case LEVEL -> "told.loss.lowest.level";
    };
  }

  private static String endsLowest(String of, String now, int epoch, Optional<Trend> trend) {
    return trend.filter(each -> each == Trend.FALLING).isPresent()
        ? Words.of("told.loss.ends_lowest.falling", of, now, epoch)
        : Words.of("told.loss.ends_lowest", of, now, epoch);
  }

  /// The ends of the first two, where both have gone on to the end.
  private String compared(List<String> networks) {
    int end = history.size() - 1;
    if (networks.size() < 2 || networks.stream().anyMatch(name -> last(new Curve(name, metric)) < end)) return "";
    String a = name(networks.get(0)), b = name(networks.get(1));
    double one = value(new Curve(networks.get(0), metric), end), other = value(new Curve(networks.get(1), metric), end);
    String by = loss.size(Math.abs(one - other));
    int epoch = history.epoch(end);
    return switch (Than.of(one, other)) {
      case LOWER -> Words.of("told.loss.than.lower", epoch, lossWord(), a, by, b);
      case ALIKE -> Words.of("told.loss.than.alike", epoch, lossWord(), a, b);
      case HIGHER -> Words.of("told.loss.than.higher", epoch, lossWord(), a, by, b);
    };
  }

  private String scrubbed() {
    if (options.scrubEpoch().isEmpty()) return "";
    int epoch = options.scrubEpoch().getAsInt();
    Curve own = new Curve(Beside.OWN, metric);
    for (int row = 0; row < history.size(); row++)
      if (history.epoch(row) == epoch && Double.isFinite(value(own, row)))
        return Words.of("told.loss.scrubbed", epoch, lossWord(), name(Beside.OWN), loss.size(value(own, row)));
    return "";
  }

  private String beside() {
    if (options.pair().isPresent()) return "";
    List<String> ends = new ArrayList<>();
    for (String network : history.beside()) {
      Curve curve = new Curve(network, metric);
      int last = last(curve);
      if (last < 0) continue;
      String value = loss.size(value(curve, last));
      ends.add(last == history.size() - 1 ? Words.of("told.loss.beside.name", value, network)
          : Words.of("told.loss.beside.stopped", value, network, history.epoch(last)));
    }
    return ends.isEmpty() ? "" : Words.of("told.loss.beside", lossWord(), Words.list(ends));
  }

  private String kept() {
    return history.bestEpoch().isEmpty() ? "" : Words.of("told.loss.kept", history.bestEpoch().getAsInt());
  }

  /// The training losses beside the validation losses; where nothing is held out, that this is so.
  private String trained(List<String> networks) {
    if (!history.holdsOut()) return Words.of("told.loss.nothing_held_out");
    List<String> ends = new ArrayList<>();
    for (String network : networks) {
      Curve curve = new Curve(network, Metric.TRAIN);
      int last = last(curve);
      if (last >= 0) ends.add(Words.of("told.loss.beside.end", loss.size(value(curve, last)), name(network)));
    }
    return ends.isEmpty() ? "" : Words.of("told.loss.trained", Words.list(ends));
  }

  /// One row an epoch, one column a curve that has values.
  Optional<DataTable> table(List<LossCurve> curves) {
    List<LossCurve> known = curves.stream().filter(curve -> curve.column() >= 0 && last(curve.curve()) >= 0).toList();
    String unit = Measured.of(options.lossName(), 0).unit();
    List<DataTable.Column> columns = new ArrayList<>(List.of(new DataTable.Column(Words.of("told.epoch"))));
    for (LossCurve each : known)
      columns.add(new DataTable.Column(
          Words.of("told.loss.column", lossWord(each.curve().metric()), bare(each.curve().network())), unit));
    DataTable.Rows rows = new DataTable.Rows(columns);
    for (int row = 0; row < history.size(); row++) {
      List<Object> cells = new ArrayList<>(List.of(history.epoch(row)));
      for (LossCurve each : known) cells.add((double) history.value(each.column(), row));
      rows.add(cells);
    }
    return rows.table();
  }
}
