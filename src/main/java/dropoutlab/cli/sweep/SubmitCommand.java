package dropoutlab.cli.sweep;

import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.cli.parts.Exit;
import dropoutlab.sweep.SlurmJob;
import dropoutlab.sweep.SlurmSettings;
import dropoutlab.sweep.SweepFolder;
import dropoutlab.sweep.slurm.JobScript;
import dropoutlab.sweep.slurm.Slurm;
import dropoutlab.sweep.slurm.Submitted;
import dropoutlab.words.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Submits what is missing of a sweep as a job array.
@Command(name = "submit", mixinStandardHelpOptions = true)
final class SubmitCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private FolderArgument folder;

  /// The one scheduler that is known; to be named, so that another one can come.
  @Option(names = "--slurm", required = true)
  private boolean slurm;

  @Option(names = "--partition", paramLabel = "P", defaultValue = "")
  private String partition;

  @Option(names = "--time", paramLabel = "T", defaultValue = "")
  private String time;

  @Option(names = "--at-once", paramLabel = "K", defaultValue = "0")
  private int atOnce;

  @Option(names = "--tasks", paramLabel = "N", defaultValue = "0")
  private int tasks;

  @Option(names = "--dry-run")
  private boolean dry;

  @Override public Integer call() {
    SweepFolder sweep = folder.open();
    PrintWriter out = spec.commandLine().getOut();
    try {
      SlurmJob job = new SlurmJob(sweep, new SlurmSettings(partition, time, atOnce, tasks));
      if (dry) out.print(job.script().text());
      else if (!Slurm.isHere()) return written(job, out);
      else submit(job, out);
      return Exit.DONE;
    } catch (IllegalArgumentException e) {
      throw new CallerMistake(e.getMessage(), e);
    } catch (IOException e) {
      throw new CallerMistake(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage(), e);
    }
  }

  private int written(SlurmJob job, PrintWriter out) throws IOException {
    job.write();
    out.println(Words.of("sweepcli.scripted", folder.path().resolve(JobScript.FILE)));
    spec.commandLine().getErr().println(Words.of("sweepcli.no_sbatch"));
    return Exit.CALLERS_MISTAKE;
  }

  private void submit(SlurmJob job, PrintWriter out) throws IOException {
    if (folder.reading(() -> job.folder().summary()).finished()) {
      out.println(Words.of("sweepcli.finished", folder.path()));
      return;
    }
    job.requireNone();
    Submitted made = job.submit();
    out.println(Words.count("sweepcli.submitted", made.tasks(), made.job()));
    out.println(Words.of("sweepcli.submitted.next", folder.path()));
  }
}
