package dropoutlab.run;

import java.util.function.Consumer;

/// Takes one turn after the other until the thread is interrupted. Nothing else ends it: a fault in a turn, of whatever
/// kind, is handed on, and the next turn is taken even if that goes wrong too.
final class Turns implements Runnable {
  private final Turn turn;
  private final Consumer<Throwable> onFault;

  @FunctionalInterface
  interface Turn {
    void take() throws InterruptedException;
  }

  /// @param onFault must leave things so that the next turn can be taken; should make no more of memory and stack than
  ///                it has to
  Turns(Turn turn, Consumer<Throwable> onFault) {
    this.turn = turn;
    this.onFault = onFault;
  }

  @Override public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) take();
    } catch (InterruptedException _) {
      // The lab is closed.
    }
  }

  private void take() throws InterruptedException {
    try {
      turn.take();
    } catch (InterruptedException end) {
      throw end;
    } catch (Throwable fault) {
      handOn(fault);
    }
  }

  private void handOn(Throwable fault) {
    try {
      onFault.accept(fault);
    } catch (Throwable again) {
      Faults.log("A fault could not be handled", again);
    }
  }
}
