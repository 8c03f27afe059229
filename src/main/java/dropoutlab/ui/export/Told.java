package dropoutlab.ui.export;

import java.util.Optional;

/// What the foot of the window says of saving: while it goes on, and for a moment afterwards.
///
/// @param action what can be done about it
public record Told(String sentence, Optional<Action> action) {
  /// @param text on the button
  /// @param tip  what it does
  public record Action(String id, String text, String tip, Runnable run) {}
}
