package dropoutlab.cli;

import dropoutlab.claim.Bench;
import dropoutlab.claim.Reading;
import dropoutlab.export.ChecksFile;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.Verdict;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// The claims as a table, a line each, or a line for each of their rows.
final class CheckTable {
  private static final String ROW = "%-22s %-44s %14s %14s %10s %9s  %s";
  private static final int DECIMALS = 7, WIDEST = 44;

  private final PrintWriter out;
  private final boolean all;

  CheckTable(PrintWriter out, boolean all) {
    this.out = out;
    this.all = all;
  }

  void head() {
    line(Words.of("cli.check.bench_title"), Words.of("cli.check.what"), Words.of("cli.check.exact"), Words.of("cli.check.engine"),
        Words.of("cli.check.gap"), Words.of("cli.check.tolerance"), Words.of("cli.check.verdict"));
  }

  void rows(Bench bench, Findings findings) {
    String name = bench.id();
    for (Comparison each : all ? findings.rows() : List.of(findings.headline())) {
      row(name, each);
      name = "";
    }
    if (!all) findings.rows().stream().skip(1).filter(each -> each.verdict() == Verdict.FAILS).forEach(each -> row("", each));
    out.flush();
  }

  private void row(String name, Comparison of) {
    Reading reading = Reading.of(of, DECIMALS);
    line(name, Shown.shortened(of.what(), WIDEST), reading.exact(), reading.engine(), reading.gap(), reading.tolerance(),
        glyph(of.verdict()) + " " + reading.verdict());
  }

  private static String glyph(Verdict verdict) { return Words.name("cli.check.glyph", verdict); }

  /// One line for all: how many claims there are of each verdict. A claim fails with any of its rows.
  void sum(List<Findings> found) {
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      long many = found.stream().filter(findings -> ChecksFile.verdict(findings) == verdict).count();
      if (verdict != Verdict.MOVING || many > 0) parts.add(Words.of("cli.check.count", many, Words.name("cli.check.sum", verdict)));
    }
    out.println(Words.count("cli.check.claims", found.size(), Words.parted(parts)));
    out.flush();
  }

  private void line(Object... cells) { out.println(ROW.formatted(cells).stripTrailing()); }
}
