package dropoutlab.ui.fx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The past and the undone future of a value. What changes during one gesture counts as one change.
final class Undo<T> {
  private static final int DEPTH = 100;

  private final Deque<T> past = new ArrayDeque<>();
  private final Deque<T> future = new ArrayDeque<>();
  private boolean inGesture;
  private boolean remembered;

  /// To be called before a change with the value that is left; null is not remembered.
  void remember(T before) {
    if (before == null || inGesture && remembered) return;
    remembered = true;
    past.push(before);
    if (past.size() > DEPTH) past.removeLast();
    future.clear();
  }

  void beginGesture() {
    inGesture = true;
    remembered = false;
  }

  void endGesture() { inGesture = false; }

  Optional<T> back(T now) { return move(past, future, now); }

  Optional<T> forth(T now) { return move(future, past, now); }

  private Optional<T> move(Deque<T> from, Deque<T> to, T now) {
    if (from.isEmpty()) return Optional.empty();
    to.push(now);
    return Optional.of(from.pop());
  }
}
