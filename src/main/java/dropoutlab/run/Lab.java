package dropoutlab.run;

import dropoutlab.frame.Frame;
import dropoutlab.frame.Portrait;
import java.util.Optional;

/// The simulation thread, the portrait thread and their mailboxes: the one door between views and the engine.
///
/// Latest value wins: a frame is built at a batch boundary only when one was asked for by [#requestFrame], and always on
/// pause, step, reset, finish and failure. All methods may be called from any thread and return at once.
public final class Lab implements AutoCloseable {
  private static final long JOIN_MILLIS = 1000;

  private final Mailbox<Frame> frames = new Mailbox<>();
  private final Mailbox<Portrait> portraits = new Mailbox<>();
  private final Mailbox<Refusal> refusals = new Mailbox<>();
  private final PortraitPainter painter = new PortraitPainter(portraits);
  private final Simulation simulation = new Simulation(frames, refusals, painter);
  private final Thread simulationThread = Thread.ofPlatform().daemon().name("simulation").start(simulation);
  private final Thread painterThread = Thread.ofPlatform().daemon().name("portraits").start(painter);

  /// Puts a command into the queue.
  public void send(Command command) { simulation.send(command); }

  /// Asks for a frame at the next batch boundary.
  public void requestFrame() { simulation.requestFrame(); }

  /// The newest frame that was not taken yet.
  public Optional<Frame> takeFrame() { return frames.take(); }

  /// The newest portrait that was not taken yet.
  public Optional<Portrait> takePortrait() { return portraits.take(); }

  /// The newest refusal of an experiment that was not taken yet.
  public Optional<Refusal> takeRefusal() { return refusals.take(); }

  /// Ends both threads; waits for each at most a second.
  @Override public void close() {
    simulationThread.interrupt();
    painterThread.interrupt();
    try {
      simulationThread.join(JOIN_MILLIS);
      painterThread.join(JOIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
