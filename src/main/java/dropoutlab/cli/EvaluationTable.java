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

/// An evaluation as a table: a column for the deterministic network and one for MC dropout; or, under several tau, a
/// line for each.
final class EvaluationTable {
  private static final String ROW = "%-28s%18s%18s%n";
  private static final String UNDER = "%12s%18s%10s%10s%20s%10s%10s%n";

  private EvaluationTable() {}

  static void print(PrintWriter out, EvaluationFile file, Path data) {
    out.printf(Locale.ROOT, "%d rows of %s, T = %d%s, seed %d%s%n", file.examples(), data.getFileName(),
        file.passes(), file.masks().equals("held") ? "" : ", fresh masks for every row", file.seed(), origin(file));
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
      out.println(method.title() + ": tau is at its bound. The targets it was fitted to are met to a millionth of "
          + "their spread; the noise may be less.");
  }

  /// The error of a method is the same under every tau.
  private static void printByTau(PrintWriter out, List<EvaluationFile.Under> all) {
    Entry off = all.getFirst().deterministic(), mc = all.getFirst().mcDropout();
    row(out, "", Method.DETERMINISTIC.title(), Method.MC_DROPOUT.title());
    row(out, "RMSE", number(off.rmse()), number(mc.rmse()));
    out.printf(Locale.ROOT, UNDER, "", "log-likelihood", "in 95 %", "width", "log-likelihood", "in 95 %", "width");
    for (EvaluationFile.Under under : all) {
      off = under.deterministic();
      mc = under.mcDropout();
      out.printf(Locale.ROOT, UNDER, "tau " + plain(under.tau()), number(off.logLikelihood()),
          percent(off.coverage95().share()), number(off.coverage95().meanWidth()), number(mc.logLikelihood()),
          percent(mc.coverage95().share()), number(mc.coverage95().meanWidth()));
    }
  }

  private static String origin(EvaluationFile file) {
    if (file.tauFrom() == null) return "";
    return switch (file.tauFrom()) {
      case "given" -> ", tau as given";
      case "fitted" -> ", noise fitted on " + Path.of(file.tauFile()).getFileName();
      case "learnt" -> ", noise learnt for each input";
      case "rescaled" -> ", noise learnt for each input and rescaled";
      default -> ", tau of the model";
    };
  }

  private record Line(String name, Function<Entry, String> value) {
    String of(Entry entry) { return value.apply(entry); }
  }

  private static List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("tau", entry -> number(entry.tau())));
    lines.add(new Line("factor on learnt variances", entry -> number(entry.varianceFactor())));
    lines.add(new Line("  log-likelihood of the fit",
        entry -> entry.fit() == null ? null : number(entry.fit().logLikelihood())));
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

  /// As it may have been typed.
  private static String plain(double tau) {
    return tau == Math.rint(tau) && tau < 1e9 ? Long.toString((long) tau) : Double.toString(tau);
  }

  private static String percent(double share) { return String.format(Locale.ROOT, "%.1f %%", 100 * share); }

  private static String interval(Coverage coverage) {
    return String.format(Locale.ROOT, "%.1f to %.1f %%", 100 * coverage.low(), 100 * coverage.high());
  }
}
