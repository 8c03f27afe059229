package dropoutlab.sweep;

/// Fills a folder. All methods return at once and may be called from any thread; faults are in the state.
public sealed interface SweepEngine extends AutoCloseable permits LocalEngine, SlurmEngine {
  /// Trains what has no result yet, nothing twice.
  void start();

  /// Lets what is running finish and begins nothing more.
  void hold();

  /// Drops what is running.
  void stop();

  State state();

  @Override void close();

  /// @param job     of the cluster; "" on this computer
  /// @param problem a sentence, "" if all is well
  record State(Phase phase, String job, String problem) {}

  enum Phase { IDLE, RUNNING, HOLDING, STOPPING, FINISHED }
}
