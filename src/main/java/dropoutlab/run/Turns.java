package dropoutlab.run;

import java.util.function.Consumer;

/// Takes one turn after the other until the thread is interrupted. Nothing else ends it: a fault of any kind in a turn
/// is passed on, and the next turn is taken even if handling the fault fails too.
final class Turns implements Runnable {
  private final Turn turn;
  private final Consumer<Throwable> onFault;

  @FunctionalInterface
  interface Turn {
    void take() throws InterruptedException;
  }

  /// @param onFault must leave a state from which the next turn can be taken, and should use as little memory and stack
  ///                as possible
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
