package dropoutlab.spec;

import dropoutlab.words.Words;

/// What the presets are sorted by, in display order: where to start, and then by what the method that they show drops.
public enum PresetGroup {
  START, UNCERTAINTY, UNITS, WEIGHTS, MAPS, TIME, LAYERS, TRANSFORMER, BESIDE;

  public String title() { return Words.name("presets.group", this); }
}
