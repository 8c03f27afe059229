package dropoutlab.card;

import dropoutlab.words.Words;

/// What a method drops, in the order in which the family is shown. `NONE` is the network that drops nothing.
public enum Group {
  UNITS, WEIGHTS, MAPS, TIME, LAYERS, TRANSFORMER, BESIDE, NONE;

  public String title() { return Words.name("card.group", this); }

  /// Returns the architecture that the methods of this group are shown on.
  public String architecture() { return Words.name("card.architecture", this); }
}
