package dropoutlab.frame;

/// Where the run is: `epoch` full passes over the training data are done, `batch` of `batches` in the present one;
/// `step` counts the updates; `phase` is the last half-step taken (`UPDATE` between steps).
public record Progress(int epoch, int batch, int batches, long step, Phase phase) {}
