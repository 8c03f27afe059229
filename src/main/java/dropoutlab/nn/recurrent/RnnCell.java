package dropoutlab.nn.recurrent;

import dropoutlab.math.Gates;

/// The plain recurrent cell (Elman 1990): `h = d tanh(a + s)`.
///
/// It has no memory besides h, and so a mask on the candidate erases a dropped unit for one step.
///
/// Backward: `da = ds = d dh (1 - tanh²)`.
record RnnCell() implements Cell {
  @Override public int gates() { return 1; }

  @Override public void forward(CellTrace trace, int step, SequenceMask candidate) {
    float[] g = trace.gates.data(), h = trace.states.data(), m = candidate.values();
    int u = trace.units;
    Gates.tanh(g, trace.gateAt(0, step), trace.fromState.data(), trace.fromStateAt(0, step), trace.bias.data(), 0, u,
        trace.rows(), u);
    for (int b = 0; b < trace.rows(); b++) {
      int at = trace.gateAt(b, step), to = trace.at(b, step + 1), mAt = candidate.at(b, step);
      for (int j = 0; j < u; j++) h[to + j] = m[mAt + j] * g[at + j];
    }
  }

  @Override public void backward(CellTrace trace, int step, SequenceMask candidate) {
    float[] g = trace.gates.data(), dg = trace.dGates.data(), dh = trace.dState.data(), m = candidate.values();
    for (int b = 0; b < trace.rows(); b++) {
      int at = trace.gateAt(b, step), d = b * trace.units, mAt = candidate.at(b, step);
      for (int j = 0; j < trace.units; j++) {
        dg[at + j] = m[mAt + j] * dh[d + j] * (1 - g[at + j] * g[at + j]);
        dh[d + j] = 0;
      }
    }
  }

  @Override public int candidateGate() { return 0; }

  @Override public float candidateGradient(CellTrace trace, int gates, int at, int unit, float dh, float dc) {
    return dh;
  }

  @Override public float proposedState(CellTrace trace, int gates, int at, int unit) {
    return trace.gates.data()[gates + unit];
  }
}
