package dropoutlab.nn.recurrent;

import dropoutlab.math.Tensor;

/// Zoneout (Krueger et al. 2017): `h = (1 - k) h' + k h~`. k is 0 with probability p, in which case the unit keeps its
/// last value h', and 1 otherwise, in which case it takes the new value h~. Inference uses the expectation, k = 1 - p.
/// Nothing is scaled.
///
/// Backward: `dh~ = k dh`, and `(1 - k) dh` goes to h'.
final class Zoneout {
  private final SequenceMask mask;
  private final Tensor kept;

  Zoneout(SequenceMask mask, int units) {
    this.mask = mask;
    kept = new Tensor(0, units);
  }

  /// Mixes the state after the step with the one before, in place; `states` holds the states of all steps.
  void forward(Tensor states, CellTrace trace, int step) {
    if (mask.idle()) return;
    float[] k = mask.values(), h = states.data();
    for (int b = 0; b < trace.rows(); b++) {
      int last = trace.at(b, step), at = trace.at(b, step + 1), kAt = mask.at(b, step);
      for (int j = 0; j < trace.units; j++)
        h[at + j] = (1 - k[kAt + j]) * h[last + j] + k[kAt + j] * h[at + j];
    }
  }

  /// Turns the gradient by h, (batch x units), into the gradient by h~, and keeps the part that goes to h'.
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

  /// Adds the part of the gradient that goes to h'.
  void addKept(Tensor d) {
    if (mask.idle()) return;
    float[] rest = kept.data(), gradient = d.data();
    for (int i = 0; i < d.size(); i++) gradient[i] += rest[i];
  }
}
