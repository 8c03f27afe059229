package dropoutlab.ui.sweep;

import java.util.ArrayDeque;
import java.util.Deque;

/// The plan with those before and after it; null before the first.
final class PlanHistory {
  private static final int MOST = 200;

  private final Deque<Plan> before = new ArrayDeque<>();
  private final Deque<Plan> after = new ArrayDeque<>();
  private Plan now;

  Plan now() { return now; }

  /// Whether it is another one.
  boolean put(Plan next) {
    if (next.equals(now)) return false;
    if (now != null) before.push(now);
    if (before.size() > MOST) before.removeLast();
    after.clear();
    now = next;
    return true;
  }

  boolean undo() { return travel(before, after); }

  boolean redo() { return travel(after, before); }

  private boolean travel(Deque<Plan> from, Deque<Plan> to) {
    if (from.isEmpty()) return false;
    to.push(now);
    now = from.pop();
    return true;
  }

  void clear() {
    before.clear();
    after.clear();
    now = null;
  }
}
