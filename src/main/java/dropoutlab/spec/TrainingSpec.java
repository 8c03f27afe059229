package dropoutlab.spec;

/// How long to train, in batches of how many examples, and whether the p = 0 twin is trained beside.
public record TrainingSpec(int epochs, int batch, boolean twin) {
  public TrainingSpec {
    Check.range("epochs", epochs, 1, 1_000_000);
    Check.range("batch", batch, 1, 8192);
  }
}
