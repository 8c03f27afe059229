package dropoutlab.cli;

import dropoutlab.export.EvaluationFile.Coverage;
import dropoutlab.export.EvaluationFile.Entry;
import dropoutlab.export.EvaluationFile;
import dropoutlab.frame.Method;
import dropoutlab.words.Numbers;
import dropoutlab.words.Precise;
import dropoutlab.words.Words;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// An evaluation as a table: one column for the deterministic network and one for MC dropout; or, under several values
/// of tau, one line for each.
final class EvaluationTable {
  private static final String ROW = "%-28s%18s%18s%n";
  private static final String UNDER = "%12s%18s%10s%10s%20s%10s%10s%n";

  private EvaluationTable() {}

  static void print(PrintWriter out, EvaluationFile file, Path data) {
    out.println(Words.count("cli.table.header", file.examples(), data.getFileName(), file.passes(),
        file.masks().equals("held") ? "" : Words.of("cli.table.fresh"), file.seed(), origin(file)));
    if (file.byTau() != null) printByTau(out, file.byTau());
    else print(out, file.deterministic(), file.mcDropout());
    out.flush();
  }

  private static void print(PrintWriter out, Entry deterministic, Entry mcDropout) {
    row(out, "", Method.DETERMINISTIC.title(), Method.MC_DROPOUT.title());
    for (Line line : lines()) {
      String masksOff = line.of(deterministic);
      if (masksOff != null) row(out, line.name(), masksOff, line.of(mcDropout));
    }
    tellBound(out, deterministic, Method.DETERMINISTIC);
    tellBound(out, mcDropout, Method.MC_DROPOUT);
  }

  private static void tellBound(PrintWriter out, Entry entry, Method method) {
    if (Boolean.TRUE.equals(entry.tauAtBound()))
      out.println(Words.of("cli.table.bound", method.title()));
  }

  /// The error of a method does not depend on tau.
  private static void printByTau(PrintWriter out, List<EvaluationFile.Under> all) {
    Entry off = all.getFirst().deterministic(), mc = all.getFirst().mcDropout();
    row(out, "", Method.DETERMINISTIC.title(), Method.MC_DROPOUT.title());
    row(out, Words.of("cli.table.rmse"), number(off.rmse()), number(mc.rmse()));
    String likelihood = Words.of("cli.table.likelihood"), inside = Words.of("cli.table.inside");
    String width = Words.of("cli.table.width");
    out.printf(UNDER, "", likelihood, inside, width, likelihood, inside, width);
    for (EvaluationFile.Under under : all) {
      off = under.deterministic();
      mc = under.mcDropout();
      out.printf(UNDER, Words.of("cli.table.under", Precise.all(under.tau())), number(off.logLikelihood()),
          percent(off.coverage95().share()), number(off.coverage95().meanWidth()), number(mc.logLikelihood()),
          percent(mc.coverage95().share()), number(mc.coverage95().meanWidth()));
    }
  }

  private static String origin(EvaluationFile file) {
    if (file.tauFrom() == null) return "";
    String fitted = file.tauFile() == null ? "" : Path.of(file.tauFile()).getFileName().toString();
    return Words.of("cli.table.from." + file.tauFrom(), fitted);
  }

  private record Line(String name, Function<Entry, String> value) {
    String of(Entry entry) { return value.apply(entry); }
  }

  private static List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(Words.of("cli.table.tau"), entry -> number(entry.tau())));
    lines.add(new Line(Words.of("cli.table.factor"), entry -> number(entry.varianceFactor())));
    lines.add(new Line("  " + Words.of("cli.table.fit"),
        entry -> entry.fit() == null ? null : number(entry.fit().logLikelihood())));
    lines.add(new Line(Words.of("cli.table.rmse"), entry -> number(entry.rmse())));
    lines.add(new Line(Words.of("cli.table.likelihood"), entry -> number(entry.logLikelihood())));
    lines.add(new Line(Words.of("cli.table.inside_interval"), ofCoverage(coverage -> percent(coverage.share()))));
    lines.add(new Line("  " + Words.of("cli.table.share_interval"), ofCoverage(EvaluationTable::interval)));
    lines.add(new Line(Words.of("cli.table.mean_width"), ofCoverage(coverage -> number(coverage.meanWidth()))));
    lines.add(new Line(Words.of("cli.table.accuracy"),
        entry -> entry.accuracy() == null ? null : percent(entry.accuracy())));
    lines.add(new Line(Words.of("cli.table.log_loss"), entry -> number(entry.logLoss())));
    lines.add(new Line(Words.of("cli.table.brier"), entry -> number(entry.brier())));
    lines.add(new Line(Words.of("cli.table.calibration"), entry -> number(entry.expectedCalibrationError())));
    return lines;
  }

  private static Function<Entry, String> ofCoverage(Function<Coverage, String> shown) {
    return entry -> entry.coverage95() == null ? null : shown.apply(entry.coverage95());
  }

  private static void row(PrintWriter out, String name, String deterministic, String mc) {
    out.printf(ROW, name, deterministic, mc);
  }

  private static String number(Double value) {
    return value == null ? null : Precise.four(value);
  }

  private static String percent(double share) {
    return Words.of("cli.table.percent", Numbers.fixed(100 * share, 1));
  }

  private static String interval(Coverage coverage) {
    return Words.of("cli.table.interval", Numbers.fixed(100 * coverage.low(), 1),
        Numbers.fixed(100 * coverage.high(), 1));
  }
}
