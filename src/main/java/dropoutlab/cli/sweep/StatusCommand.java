package dropoutlab.cli.sweep;

import dropoutlab.cli.parts.Exit;
import dropoutlab.cli.parts.Outputs;
import dropoutlab.spec.StrictJson;
import dropoutlab.sweep.Summary;
import dropoutlab.sweep.SweepFolder;
import dropoutlab.sweep.slurm.Submitted;
import dropoutlab.words.Durations;
import dropoutlab.words.Words;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Tells how far a sweep is.
@Command(name = "status", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private FolderArgument folder;

  @Option(names = "--json")
  private boolean json;

  @Override public Integer call() {
    SweepFolder sweep = folder.open();
    Summary summary = folder.reading(sweep::summary);
    String job = Submitted.in(folder.path()).map(Submitted::job).orElse("");
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(StrictJson.text(keys(summary, job)));
      return Exit.DONE;
    }
    Told told = new Told(out);
    told.print(folder.path(), summary);
    Outputs.saving(folder.path(), () -> told.causes(folder.path()));
    for (String trouble : folder.reading(sweep::troubles))
      spec.commandLine().getErr().println(Words.of("cli.note", trouble));
    if (!summary.finished() && Double.isFinite(summary.secondsLeft()))
      out.println(Words.of("sweepcli.status.left", Durations.of(summary.secondsLeft())));
    if (!job.isEmpty()) out.println(Words.of("sweepcli.status.job", job));
    return Exit.DONE;
  }

  private static Map<String, Object> keys(Summary of, String job) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("runs", of.runs());
    keys.put("done", of.done());
    keys.put("notFinite", of.notFinite());
    keys.put("failed", of.failed());
    keys.put("lost", of.lost());
    keys.put("running", of.running());
    keys.put("waiting", of.waiting());
    keys.put("repeated", of.repeated());
    keys.put("repeatsDiffer", of.repeatsDiffer());
    if (Double.isFinite(of.secondsLeft())) keys.put("secondsLeft", of.secondsLeft());
    if (!job.isEmpty()) keys.put("job", job);
    return keys;
  }
}
