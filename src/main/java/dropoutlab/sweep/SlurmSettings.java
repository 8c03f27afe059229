package dropoutlab.sweep;

/// How a job array is asked for.
///
/// @param partition "" for the cluster's own
/// @param time      of a task, as Slurm writes it; "" to follow from the estimate
/// @param atOnce    how many tasks may run at the same time; 0 for as many as the cluster gives
/// @param tasks     of the array; 0 to follow from the estimate: about a minute each
public record SlurmSettings(String partition, String time, int atOnce, int tasks) {}
