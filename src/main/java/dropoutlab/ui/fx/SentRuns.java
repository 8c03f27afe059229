package dropoutlab.ui.fx;

import dropoutlab.data.DataSet;
import dropoutlab.spec.Experiment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The runs that the lab was asked for: the newest, which the settings are those of, and those before it that may still
/// turn out to be the one that goes on, because what was asked for later is refused.
final class SentRuns {
  private final Deque<Sent> sent = new ArrayDeque<>();

  /// @param experiment with the drop rates that were set since
  /// @param plays      whether it plays from its start
  /// @param of         what was opened when it began
  record Sent(long run, Experiment experiment, DataSet data, boolean plays, Opening of) {}

  Optional<Sent> newest() { return Optional.ofNullable(sent.peekLast()); }

  /// @param shown the run that is shown: those before it are over for good
  void add(Sent next, long shown) {
    sent.removeIf(each -> each.run < shown);
    sent.addLast(next);
  }

  /// The newest run goes on with other drop rates.
  void changeNewest(Experiment experiment) {
    Sent last = sent.removeLast();
    sent.addLast(new Sent(last.run, experiment, last.data, last.plays, last.of));
  }

  /// All up to `refused` were refused, but for the one that goes on and those before. Whether the newest was among
  /// them, so that another is the newest now, or none.
  boolean refuse(long refused, long goesOn) {
    long before = newest().map(Sent::run).orElse(0L);
    sent.removeIf(each -> each.run > goesOn && each.run <= refused);
    return newest().map(Sent::run).orElse(0L) != before;
  }
}
