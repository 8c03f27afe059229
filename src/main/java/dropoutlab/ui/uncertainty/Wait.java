package dropoutlab.ui.uncertainty;

import dropoutlab.ui.fx.LabModel;

/// What the pictures of this workspace wait for.
final class Wait {
  private Wait() {}

  /// The longest wording first.
  static String[] words(LabModel model) {
    return model.stage().get().waitsFor("the first passes are being taken", "taking passes", "…");
  }
}
