package dropoutlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Oracle: which turns were taken, and which faults were passed on.
@Timeout(60)
class TurnsTest {
  /// A fault whose own message cannot be made.
  private static final class Unspeakable extends Error {
    @Override public String getMessage() { throw new IllegalStateException("no words"); }

    @Override public String toString() { throw new IllegalStateException("no words"); }
  }

  private static List<Throwable> everyKind() {
    return List.of(new IllegalStateException("told"), new NullPointerException(), new StackOverflowError(),
        new NoClassDefFoundError("missing"), new OutOfMemoryError("heap"), new AssertionError(), new Unspeakable());
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void sneak(Throwable fault) throws E { throw (E) fault; }

  /// Throws one fault per turn, then ends as a closed lab does.
  private static Turns.Turn throwing(Iterator<? extends Throwable> faults) {
    return () -> {
      if (!faults.hasNext()) throw new InterruptedException();
      TurnsTest.<RuntimeException>sneak(faults.next());
    };
  }

  @Test void everyFaultIsHandedOnAndTheNextTurnIsTaken() {
    List<Throwable> faults = new ArrayList<>(everyKind());
    faults.add(new java.io.IOException("checked, past the compiler"));
    List<Throwable> heard = new ArrayList<>();
    new Turns(throwing(faults.iterator()), heard::add).run();
    assertThat(heard).isEqualTo(faults);
  }

  @Test void aHandlerThatFailsEndsNothing() {
    List<Throwable> faults = everyKind();
    Iterator<Throwable> again = everyKind().iterator();
    new Turns(throwing(faults.iterator()), _ -> TurnsTest.<RuntimeException>sneak(again.next())).run();
    assertThat(again.hasNext()).isFalse();
  }

  @Test void anInterruptEndsTheTurns() throws InterruptedException {
    Thread thread = Thread.ofPlatform().daemon().start(new Turns(() -> Thread.sleep(60_000), _ -> { }));
    thread.interrupt();
    thread.join(TimeUnit.SECONDS.toMillis(50));
    assertThat(thread.isAlive()).isFalse();
  }

  @Test void everyFaultIsToldInASentence() {
    for (Throwable fault : everyKind()) {
      assertThat(Faults.sentence("It could not be done", fault)).startsWith("It could not be done").endsWith(".")
          .doesNotContain("null").doesNotContain("..");
      assertThat(Faults.failed(fault).cause()).endsWith(".").doesNotContain("null");
    }
    assertThat(Faults.sentence("It could not be done", new OutOfMemoryError())).contains("-Xmx");
    assertThat(Faults.failed(new StackOverflowError()).cause()).contains("StackOverflowError");
    assertThat(Faults.failed(new IllegalStateException("told.")).cause())
        .isEqualTo("The run stopped because of a fault in the program: IllegalStateException, told.");
  }
}
