package dropoutlab.cli;

import dropoutlab.export.EvaluationFile.Coverage;
import dropoutlab.export.EvaluationFile.Entry;
import dropoutlab.export.EvaluationFile;
import dropoutlab.frame.Method;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// An evaluation as a table: a column for the deterministic network and one for MC dropout.
final class EvaluationTable {
  private static final String ROW = "%-28s%18s%18s%n";

  private EvaluationTable() {}

  static void print(PrintWriter out, EvaluationFile file, Path data) {
    out.printf(Locale.ROOT, "%d rows of %s, T = %d, seed %d%s%n", file.examples(), data.getFileName(), file.passes(),
        file.seed(), origin(file));
    row(out, "", Method.DETERMINISTIC.title(), Method.MC_DROPOUT.title());
    for (Line line : lines()) {
      String masksOff = line.of(file.deterministic());
      if (masksOff != null) row(out, line.name(), masksOff, line.of(file.mcDropout()));
    }
    out.flush();
  }

  private static String origin(EvaluationFile file) {
    if (file.tauFrom() == null) return "";
    return switch (file.tauFrom()) {
      case "given" -> ", tau as given";
      case "fitted" -> ", tau fitted on " + Path.of(file.tauFile()).getFileName();
      case "learnt" -> ", noise learnt for each input";
      default -> ", tau of the model";
    };
  }

  private record Line(String name, Function<Entry, String> value) {
    String of(Entry entry) { return value.apply(entry); }
  }

  private static List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("tau", entry -> number(entry.tau())));
    lines.add(new Line("RMSE", entry -> number(entry.rmse())));
    lines.add(new Line("log-likelihood", entry -> number(entry.logLikelihood())));
    lines.add(new Line("in the 95 % interval", ofCoverage(coverage -> percent(coverage.share()))));
    lines.add(new Line("  and that to 95 %", ofCoverage(EvaluationTable::interval)));
    lines.add(new Line("its mean width", ofCoverage(coverage -> number(coverage.meanWidth()))));
    lines.add(new Line("accuracy", entry -> entry.accuracy() == null ? null : percent(entry.accuracy())));
    lines.add(new Line("log-loss", entry -> number(entry.logLoss())));
    lines.add(new Line("Brier score", entry -> number(entry.brier())));
    lines.add(new Line("expected calibration error", entry -> number(entry.expectedCalibrationError())));
    return lines;
  }

  private static Function<Entry, String> ofCoverage(Function<Coverage, String> shown) {
    return entry -> entry.coverage95() == null ? null : shown.apply(entry.coverage95());
  }

  private static void row(PrintWriter out, String name, String deterministic, String mc) {
    out.printf(Locale.ROOT, ROW, name, deterministic, mc);
  }

  private static String number(Double value) {
    return value == null ? null : String.format(Locale.ROOT, "%.4g", value);
  }

  private static String percent(double share) { return String.format(Locale.ROOT, "%.1f %%", 100 * share); }

  private static String interval(Coverage coverage) {
    return String.format(Locale.ROOT, "%.1f to %.1f %%", 100 * coverage.low(), 100 * coverage.high());
  }
}
