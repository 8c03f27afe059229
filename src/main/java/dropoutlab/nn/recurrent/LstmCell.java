package dropoutlab.nn.recurrent;

import dropoutlab.math.Gates;
import dropoutlab.math.Lstm;

/// Long short-term memory (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000), gates in PyTorch's
/// order:
///
/// - `i = σ(a_i + s_i)`, `f = σ(a_f + s_f)`, `g = tanh(a_g + s_g)`, `o = σ(a_o + s_o)`
/// - `c = f c' + i d g`, `h = o tanh(c)`
///
/// A mask d on the candidate never erases the cell: a dropped unit keeps f c'.
///
/// Backward, with `dc` also receiving `o (1 - tanh²(c)) dh`: `do = dh tanh(c)`, `di = d g dc`, `dg = d i dc`, `df = c' dc`,
/// `dc' = f dc`, each gate then times the slope of its σ or tanh. The work is that of [Gates]
/// and [Lstm].
record LstmCell() implements Cell {
  @Override public int gates() { return 4; }

  @Override public boolean hasMemory() { return true; }

  @Override public void forward(Trace trace, int step, SequenceMask candidate) {
    int u = trace.units, rows = trace.rows(), i = trace.gateAt(0, step), each = trace.gates.cols();
    float[] a = trace.gates.data(), s = trace.fromState.data();
    Gates.sigmoid(a, s, i, each, rows, 2 * u);
    Gates.tanh(a, s, i + 2 * u, each, rows, u);
    Gates.sigmoid(a, s, i + 3 * u, each, rows, u);
    Lstm.forward(a, candidate.values(), candidate.at(0, step), candidate.at(1, 0), trace.previousCells.data(),
        trace.cells.data(), trace.squashed.data(), trace.states.data(), rows, trace.steps, step, u);
  }

  @Override public void backward(Trace trace, int step, SequenceMask candidate) {
    Lstm.backward(trace.gates.data(), trace.dGates.data(), candidate.values(), candidate.at(0, step), candidate.at(1, 0),
        trace.previousCells.data(), trace.squashed.data(), trace.dState.data(), trace.dCell.data(), trace.rows(),
        trace.steps, step, trace.units);
  }
}
