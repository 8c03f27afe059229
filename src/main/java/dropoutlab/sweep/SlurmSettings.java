package dropoutlab.sweep;

import dropoutlab.words.Words;

/// How a job array is asked for.
///
/// @param partition "" for the cluster's own
/// @param time      of a task, as Slurm writes it; "" to follow from the estimate
/// @param atOnce    how many tasks may run at the same time; 0 for as many as the cluster gives
/// @param tasks     of the array; 0 to follow from the estimate: about a minute each
public record SlurmSettings(String partition, String time, int atOnce, int tasks) {
  public static final SlurmSettings USUAL = new SlurmSettings("", "", 0, 0);
  private static final String PARTITION = "[\\w.,-]*", TIME = "|\\d+|\\d+(:\\d{2}){1,2}|\\d+-\\d+(:\\d{2}){0,2}";

  /// An [IllegalArgumentException] tells in one sentence what Slurm would not understand.
  public SlurmSettings {
    if (!partition.matches(PARTITION)) throw new IllegalArgumentException(Words.of("sweepcli.partition", partition));
    if (!time.matches(TIME)) throw new IllegalArgumentException(Words.of("sweepcli.time", time));
    if (atOnce < 0) throw new IllegalArgumentException(Words.of("sweepcli.at_once", atOnce));
    if (tasks < 0) throw new IllegalArgumentException(Words.of("sweepcli.tasks", tasks));
  }
}
