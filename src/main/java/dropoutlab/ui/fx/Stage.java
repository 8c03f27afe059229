package dropoutlab.ui.fx;

import java.util.List;

/// How far the way is to the first pictures of what is set.
public enum Stage {
  NOTHING("nothing is open: choose a preset", "choose a preset"),
  LOADING("the data are being loaded", "loading"),
  BUILDING("the network is being built", "one moment"),
  /// Frames come; what is computed from them follows.
  SHOWN;

  private final List<String> words;

  Stage(String... words) { this.words = List.of(words); }

  /// What is waited for, the longest wording first.
  ///
  /// @param answer what is waited for when frames come, in the same form
  public String[] waitsFor(String... answer) { return this == SHOWN ? answer : words.toArray(String[]::new); }
}
