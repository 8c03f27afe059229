package dropoutlab.claim;

import dropoutlab.words.Words;

/// The groups of benches, in the order of the workspace.
public enum Group {
  SCALING, ENSEMBLE, REGULARISER, FEATURES, UNCERTAINTY, MOMENTS;

  public String title() { return Words.name("claim.group", this); }
}
