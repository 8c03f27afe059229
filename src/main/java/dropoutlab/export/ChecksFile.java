package dropoutlab.export;

import dropoutlab.claim.Bench;
import dropoutlab.claim.Settings;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.frame.bench.Verdict;
import dropoutlab.spec.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVPrinter;

/// Checked claims as JSON and as CSV, in full double precision. What is not a number is left out.
public record ChecksFile(List<Claim> claims, List<Count> verdicts) {
  /// A claim as it was checked.
  public record Check(Bench bench, Settings settings, Findings findings) {}

  /// @param changes what was set otherwise than the bench begins with, as it is typed
  /// @param verdict of its headline, or "fails" where any row does
  public record Claim(String bench, long seed, List<String> changes, String verdict, List<Row> rows) {}

  /// @param kind      of the tolerance: "same-bits", "rounding", "noise", "differs" or "trained"
  /// @param tolerance the largest gap that is allowed
  /// @param ses       how many standard errors the gap is, where the engine's side was sampled
  public record Row(String what, Double exact, String by, Double engine, String from, Double gap, Double tolerance,
                    String kind, Double ses, String verdict) {}

  public record Count(String verdict, long claims) {}

  private static final List<String> COLUMNS = List.of("bench", "seed", "settings", "what", "exact", "by", "engine", "from",
      "gap", "tolerance", "kind", "ses", "verdict");

  private static ChecksFile of(List<Check> checks) {
    List<Claim> claims = checks.stream().map(ChecksFile::claim).toList();
    return new ChecksFile(claims, Arrays.stream(Verdict.values()).map(ChecksFile::name)
        .map(verdict -> new Count(verdict, claims.stream().filter(claim -> claim.verdict.equals(verdict)).count())).toList());
  }

  public static String json(List<Check> checks) { return StrictJson.text(of(checks)); }

  private static Claim claim(Check check) {
    return new Claim(check.bench.id(), check.settings.seed(), check.settings.changes(), name(verdict(check.findings)),
        check.findings.rows().stream().map(ChecksFile::row).toList());
  }

  /// The verdict of a claim: that of its headline, but a failure of any row is one of the claim.
  public static Verdict verdict(Findings findings) {
    return findings.rows().stream().anyMatch(row -> row.verdict() == Verdict.FAILS) ? Verdict.FAILS
        : findings.headline().verdict();
  }

  private static Row row(Comparison of) {
    return new Row(of.what(), number(of.exact().value()), of.exact().how(), number(of.engine().value()), of.engine().how(),
        number(of.gap()), number(of.tolerance().most()), kind(of.tolerance()), number(of.ses()), name(of.verdict()));
  }

  private static String kind(Tolerance tolerance) {
    return switch (tolerance) {
      case Tolerance.SameBits _ -> "same-bits";
      case Tolerance.Rounding _ -> "rounding";
      case Tolerance.Noise _ -> "noise";
      case Tolerance.Differs _ -> "differs";
      case Tolerance.Trained _ -> "trained";
    };
  }

  private static String name(Verdict verdict) { return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-'); }

  private static Double number(double value) { return Double.isFinite(value) ? value : null; }

  /// One row a comparison; each number has as many digits as tell it.
  public static String csv(List<Check> checks) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter csv = new CSVPrinter(text, HistoryFile.CSV)) {
      csv.printRecord(COLUMNS);
      for (Check check : checks)
        for (Comparison row : check.findings.rows()) csv.printRecord(cells(check, row(row)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<Object> cells(Check check, Row row) {
    List<Object> cells = new ArrayList<>(List.of(check.bench.id(), check.settings.seed(),
        String.join(" ", check.settings.changes()), row.what));
    cells.addAll(Arrays.asList(row.exact, row.by, row.engine, row.from, row.gap, row.tolerance, row.kind, row.ses, row.verdict));
    return cells;
  }
}
