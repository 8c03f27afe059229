package dropoutlab.export;

import dropoutlab.data.Schema;
import dropoutlab.frame.Curve;
import dropoutlab.frame.Metric;
import dropoutlab.frame.Replicate;
import dropoutlab.frame.Replicates.Role;
import dropoutlab.frame.Replicates;
import dropoutlab.predict.variant.seeds.MeanSd;
import dropoutlab.predict.variant.seeds.PairedDifference;
import dropoutlab.predict.variant.seeds.SeedTable;
import dropoutlab.spec.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVPrinter;

/// A comparison over seeds as JSON: what the table says, and the scores of every seed. What is not known is left out.
public record SeedsFile(String title, int seeds, String errorMeasure, List<Network> networks,
                        List<Difference> differences, List<Seeded> scores) {
  /// @param role "a", "b" or "none"
  /// @param name as in experiment files and history.csv: "network" is the experiment's own
  public record Network(String role, String name, Moments loss, Moments error) {}

  /// @param sd the sample standard deviation
  public record Moments(int n, int notFinite, Double mean, Double sd) {}

  /// The first network minus the second.
  public record Difference(String first, String second, Paired loss, Paired error) {}

  /// @param low,high the 95 % interval of the mean by Student's t
  /// @param lower    in how many pairs the first is lower
  /// @param verdict  of the first: "lower", "higher" or "undecided"
  public record Paired(int n, int notFinite, Double mean, Double low, Double high, int lower, String verdict) {}

  public record Seeded(long seed, List<Score> networks) {}

  /// @param loss null if the training failed, as `error`
  public record Score(String name, Double loss, Double error) {}

  public static SeedsFile of(String title, Replicates replicates, Schema schema) {
    SeedTable table = SeedTable.of(replicates);
    List<Network> networks = table.rows().stream().map(row -> new Network(lower(row.role()),
        replicates.name(row.role()).orElseThrow(), moments(row.loss()), moments(row.error()))).toList();
    List<Difference> differences = table.differences().stream().map(each -> new Difference(
        lower(each.pair().first()), lower(each.pair().second()), paired(each.loss()), paired(each.error()))).toList();
    return new SeedsFile(title, replicates.all().size(), MetricsFile.errorMeasure(schema), networks, differences,
        replicates.all().stream().map(SeedsFile::seeded).toList());
  }

  private static Seeded seeded(Replicate replicate) {
    return new Seeded(replicate.seed(), replicate.scores().stream()
        .map(each -> new Score(each.network(), number(each.loss()), number(each.error()))).toList());
  }

  private static Moments moments(MeanSd of) {
    return new Moments(of.n(), of.notFinite(), number(of.mean()), number(of.sd()));
  }

  private static Paired paired(PairedDifference of) {
    return new Paired(of.n(), of.notFinite(), number(of.mean()), number(of.low()), number(of.high()), of.lower(),
        lower(of.verdict()));
  }

  private static Double number(double value) { return Double.isFinite(value) ? value : null; }

  private static String lower(Enum<?> constant) { return constant.name().toLowerCase(Locale.ROOT); }

  public String text() { return StrictJson.text(this); }

  /// Returns the scores of every seed as CSV: `seed`, then for each network its validation loss and error in columns
  /// that are named as in history.csv. The cells of a training that failed are empty. Each number is the shortest that
  /// gives the same float.
  public static String csv(Replicates replicates) {
    List<Role> roles = replicates.roles();
    StringBuilder text = new StringBuilder();
    try (CSVPrinter csv = new CSVPrinter(text, HistoryFile.CSV)) {
      List<Object> cells = new ArrayList<>(List.of("seed"));
      for (Role role : roles)
        for (Metric metric : List.of(Metric.VALIDATION, Metric.VALIDATION_ERROR))
          cells.add(new Curve(replicates.name(role).orElseThrow(), metric).column());
      csv.printRecord(cells);
      for (Replicate each : replicates.all()) csv.printRecord(cells(each));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<Object> cells(Replicate of) {
    List<Object> cells = new ArrayList<>(List.of(of.seed()));
    for (Replicate.Score score : of.scores())
      for (double value : new double[] {score.loss(), score.error()})
        cells.add(score.isFinite() ? Float.toString((float) value) : "");
    return cells;
  }
}
