package dropoutlab.cli.sweep;

import dropoutlab.sweep.Summary;
import dropoutlab.words.Words;
import java.io.PrintWriter;
import java.nio.file.Path;

/// How far a sweep is, in lines: what there is none of is left out.
record Told(PrintWriter out) {
  void print(Path folder, Summary of) {
    out.println(Words.of("sweepcli.status", folder, of.results(), of.runs()));
    line("sweepcli.status.not_finite", of.notFinite());
    line("sweepcli.status.running", of.running());
    line("sweepcli.status.failed", of.failed());
    line("sweepcli.status.lost", of.lost());
    line("sweepcli.status.waiting", of.waiting());
    if (of.repeatsDiffer() > 0) line("sweepcli.status.differ", of.repeatsDiffer());
    else line("sweepcli.status.repeated", of.repeated());
    out.flush();
  }

  private void line(String key, long number) {
    if (number > 0) out.println(Words.count(key, number));
  }
}
