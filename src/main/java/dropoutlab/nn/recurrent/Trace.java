package dropoutlab.nn.recurrent;

import dropoutlab.math.Tensor;
import java.util.Arrays;

/// What a pass through time leaves behind for the way back. Sequences are (batch x steps·width), one step after the other;
/// `u` is the number of units.
///
/// | field | width | holds |
/// |---|---|---|
/// | gates | all gates | what the inputs give, biases included; the cell makes it the gates' activations |
/// | fromState | all gates | what the last state gives, bias included |
/// | previous, states | u | h before and after each step |
/// | previousCells, cells | u | c before and after each step (LSTM) |
/// | squashed | u | tanh of the new c (LSTM) |
/// | dGates, dFromState | all gates | gradients by what the inputs and the last state gave; one tensor where both agree |
///
/// `dState` and `dCell` (batch x u) are the gradients by h and c that travel back from step to step.
final class Trace {
  final int steps;
  final int units;
  final int gateCols;
  final Tensor gates, fromState, previous, states, previousCells, cells, squashed, dGates, dFromState, dPrevious;
  final Tensor dState, dCell;

  Trace(int steps, int units, Cell cell) {
    this.steps = steps;
    this.units = units;
    gateCols = cell.gates() * units;
    int memory = cell.hasMemory() ? steps * units : 0;
    gates = new Tensor(0, steps * gateCols);
    fromState = new Tensor(0, steps * gateCols);
    previous = new Tensor(0, steps * units);
    states = new Tensor(0, steps * units);
    previousCells = new Tensor(0, memory);
    cells = new Tensor(0, memory);
    squashed = new Tensor(0, memory);
    dGates = new Tensor(0, steps * gateCols);
    dFromState = cell.stateStandsApart() ? new Tensor(0, steps * gateCols) : dGates;
    dPrevious = new Tensor(0, steps * units);
    dState = new Tensor(0, units);
    dCell = new Tensor(0, cell.hasMemory() ? units : 0);
  }

  int rows() { return gates.rows(); }

  /// Makes room for a batch, and the first state 0.
  void begin(int rows) {
    for (Tensor each : new Tensor[] {gates, fromState, previous, states, previousCells, cells, squashed}) each.resize(rows);
    clearFirst(previous);
    if (previousCells.cols() > 0) clearFirst(previousCells);
  }

  private void clearFirst(Tensor sequences) {
    for (int b = 0; b < sequences.rows(); b++) {
      int at = b * sequences.cols();
      Arrays.fill(sequences.data(), at, at + units, 0);
    }
  }

  void beginBackward() {
    for (Tensor each : new Tensor[] {dGates, dFromState, dPrevious, dState, dCell}) each.resize(rows());
    dState.fill(0);
    dCell.fill(0);
  }

  /// The place of the gates of a step of an example.
  int gateAt(int example, int step) { return (example * steps + step) * gateCols; }

  /// The place of the state of a step of an example.
  int at(int example, int step) { return (example * steps + step) * units; }

  /// What a step ended with is what the next one begins with.
  void carry(int step) {
    if (step + 1 == steps) return;
    carry(states, previous, step);
    if (cells.cols() > 0) carry(cells, previousCells, step);
  }

  private void carry(Tensor from, Tensor to, int step) {
    for (int b = 0; b < from.rows(); b++)
      System.arraycopy(from.data(), at(b, step), to.data(), at(b, step + 1), units);
  }

  /// Adds the state's bias (1 x all gates) to what the state gives a step.
  void addToGates(int step, Tensor bias) {
    float[] s = fromState.data(), b = bias.data();
    for (int row = 0; row < rows(); row++) {
      int at = gateAt(row, step);
      for (int j = 0; j < gateCols; j++) s[at + j] += b[j];
    }
  }

  /// Adds to `dState` what came back through the gates of a step.
  void addPreviousGradient(int step) {
    float[] from = dPrevious.data(), d = dState.data();
    for (int b = 0; b < rows(); b++) {
      int at = at(b, step);
      for (int j = 0; j < units; j++) d[b * units + j] += from[at + j];
    }
  }
}
