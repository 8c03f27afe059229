package dropoutlab.claim;

import dropoutlab.card.ClaimCard;
import dropoutlab.card.ClaimCards;
import dropoutlab.frame.bench.Findings;
import dropoutlab.predict.ProgressMonitor;
import java.util.List;
import java.util.concurrent.CancellationException;

/// A claim about dropout that is computed both ways. The window, the commands and the tests read nothing but this and its
/// card: a new bench is one class here, one picture, one figure, and its texts.
///
/// A bench has no state that could be seen: the same settings give the same findings, bit by bit, on any thread. Texts
/// that never change stand on its card, `assets/claims/<id>.md`.
public interface Bench {
  /// The seed that a bench begins with, unless it says another.
  long SEED = 7;

  /// The name of its card, and its name on the command line.
  String id();

  Group group();

  /// What a person can change, in the order of the panel.
  List<Control> controls();

  /// How a person predicts, under these settings.
  Ask ask(Settings settings);

  /// Computes both sides. With the settings that it begins with it takes at most 50 ms, or the time that its
  /// training needs.
  ///
  /// @param watch is asked at least every 20 ms of work whether the result is still wanted ([#check]), and told the share
  ///              that is done
  Findings find(Settings settings, ProgressMonitor watch);

  default long seed() { return SEED; }

  default ClaimCard card() { return ClaimCards.named(id()); }

  default Settings defaults() { return Settings.of(controls(), seed()); }

  default Control control(String id) {
    return controls().stream().filter(control -> control.id().equals(id)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException(id() + " has no control " + id));
  }

  /// Ends a computation that is no longer wanted, by a [CancellationException].
  static void check(ProgressMonitor watch) {
    if (watch.abandoned()) throw new CancellationException();
  }
}
