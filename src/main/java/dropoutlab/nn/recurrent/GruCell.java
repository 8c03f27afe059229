package dropoutlab.nn.recurrent;

import dropoutlab.math.Elementary;
import dropoutlab.math.Gates;

/// The gated recurrent unit (Cho et al. 2014) in the form of PyTorch and cuDNN, where the reset gate acts on the
/// state's contribution to the candidate, its bias included. The gates are in the order r, z, n:
///
/// - `r = σ(a_r + s_r)`, `z = σ(a_z + s_z)`, `n = tanh(a_n + r s_n)`
/// - `h = (1 - z) d n + z h'`
///
/// A mask d on the candidate never erases the state: a dropped unit keeps z h'.
///
/// Backward, where `dn = (1 - z) d dh (1 - n²)` is the gradient inside the tanh: `da_n = dn`, `ds_n = r dn`,
/// `dr = s_n dn r (1 - r)`, `dz = (h' - d n) dh z (1 - z)`, and `dh' = z dh`.
record GruCell() implements Cell {
  @Override public int gates() { return 3; }

  @Override public boolean stateStandsApart() { return true; }

  @Override public void forward(CellTrace trace, int step, SequenceMask candidate) {
    int u = trace.units;
    float[] g = trace.gates.data(), s = trace.fromState.data(), m = candidate.values();
    float[] h = trace.states.data();
    int first = trace.gateAt(0, step);
    Gates.sigmoid(g, first, s, first, trace.bias.data(), 0, trace.gateCols, trace.rows(), 2 * u);
    for (int b = 0; b < trace.rows(); b++) {
      int r = trace.gateAt(b, step), z = r + u, n = z + u, last = trace.at(b, step), at = trace.at(b, step + 1);
      int mAt = candidate.at(b, step);
      for (int j = 0; j < u; j++) g[n + j] += g[r + j] * s[n + j];
      Elementary.tanh(g, n, u);
      for (int j = 0; j < u; j++) h[at + j] = (1 - g[z + j]) * (m[mAt + j] * g[n + j]) + g[z + j] * h[last + j];
    }
  }

  @Override public void backward(CellTrace trace, int step, SequenceMask candidate) {
    int u = trace.units;
    float[] g = trace.gates.data(), s = trace.fromState.data(), m = candidate.values(), last = trace.states.data();
    float[] da = trace.dGates.data(), ds = trace.dFromState.data(), dh = trace.dState.data();
    for (int b = 0; b < trace.rows(); b++) {
      int r = trace.gateAt(b, step), z = r + u, n = z + u, at = trace.at(b, step), mAt = candidate.at(b, step);
      for (int j = 0; j < u; j++) {
        float gr = g[r + j], gz = g[z + j], gn = g[n + j], d = m[mAt + j], dState = dh[b * u + j];
        float dn = (1 - gz) * d * dState * (1 - gn * gn);
        da[r + j] = ds[r + j] = dn * s[n + j] * gr * (1 - gr);
        da[z + j] = ds[z + j] = (last[at + j] - d * gn) * dState * gz * (1 - gz);
        da[n + j] = dn;
        ds[n + j] = gr * dn;
        dh[b * u + j] = gz * dState;
      }
    }
  }

  @Override public float candidateGradient(CellTrace trace, int gates, int at, int unit, float dh, float dc) {
    return (1 - trace.gates.data()[gates + trace.units + unit]) * dh;
  }

  @Override public float proposedState(CellTrace trace, int gates, int at, int unit) {
    float[] g = trace.gates.data();
    float z = g[gates + trace.units + unit], n = g[gates + 2 * trace.units + unit];
    return (1 - z) * n + z * trace.states.data()[at + unit];
  }
}
