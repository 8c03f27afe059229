package dropoutlab.nn.recurrent;

import dropoutlab.math.Elementary;

/// Long short-term memory (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000), gates in PyTorch's
/// order:
///
/// - `i = σ(a_i + s_i)`, `f = σ(a_f + s_f)`, `g = tanh(a_g + s_g)`, `o = σ(a_o + s_o)`
/// - `c = f c' + i d g`, `h = o tanh(c)`
///
/// A mask d on the candidate never erases the cell: a dropped unit keeps f c'.
///
/// Backward, with `dc` also receiving `o (1 - tanh²(c)) dh`: `do = dh tanh(c)`, `di = d g dc`, `dg = d i dc`, `df = c' dc`,
/// `dc' = f dc`, each gate then times the slope of its σ or tanh.
record LstmCell() implements Cell {
  @Override public int gates() { return 4; }

  @Override public boolean hasMemory() { return true; }

  @Override public void forward(Trace trace, int step, SequenceMask candidate) {
    int u = trace.units;
    float[] g = trace.gates.data(), s = trace.fromState.data(), m = candidate.values();
    float[] last = trace.previousCells.data(), c = trace.cells.data(), tanh = trace.squashed.data();
    float[] h = trace.states.data();
    for (int b = 0; b < trace.rows(); b++) {
      int i = trace.gateAt(b, step), f = i + u, k = f + u, o = k + u, at = trace.at(b, step), mAt = candidate.at(b, step);
      for (int j = i; j < k; j++) g[j] = Elementary.sigmoid(g[j] + s[j]);
      for (int j = k; j < o; j++) g[j] = Elementary.tanh(g[j] + s[j]);
      for (int j = o; j < o + u; j++) g[j] = Elementary.sigmoid(g[j] + s[j]);
      for (int j = 0; j < u; j++) {
        c[at + j] = g[f + j] * last[at + j] + g[i + j] * (m[mAt + j] * g[k + j]);
        tanh[at + j] = Elementary.tanh(c[at + j]);
        h[at + j] = g[o + j] * tanh[at + j];
      }
    }
  }

  @Override public void backward(Trace trace, int step, SequenceMask candidate) {
    int u = trace.units;
    float[] g = trace.gates.data(), dg = trace.dGates.data(), m = candidate.values();
    float[] last = trace.previousCells.data(), tanh = trace.squashed.data();
    float[] dh = trace.dState.data(), dc = trace.dCell.data();
    for (int b = 0; b < trace.rows(); b++) {
      int i = trace.gateAt(b, step), f = i + u, k = f + u, o = k + u, at = trace.at(b, step), mAt = candidate.at(b, step);
      for (int j = 0; j < u; j++) {
        int n = b * u + j;
        float t = tanh[at + j], gi = g[i + j], gf = g[f + j], gk = g[k + j], go = g[o + j], d = m[mAt + j];
        float dCell = dc[n] + dh[n] * go * (1 - t * t);
        dg[i + j] = dCell * d * gk * gi * (1 - gi);
        dg[f + j] = dCell * last[at + j] * gf * (1 - gf);
        dg[k + j] = dCell * d * gi * (1 - gk * gk);
        dg[o + j] = dh[n] * t * go * (1 - go);
        dc[n] = dCell * gf;
        dh[n] = 0;
      }
    }
  }
}
