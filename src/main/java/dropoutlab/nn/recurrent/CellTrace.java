package dropoutlab.nn.recurrent;

import dropoutlab.frame.Matrix;
import dropoutlab.math.Tensor;
import java.util.Arrays;

/// What a forward pass through time keeps for the backward pass. Everything is stored step by step, and within a step
/// example by example, so that a step of all examples is one piece of memory. `u` is the number of units; the rows are
/// those per example.
///
/// | field | rows | width | content |
/// |---|---|---|---|
/// | gates | steps | all gates | the contribution of the inputs; the cell turns it into the activations of the gates |
/// | fromState | steps | all gates | the contribution of the last state; of the last step only, unless more is needed |
/// | bias | 1 in all | all gates | what the cell adds to both: the two biases, or 0 if they have been added to each |
/// | states | steps + 1 | u | h: 0 first, then the state after each step |
/// | cells | steps + 1 | u | c: 0 first, then the memory after each step (LSTM) |
/// | squashed | steps | u | tanh of the new c (LSTM) |
/// | dGates, dFromState | steps | all gates | the gradients by both contributions; one tensor if they agree |
/// | dPrevious | 1 | u | the gradient that came back through the gates of a step |
/// | dState, dCell | 1 | u | the gradients by h and c that go back from step to step |
final class CellTrace {
  final int steps;
  final int units;
  final int gateCols;
  final Tensor gates, fromState, bias, states, cells, squashed, dGates, dFromState, dPrevious, dState, dCell;
  private final boolean memory;
  private final boolean apart;
  private int rows;

  CellTrace(int steps, int units, Cell cell) {
    this.steps = steps;
    this.units = units;
    memory = cell.hasMemory();
    apart = cell.stateStandsApart();
    gateCols = cell.gates() * units;
    gates = new Tensor(0, gateCols);
    fromState = new Tensor(0, gateCols);
    bias = new Tensor(1, gateCols);
    states = new Tensor(0, units);
    cells = new Tensor(0, units);
    squashed = new Tensor(0, units);
    dGates = new Tensor(0, gateCols);
    dFromState = apart ? new Tensor(0, gateCols) : dGates;
    dPrevious = new Tensor(0, units);
    dState = new Tensor(0, units);
    dCell = new Tensor(0, units);
  }

  /// Returns the number of examples in the batch.
  int rows() { return rows; }

  /// Makes room for a batch of `rows` examples, and sets the first state to 0.
  void begin(int rows) {
    this.rows = rows;
    gates.resize(steps * rows);
    fromState.resize(apart ? steps * rows : rows);
    clear(states.resize((steps + 1) * rows));
    if (!memory) return;
    squashed.resize(steps * rows);
    clear(cells.resize((steps + 1) * rows));
  }

  private void clear(Tensor before) { Arrays.fill(before.data(), 0, rows * units, 0); }

  void beginBackward() {
    dGates.resize(steps * rows);
    dFromState.resize(steps * rows);
    for (Tensor each : new Tensor[] {dPrevious, dState, dCell}) each.resize(rows).fill(0);
  }

  /// Returns the index of the gates of a step of an example.
  int gateAt(int example, int step) { return (step * rows + example) * gateCols; }

  /// Returns the index of the last state's contribution to those gates.
  int fromStateAt(int example, int step) { return apart ? gateAt(example, step) : example * gateCols; }

  /// Returns the index of an example's state before a step; the state after it is the one before the next step.
  int at(int example, int step) { return (step * rows + example) * units; }

  /// Adds a bias, (1 x all gates), to the last state's contribution to a step.
  void addToGates(int step, Tensor bias) {
    float[] s = fromState.data(), b = bias.data();
    for (int row = 0; row < rows; row++) {
      int at = fromStateAt(row, step);
      for (int j = 0; j < gateCols; j++) s[at + j] += b[j];
    }
  }

  /// Returns the states or cells after each step of the first examples, (examples x steps u).
  Matrix afterSteps(Tensor of, int examples) {
    return Matrix.generate(examples, steps * units, (r, c) -> of.data()[at(r, c / units + 1) + c % units]);
  }
}
