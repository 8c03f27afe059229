package dropoutlab.cli.sweep;

import dropoutlab.spec.sweep.RunId;
import dropoutlab.sweep.Summary;
import dropoutlab.sweep.folder.FailedRun;
import dropoutlab.sweep.folder.Layout;
import dropoutlab.words.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How far a sweep is, in lines: what there is none of is left out.
record Told(PrintWriter out) {
  private static final int MOST_CAUSES = 5;

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

  /// Why runs failed: each sentence once, the most frequent first, with a run that can be trained again.
  void causes(Path folder) throws IOException {
    Map<String, List<Long>> runs = new TreeMap<>();
    FailedRun.all(new Layout(folder)).forEach((run, how) ->
        runs.computeIfAbsent(how.sentence(), _ -> new ArrayList<>()).add(run));
    runs.entrySet().stream().sorted(Comparator.comparing(each -> -each.getValue().size())).limit(MOST_CAUSES)
        .forEach(each -> out.println(Words.count("sweepcli.status.cause", each.getValue().size(),
            new RunId(each.getValue().getFirst()).toString(), each.getKey())));
  }

  private void line(String key, long number) {
    if (number > 0) out.println(Words.count(key, number));
  }
}
