package dropoutlab.nn.recurrent;

import dropoutlab.math.Tensor;

/// Zoneout (Krueger et al. 2017): `h = (1 - k) h' + k h~` with k = 0 with probability p, so that the unit keeps its
/// last value h', else 1: the new value h~. Inference takes the expectation, k = 1 - p. There is no scaling.
///
/// Backward: `dh~ = k dh`, and `(1 - k) dh` goes to h'.
final class Zoneout {
  private final SequenceMask mask;
  private final Tensor kept;

  Zoneout(SequenceMask mask, int units) {
    this.mask = mask;
    kept = new Tensor(0, units);
  }

  /// Mixes the state after the step in `states`, which has those of all steps, with the one before.
  void forward(Tensor states, CellTrace trace, int step) {
    if (mask.idle()) return;
    float[] k = mask.values(), h = states.data();
    for (int b = 0; b < trace.rows(); b++) {
      int last = trace.at(b, step), at = trace.at(b, step + 1), kAt = mask.at(b, step);
      for (int j = 0; j < trace.units; j++)
        h[at + j] = (1 - k[kAt + j]) * h[last + j] + k[kAt + j] * h[at + j];
    }
  }

  /// Turns the gradient by h (batch x units) into that by h~, and remembers what goes to h'.
  void backward(Tensor d, int step) {
    if (mask.idle()) return;
    kept.resize(d.rows());
    float[] k = mask.values(), gradient = d.data(), rest = kept.data();
    int units = d.cols();
    for (int b = 0; b < d.rows(); b++) {
      int at = b * units, kAt = mask.at(b, step);
      for (int j = 0; j < units; j++) {
        rest[at + j] = (1 - k[kAt + j]) * gradient[at + j];
        gradient[at + j] *= k[kAt + j];
      }
    }
  }

  /// Adds what goes to h'.
  void addKept(Tensor d) {
    if (mask.idle()) return;
    float[] rest = kept.data(), gradient = d.data();
    for (int i = 0; i < d.size(); i++) gradient[i] += rest[i];
  }
}
