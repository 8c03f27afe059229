package dropoutlab.nn.recurrent;

import dropoutlab.math.Gates;
import dropoutlab.math.Lstm;

/// Long short-term memory (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000). The gates are in
/// PyTorch's order:
///
/// - `i = σ(a_i + s_i)`, `f = σ(a_f + s_f)`, `g = tanh(a_g + s_g)`, `o = σ(a_o + s_o)`
/// - `c = f c' + i d g`, `h = o tanh(c)`
///
/// A mask d on the candidate never erases the cell: a dropped unit keeps f c'.
///
/// Backward, where `dc` also receives `o (1 - tanh²(c)) dh`: `do = dh tanh(c)`, `di = d g dc`, `dg = d i dc`,
/// `df = c' dc`, `dc' = f dc`; each of the four is then multiplied by the derivative of its gate's σ or tanh. [Gates]
/// and [Lstm] do the work.
record LstmCell() implements Cell {
  @Override public int gates() { return 4; }

  @Override public boolean hasMemory() { return true; }

  @Override public void forward(CellTrace trace, int step, SequenceMask candidate) {
    int u = trace.units, all = trace.gateCols, rows = trace.rows(), at = trace.gateAt(0, step);
    int sAt = trace.fromStateAt(0, step);
    float[] a = trace.gates.data(), s = trace.fromState.data(), bias = trace.bias.data();
    Gates.sigmoid(a, at, s, sAt, bias, 0, all, rows, 2 * u);
    Gates.tanh(a, at + 2 * u, s, sAt + 2 * u, bias, 2 * u, all, rows, u);
    Gates.sigmoid(a, at + 3 * u, s, sAt + 3 * u, bias, 3 * u, all, rows, u);
    Lstm.forward(a, at, candidate.values(), candidate.at(0, step), candidate.at(1, 0), trace.cells.data(),
        trace.squashed.data(), trace.states.data(), trace.at(0, step), rows, u);
  }

  @Override public void backward(CellTrace trace, int step, SequenceMask candidate) {
    Lstm.backward(trace.gates.data(), trace.dGates.data(), trace.gateAt(0, step), candidate.values(),
        candidate.at(0, step), candidate.at(1, 0), trace.cells.data(), trace.squashed.data(), trace.at(0, step),
        trace.dState.data(), trace.dCell.data(), trace.rows(), trace.units);
  }

  @Override public float candidateGradient(CellTrace trace, int gates, int at, int unit, float dh, float dc) {
    float tanh = trace.squashed.data()[at + unit];
    return (dc + dh * gate(trace, gates, 3, unit) * (1 - tanh * tanh)) * gate(trace, gates, 0, unit);
  }

  @Override public float proposedState(CellTrace trace, int gates, int at, int unit) {
    return gate(trace, gates, 3, unit) * trace.squashed.data()[at + unit];
  }

  @Override public float proposedMemory(CellTrace trace, int gates, int at, int unit) {
    return gate(trace, gates, 1, unit) * trace.cells.data()[at + unit]
        + gate(trace, gates, 0, unit) * gate(trace, gates, 2, unit);
  }

  private static float gate(CellTrace trace, int gates, int which, int unit) {
    return trace.gates.data()[gates + which * trace.units + unit];
  }
}
