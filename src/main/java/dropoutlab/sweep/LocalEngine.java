package dropoutlab.sweep;

/// A pool of threads of this program, each of which trains one run at a time.
public final class LocalEngine implements SweepEngine {
  /// @param threads from 1; as many as fit into memory are used
  public LocalEngine(SweepFolder folder, Shard shard, int threads) { throw new UnsupportedOperationException(); }

  /// As many as leave one core to the person.
  public static int usualThreads() { return Math.max(1, Runtime.getRuntime().availableProcessors() - 1); }

  @Override public void start() { throw new UnsupportedOperationException(); }

  @Override public void hold() { throw new UnsupportedOperationException(); }

  @Override public void stop() { throw new UnsupportedOperationException(); }

  @Override public State state() { throw new UnsupportedOperationException(); }

  @Override public void close() { throw new UnsupportedOperationException(); }
}
