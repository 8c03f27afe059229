package dropoutlab.frame.sweep;

import dropoutlab.spec.sweep.RunId;
import java.util.Optional;

/// A planned run and what became of it.
///
/// @param task    which task trains it; -1 if it is nobody's
/// @param outcome present if the state is a result
/// @param repeat  what its repeat came to, if it was repeated
/// @param cause   why it failed or was lost, a sentence; "" otherwise
public record Cell(RunId run, CellState state, int task, Optional<Outcome> outcome, Optional<Outcome> repeat,
                   String cause) {
  /// Returns whether a repeat differs: its value may then not be trusted.
  public boolean contradicted() { return repeat.isPresent() && !outcome.orElseThrow().sameAs(repeat.get()); }
}
