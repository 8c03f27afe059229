package dropoutlab.sweep;

/// A job array of Slurm, each task of which runs `dropout-lab sweep run` on its shard of the folder.
public final class SlurmEngine implements SweepEngine {
  public SlurmEngine(SweepFolder folder, SlurmSettings settings) { throw new UnsupportedOperationException(); }

  @Override public void start() { throw new UnsupportedOperationException(); }

  @Override public void hold() { throw new UnsupportedOperationException(); }

  @Override public void stop() { throw new UnsupportedOperationException(); }

  @Override public State state() { throw new UnsupportedOperationException(); }

  @Override public void close() { throw new UnsupportedOperationException(); }
}
