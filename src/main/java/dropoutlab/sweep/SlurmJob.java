package dropoutlab.sweep;

import dropoutlab.export.Drafts;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.sweep.slurm.ArraySize;
import dropoutlab.sweep.slurm.JobScript;
import dropoutlab.sweep.slurm.Launcher;
import dropoutlab.sweep.slurm.Slurm;
import dropoutlab.sweep.slurm.Submitted;
import dropoutlab.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What is missing of a sweep as a job array: its script, and how it is submitted.
public record SlurmJob(SweepFolder folder, SlurmSettings settings, Slurm slurm) {
  static final Slurm USUAL = new Slurm(Map.of());
  /// Of a cluster that cannot be asked.
  private static final int USUAL_MAX_ARRAY_SIZE = 1001;

  public SlurmJob(SweepFolder folder, SlurmSettings settings) { this(folder, settings, USUAL); }

  /// Returns the script; the cluster is asked how many tasks a job array may have, if it can be.
  public JobScript script() throws IOException {
    Estimate estimate = Estimate.of(folder, ProgressMonitor.NOBODY);
    Summary summary = folder.summary();
    double share = 1 - summary.results() / (double) Math.max(1, summary.runs());
    int most = mostTasks();
    if (settings.tasks() > most)
      throw new IllegalArgumentException(Words.of("sweepcli.tasks_many", settings.tasks(), most));
    double seconds = share * estimate.secondsOnOneCore();
    int tasks = settings.tasks() > 0 ? settings.tasks() : ArraySize.tasks(seconds, summary.runs(), most);
    String time = settings.time().isEmpty() ? ArraySize.time(seconds / tasks) : settings.time();
    long heap = ArraySize.heapMb(estimate.bytes());
    return new JobScript(folder.path().toAbsolutePath().getFileName().toString(), tasks, settings.atOnce(),
        settings.partition(), time, heap, ArraySize.memoryMb(heap), Launcher.words(), Path.of(""));
  }

  private int mostTasks() {
    try {
      return Slurm.isHere() ? slurm.maxArraySize() : USUAL_MAX_ARRAY_SIZE;
    } catch (IOException e) {
      // The script can be looked at all the same; to submit it tells what is wrong.
      return USUAL_MAX_ARRAY_SIZE;
    }
  }

  /// Writes the script into the folder, with the folder that the tasks print into.
  public JobScript write() throws IOException {
    JobScript script = script();
    Files.createDirectories(folder.path().resolve(JobScript.LOGS));
    try (Drafts drafts = new Drafts()) {
      drafts.add(folder.path().resolve(JobScript.FILE), script.text());
      drafts.commit();
    }
    return script;
  }

  /// Requires that no earlier job of this folder is still in the queue: two would train the same runs.
  public void requireNone() throws IOException {
    Optional<Submitted> before = Submitted.in(folder.path());
    if (before.isEmpty() || !Slurm.isHere()) return;
    if (!slurm.queue(before.get().job()).isEmpty())
      throw new IllegalArgumentException(Words.of("sweepcli.queued", before.get().job()));
  }

  /// Writes the script, submits it and notes the number of the job in the folder.
  ///
  /// @throws IOException with one sentence, also if there is no Slurm on this machine
  public Submitted submit() throws IOException {
    JobScript script = write();
    if (!Slurm.isHere()) throw new IOException(Words.of("sweepcli.no_sbatch"));
    Submitted job = new Submitted(slurm.submit(folder.path()), script.tasks());
    job.note(folder.path());
    return job;
  }
}
