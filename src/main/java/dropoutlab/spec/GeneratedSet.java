package dropoutlab.spec;

/// The data sets that are made by code.
public enum GeneratedSet {
  TWO_MOONS(Task.CLASSIFICATION, "two moons"),
  CIRCLES(Task.CLASSIFICATION, "circles"),
  XOR(Task.CLASSIFICATION, "XOR"),
  SPIRALS(Task.CLASSIFICATION, "spirals"),
  BLOBS(Task.CLASSIFICATION, "Gaussian blobs"),
  CUBIC_GAP(Task.REGRESSION, "cubic with a gap"),
  SINE_GAP(Task.REGRESSION, "sine with a gap"),
  NOISY_LINE(Task.REGRESSION, "noisy line"),
  LINEAR_FIVE(Task.REGRESSION, "linear in five inputs"),
  FRIEDMAN(Task.REGRESSION, "Friedman 1"),
  DIGITS(Task.CLASSIFICATION, "drawn digits"),
  TEMPORAL_ORDER(Task.CLASSIFICATION, "temporal order");

  private final Task task;
  private final String title;

  GeneratedSet(Task task, String title) {
    this.task = task;
    this.title = title;
  }

  public Task task() { return task; }

  /// Returns the name shown to people, in lower case as inside a sentence.
  public String title() { return title; }
}
