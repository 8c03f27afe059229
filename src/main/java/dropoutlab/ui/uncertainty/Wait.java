package dropoutlab.ui.uncertainty;

import dropoutlab.ui.fx.LabModel;
import dropoutlab.words.Words;

/// What the pictures of this workspace wait for.
final class Wait {
  private Wait() {}

  /// The longest wording first.
  static String[] words(LabModel model) {
    return model.stage().get().waitsFor(Words.of("uncertainty.wait"), Words.of("uncertainty.wait.short"), "…");
  }
}
