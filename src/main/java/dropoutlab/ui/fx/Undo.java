package dropoutlab.ui.fx;

import java.util.ArrayDeque;
import java.util.Deque;

/// What was changed and can be taken back, and what was taken back and can be done again. Changes of one gesture count as
/// one.
final class Undo {
  private static final int DEPTH = 100;

  private final Deque<Change> past = new ArrayDeque<>();
  private final Deque<Change> future = new ArrayDeque<>();
  private boolean inGesture;
  private boolean began;

  /// Something that a person did. Either direction says whether there was still something to change: a pin, for one, ends
  /// with its run.
  interface Change {
    boolean back();

    boolean forth();
  }

  /// The first and the last change of a gesture: what lies between them nobody wants to see again.
  private record Gesture(Change first, Change last) implements Change {
    @Override public boolean back() { return first.back(); }

    @Override public boolean forth() { return last.forth(); }
  }

  void did(Change change) {
    if (inGesture && began && !past.isEmpty()) {
      Change before = past.pop();
      past.push(new Gesture(before instanceof Gesture gesture ? gesture.first : before, change));
    } else {
      past.push(change);
    }
    began = true;
    if (past.size() > DEPTH) past.removeLast();
    future.clear();
  }

  /// Forgets a change that has come to nothing.
  void forget(Change change) { past.remove(change); }

  void beginGesture() {
    inGesture = true;
    began = false;
  }

  void endGesture() { inGesture = false; }

  void back() {
    while (!past.isEmpty()) {
      Change change = past.pop();
      if (!change.back()) continue;
      future.push(change);
      return;
    }
  }

  void forth() {
    while (!future.isEmpty()) {
      Change change = future.pop();
      if (!change.forth()) continue;
      past.push(change);
      return;
    }
  }
}
