package dropoutlab.ui.fx;

import dropoutlab.words.Words;

/// How far the way is to the first pictures of what is set.
public enum Stage {
  NOTHING,
  LOADING,
  BUILDING,
  /// Frames come; what is computed from them follows.
  SHOWN;

  /// What is waited for, the longest wording first.
  ///
  /// @param answer what is waited for when frames come, in the same form
  public String[] waitsFor(String... answer) {
    return this == SHOWN ? answer
        : new String[] {Words.name("shell.stage", this), Words.name("shell.stage_brief", this)};
  }
}
