package dropoutlab.run;

import dropoutlab.frame.Frame;
import dropoutlab.frame.Portrait;
import java.util.Optional;

/// The simulation thread and its mailboxes: the one door between views and the engine.
///
/// Latest value wins: a frame is built at a batch boundary only when one was asked for by [#requestFrame], and always on
/// pause, step, reset, finish and failure. All methods may be called from any thread and return at once.
public final class Lab implements AutoCloseable {
  /// Puts a command into the queue.
  public void send(Command command) {}

  /// Asks for a frame at the next batch boundary.
  public void requestFrame() {}

  /// The newest frame that was not taken yet.
  public Optional<Frame> takeFrame() { return Optional.empty(); }

  /// The newest portrait that was not taken yet.
  public Optional<Portrait> takePortrait() { return Optional.empty(); }

  /// Ends both threads; waits for them at most a second.
  @Override public void close() {}
}
