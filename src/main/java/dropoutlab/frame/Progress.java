package dropoutlab.frame;

/// How far the run is: `epoch` complete passes over the training data are done, and `batch` of `batches` batches in the
/// present one; `step` counts the updates; `phase` is the last half-step taken (`UPDATE` between steps).
public record Progress(int epoch, int batch, int batches, long step, Phase phase) {
  /// Returns whether nothing was done yet.
  public boolean isAtStart() { return step == 0 && phase == Phase.UPDATE; }
}
