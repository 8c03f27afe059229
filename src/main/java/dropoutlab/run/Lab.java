package dropoutlab.run;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Answer;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Portrait;
import dropoutlab.frame.PortraitRequest;
import dropoutlab.frame.Question;
import dropoutlab.predict.Inquiries;
import dropoutlab.predict.Portraits;
import java.util.List;
import java.util.Optional;

/// The simulation thread, the threads that compute portraits and answers, and their mailboxes: the one door between
/// views and the engine.
///
/// Latest value wins: a frame is built at a batch boundary only when one was asked for by [#requestFrame], and always
/// on pause, step, reset, finish and failure. All methods may be called from any thread and return at once.
public final class Lab implements AutoCloseable {
  private static final long JOIN_MILLIS = 1000;

  private final Mailbox<Frame> frames = new Mailbox<>();
  private final Mailbox<Portrait> portraits = new Mailbox<>();
  private final Mailbox<Refusal> refusals = new Mailbox<>();
  private final Mailbox<Answer> answers = new Mailbox<>();
  private final Mailbox<String> faults = new Mailbox<>();
  private final Painter<PortraitRequest, Portrait> painter = new Painter<>(Lab::portraits, portraits, faults);
  private final Painter<Question, Answer> answerer = new Painter<>(Lab::answers, answers, faults);
  private final Simulation simulation = new Simulation(frames, refusals, painter, answerer);
  private final List<Thread> threads =
      List.of(start("simulation", simulation), start("portraits", painter), start("answers", answerer));

  private static Thread start(String name, Runnable work) {
    return Thread.ofPlatform().daemon().name(name).start(work);
  }

  private static Painter.Studio<PortraitRequest, Portrait> portraits(DataSet data) {
    Portraits studio = new Portraits(data);
    return (frame, request, _) -> Optional.of(studio.paint(frame, request));
  }

  private static Painter.Studio<Question, Answer> answers(DataSet data) {
    Inquiries inquiries = new Inquiries(data);
    return (frame, question, watch) -> inquiries.answer(frame, question, watch)
        .map(finding -> new Answer(frame.run(), frame.progress().epoch(), question, finding));
  }

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

  /// The newest answer to the question that stands that was not taken yet.
  public Optional<Answer> takeAnswer() { return answers.take(); }

  /// How much of the answer that is being computed is done, from 0 to 1; NaN when none is.
  public double answered() { return answerer.share(); }

  /// Why a portrait or an answer could not be computed, in a sentence; the same fault is told once.
  public Optional<String> takeFault() { return faults.take(); }

  /// Ends all threads; waits for each at most a second.
  @Override public void close() {
    threads.forEach(Thread::interrupt);
    try {
      for (Thread thread : threads) thread.join(JOIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
