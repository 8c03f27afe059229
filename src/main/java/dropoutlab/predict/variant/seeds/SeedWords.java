package dropoutlab.predict.variant.seeds;

import dropoutlab.card.MethodCard;
import dropoutlab.card.place.Placement;
import dropoutlab.data.Schema;
import dropoutlab.frame.Replicates.Pair;
import dropoutlab.frame.Replicates.Role;
import dropoutlab.frame.Replicates;
import dropoutlab.predict.variant.seeds.SeedTable.Difference;
import dropoutlab.predict.variant.seeds.SeedTable.Row;
import dropoutlab.spec.Beside;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Task;
import dropoutlab.words.Numbers;
import dropoutlab.words.Unit;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/// A comparison over seeds as people read it, on the command line, in a picture and aloud.
///
/// @param a,b    the short names of both networks; `b` is "" without such a network
/// @param schema tells what the errors are
public record SeedWords(Replicates replicates, SeedTable table, String a, String b, Schema schema) {
  /// From this size on numbers are written one by one: their decimals have no meaning in common.
  private static final double LARGE = 1e6;

  /// A mean and its standard deviation; both are empty if no number is finite.
  public record Cell(String mean, String sd) {
    /// Returns both, or only what is known.
    public String together() { return sd.isEmpty() ? mean : Words.of("words.within", mean, sd); }
  }

  public static SeedWords of(Replicates replicates, String a, String b, Schema schema) {
    return new SeedWords(replicates, SeedTable.of(replicates), a, b, schema);
  }

  /// Names the networks by their methods; B of the same method as A as the experiment names it.
  public static SeedWords of(Replicates replicates, Experiment experiment, Schema schema) {
    MethodCard own = Placement.own(experiment);
    Optional<Beside> other = replicates.b().flatMap(experiment::beside);
    boolean alike = other.filter(b -> Placement.in(b).equals(own) && !b.name().equals(own.name())).isPresent();
    return of(replicates, own.shortName(),
        other.map(b -> alike ? b.name() : Placement.in(b).shortName()).orElse(""), schema);
  }

  public int finished() { return replicates.all().size(); }

  /// Returns as which network one looks: B as none where B is the very network that drops nothing.
  public Role look(Role role) {
    return role == Role.B && replicates.none().isEmpty() ? Role.NONE : role;
  }

  /// Returns the short name of a network.
  public String name(Role role) {
    return switch (role) {
      case A -> a;
      case B -> b;
      case NONE -> Words.of("compare.none");
    };
  }

  public static String letter(Role role) { return Words.name("compare.role", role); }

  public static String title(Pair pair) {
    return Words.of("compare.pair", letter(pair.first()), letter(pair.second()));
  }

  /// Returns what the differences of losses are, with their unit: in full, and briefer for narrow places.
  public List<String> differenceTitles() {
    String unit = Words.of(ofClasses() ? "compare.axis.classes" : "compare.axis.numbers");
    return List.of(Words.of("compare.axis.paired", unit), unit, Words.of("compare.axis"));
  }

  public static String lossTitle() { return Words.of("compare.loss"); }

  private boolean ofClasses() { return schema.task() == Task.CLASSIFICATION; }

  /// Returns what the errors are, with their unit.
  public String errorTitle() {
    if (ofClasses()) return Words.of("compare.wrong");
    String unit = Unit.of(schema.target());
    return unit.isEmpty() ? Words.of("compare.rmse") : Words.of("compare.rmse.unit", unit);
  }

  /// Returns the losses of all networks, to stand under each other.
  public List<Cell> losses() { return cells(Row::loss, 1); }

  /// Returns the errors of all networks; the share of wrong classes in percent.
  public List<Cell> errors() { return cells(Row::error, errorFactor()); }

  private double errorFactor() { return ofClasses() ? 100 : 1; }

  private List<Cell> cells(Function<Row, MeanSd> of, double factor) {
    List<String> texts = aligned(table.rows().stream().map(of)
        .flatMapToDouble(each -> DoubleStream.of(factor * each.mean(), factor * each.sd())).toArray());
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < texts.size(); i += 2) cells.add(new Cell(texts.get(i), texts.get(i + 1)));
    return cells;
  }

  /// Returns the mean difference of losses and its interval, empty where they are not known.
  public List<String> lossDifference(Difference of) { return numbers(of.loss(), 1); }

  /// Returns the same of the errors.
  public List<String> errorDifference(Difference of) { return numbers(of.error(), errorFactor()); }

  private static List<String> numbers(PairedDifference of, double factor) {
    return aligned(factor * of.mean(), factor * of.low(), factor * of.high());
  }

  private static List<String> aligned(double... values) {
    boolean large = DoubleStream.of(values).anyMatch(value -> Math.abs(value) >= LARGE);
    List<String> texts = large ? DoubleStream.of(values).mapToObj(Numbers::brief).toList() : Numbers.aligned(values);
    List<String> known = new ArrayList<>();
    for (int i = 0; i < values.length; i++) known.add(Double.isFinite(values[i]) ? texts.get(i) : "");
    return known;
  }

  /// Returns the verdict, of the first network against the second: "A is lower".
  public static String verdict(Pair pair, PairedDifference of) {
    return switch (of.verdict()) {
      case LOWER -> Words.of("compare.verdict.lower", letter(pair.first()));
      case HIGHER -> Words.of("compare.verdict.higher", letter(pair.first()));
      case UNDECIDED -> Words.of("compare.verdict.undecided");
    };
  }

  /// Returns on how many seeds the first was lower, of how many, and how many were not finite: "lower on 7 of 10".
  public static String lowerOn(PairedDifference of) {
    if (of.n() == 0) return Words.of("compare.no_pair");
    String counted = Words.of("compare.lower_on", of.lower(), of.n());
    return of.notFinite() == 0 ? counted : Words.of("compare.and_not_finite", counted, of.notFinite());
  }

  /// Returns the whole table in sentences, one for each network and each pair.
  public List<String> sentences() {
    List<String> all = new ArrayList<>();
    all.add(Words.count("compare.finished", finished()));
    for (int i = 0; finished() > 0 && i < table.rows().size(); i++) all.add(sentence(i));
    for (Difference each : table.differences()) if (each.loss().n() > 0) all.add(sentence(each));
    return all;
  }

  /// Returns what a row says, in one sentence.
  public String sentence(int i) {
    Row row = table.rows().get(i);
    String name = Words.of("compare.named", letter(row.role()), name(row.role()));
    if (row.loss().n() == 0) return Words.of("compare.row.none", name, failed(row));
    String loss = losses().get(i).together(), error = errors().get(i).together();
    String told = ofClasses() ? Words.of("compare.row.wrong", error) : Words.of("compare.row.rmse", errorTitle(), error);
    return row.loss().notFinite() == 0 ? Words.of("compare.row", name, loss, told)
        : Words.of("compare.row.some", name, loss, told, failed(row));
  }

  /// Returns on how many seeds the training of a network failed; empty if it never did.
  public static String failed(Row row) {
    int failed = row.loss().notFinite();
    return failed == 0 ? "" : Words.count("compare.failed", failed);
  }

  /// Returns what a pair says, in one sentence.
  public String sentence(Difference of) {
    List<String> numbers = lossDifference(of);
    String interval = of.loss().n() < 2 ? "" : Words.of("compare.interval", numbers.get(1), numbers.get(2));
    return Words.of("compare.difference", title(of.pair()), numbers.getFirst(), interval, lowerOn(of.loss()),
        verdict(of.pair(), of.loss()));
  }
}
