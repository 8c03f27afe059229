package dropoutlab.spec;

import dropoutlab.words.Words;

/// The data sets that are made by code.
public enum GeneratedSet {
  TWO_MOONS(Task.CLASSIFICATION),
  CIRCLES(Task.CLASSIFICATION),
  XOR(Task.CLASSIFICATION),
  SPIRALS(Task.CLASSIFICATION),
  BLOBS(Task.CLASSIFICATION),
  CUBIC_GAP(Task.REGRESSION),
  SINE_GAP(Task.REGRESSION),
  NOISY_LINE(Task.REGRESSION),
  LINEAR_FIVE(Task.REGRESSION),
  FRIEDMAN(Task.REGRESSION),
  DIGITS(Task.CLASSIFICATION),
  TEMPORAL_ORDER(Task.CLASSIFICATION),
  ADDING_PROBLEM(Task.REGRESSION);

  private final Task task;

  GeneratedSet(Task task) { this.task = task; }

  public Task task() { return task; }

  /// Returns whether its examples are sequences, whose number of steps can be chosen.
  public boolean isOfSequences() { return this == TEMPORAL_ORDER || this == ADDING_PROBLEM; }

  /// Returns the name shown to people, in lower case as inside a sentence.
  public String title() { return Words.name("spec.data", this); }
}
