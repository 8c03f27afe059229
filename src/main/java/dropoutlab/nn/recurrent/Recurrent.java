package dropoutlab.nn.recurrent;

import dropoutlab.frame.LayerView.StepMask;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.math.Kernels;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Rows;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.FirstWeights;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.nn.layer.Passage;
import dropoutlab.spec.Initialisation;
import java.util.Arrays;
import java.util.List;

/// A recurrent layer: from a sequence x_1, ..., x_T (batch x T·d) to the states h_1, ..., h_T (batch x T·u), or to h_T
/// alone. With h_0 = 0, for each step t:
///
/// - `a = (m_x x_t) W + b` and `s = (m_h h_{t-1}) U + v`, with all gates in one product
/// - `h_t = cell(a, s, h_{t-1})`: see [RnnCell], [LstmCell] and [GruCell]
/// - the output is `m_y h_t`, while the next step takes h_t itself
///
/// W (d x gates·u), U (u x gates·u) and both biases are in PyTorch's order of gates. The masks m, see [RecurrentMasks],
/// are 1 at inference. The backward pass goes from T to 1 by the chain rule, with the masks of the forward pass.
public final class Recurrent implements Layer {
  private final Cell cell;
  private final int width;
  private final boolean last;
  private final RecurrentMasks masks;
  private final Parameter inputWeights, stateWeights, inputBias, stateBias;
  private final CellTrace trace;
  private final GateProduct fromInputs, fromState;
  private final Zoneout stateZoneout, cellZoneout;
  private final Tensor y, dx;
  private final Tensor stepX, dStepX;
  /// Whether the cell needs a and s apart; otherwise it takes their sum only, and can add both biases at once.
  private final boolean apart;

  /// @param width the number of columns per step
  /// @param last  whether the output is the last state only
  public Recurrent(Cell cell, int steps, int width, int units, boolean last, RecurrentMasks masks) {
    this(cell, steps, width, last, masks, List.of(Parameter.zeros(width, cell.gates() * units, true),
        Parameter.zeros(units, cell.gates() * units, true), Parameter.zeros(1, cell.gates() * units, false),
        Parameter.zeros(1, cell.gates() * units, false)));
  }

  private Recurrent(Cell cell, int steps, int width, boolean last, RecurrentMasks masks, List<Parameter> parameters) {
    this.cell = cell;
    this.width = width;
    this.last = last;
    this.masks = masks;
    inputWeights = parameters.get(0);
    stateWeights = parameters.get(1);
    inputBias = parameters.get(2);
    stateBias = parameters.get(3);
    int units = stateWeights.value().rows();
    trace = new CellTrace(steps, units, cell);
    fromInputs = new GateProduct(inputWeights, steps, masks.groups(), masks.inputs());
    fromState = new GateProduct(stateWeights, steps, masks.groups(), masks.state());
    stateZoneout = new Zoneout(masks.stateZoneout(), units);
    cellZoneout = new Zoneout(masks.cellZoneout(), units);
    y = new Tensor(0, last ? units : steps * units);
    dx = new Tensor(0, steps * width);
    stepX = new Tensor(0, width);
    dStepX = new Tensor(0, width);
    apart = cell.stateStandsApart();
  }

  @Override public Recurrent sharing() {
    return new Recurrent(cell, trace.steps, width, last, masks.sharing(), parameters());
  }

  @Override public List<Parameter> parameters() { return List.of(inputWeights, stateWeights, inputBias, stateBias); }

  @Override public List<DropRate> dropRates() { return masks.dropRates(); }

  @Override public void holdNewMask() { masks.hold(); }

  /// Draws both matrices as those of a dense layer from d + u inputs to u units. The biases become 0, except for those
  /// of an LSTM's forget gate, which become 1 so that the cell remembers at first (Jozefowicz, Zaremba and Sutskever
  /// 2015).
  @Override public void initialise(Initialisation initialisation, RandomStream stream) {
    for (Parameter each : List.of(inputWeights, stateWeights))
      FirstWeights.draw(each.value(), width + trace.units, trace.units, initialisation, stream);
    inputBias.value().fill(0);
    stateBias.value().fill(0);
    if (cell instanceof LstmCell) Arrays.fill(inputBias.value().data(), trace.units, 2 * trace.units, 1);
  }

  @Override public Tensor forward(Tensor x, Mode mode) {
    if (x.cols() != dx.cols())
      throw new IllegalArgumentException("A recurrent layer expects " + trace.steps + " steps of " + width
          + " columns, the batch has " + x.cols() + " columns");
    masks.use(mode, x.rows());
    trace.begin(x.rows());
    int batch = x.rows();
    stepX.resize(trace.steps * batch);
    for (int t = 0; t < trace.steps; t++)
      Rows.copy(x.data(), t * width, x.cols(), stepX.data(), t * batch * width, width, batch, width);
    fromInputs.forward(stepX, batch, GateProduct.ALL, trace.gates, 0);
    if (apart) Kernels.addRowVector(trace.gates, inputBias.value());
    else Kernels.add(inputBias.value(), stateBias.value(), trace.bias);
    for (int t = 0; t < trace.steps; t++) {
      fromState.forward(trace.states, batch, t, trace.fromState, trace.fromStateAt(0, t));
      if (apart) trace.addToGates(t, stateBias.value());
      cell.forward(trace, t, masks.candidate());
      stateZoneout.forward(trace.states, trace, t);
      if (cell.hasMemory()) cellZoneout.forward(trace.cells, trace, t);
    }
    return output();
  }

  private Tensor output() {
    y.resize(trace.rows());
    for (int b = 0; b < y.rows(); b++)
      for (int t = last ? trace.steps - 1 : 0; t < trace.steps; t++) {
        int at = trace.at(b, t + 1), to = outAt(b, t), m = masks.outputs().at(b, t);
        float[] h = trace.states.data(), factors = masks.outputs().values();
        for (int j = 0; j < trace.units; j++) y.data()[to + j] = factors[m + j] * h[at + j];
      }
    return y;
  }

  /// Returns the index of a step of an example in the output.
  private int outAt(int example, int step) { return example * y.cols() + (last ? 0 : step * trace.units); }

  @Override public Tensor backward(Tensor dOut) {
    gradients(dOut);
    int batch = dOut.rows();
    dx.resize(batch);
    fromInputs.beginBackward();
    fromInputs.inputGradient(trace.dGates, batch, GateProduct.ALL, dStepX.resize(trace.steps * batch));
    for (int t = 0; t < trace.steps; t++)
      Rows.copy(dStepX.data(), t * batch * width, width, dx.data(), t * width, dx.cols(), batch, width);
    return dx;
  }

  @Override public void gradients(Tensor dOut) {
    int batch = dOut.rows();
    throughTime(dOut, null);
    fromInputs.weightGradient(stepX, batch, trace.dGates);
    fromState.weightGradient(trace.states, batch, trace.dFromState);
    Kernels.columnSums(trace.dGates, inputBias.gradient());
    if (apart) Kernels.columnSums(trace.dFromState, stateBias.gradient());
    else stateBias.gradient().copyFrom(inputBias.gradient());
  }

  /// Computes the gradients by all gates, from the last step to the first.
  ///
  /// @param seen keeps what a view shows of each step; null in training
  private void throughTime(Tensor dOut, SeenPlaces seen) {
    int batch = dOut.rows();
    trace.beginBackward();
    fromState.beginBackward();
    for (int t = trace.steps - 1; t >= 0; t--) {
      if (!last || t == trace.steps - 1) addOutputGradient(dOut, t);
      if (seen != null) seen.keep(t);
      stateZoneout.backward(trace.dState, t);
      if (cell.hasMemory()) cellZoneout.backward(trace.dCell, t);
      cell.backward(trace, t, masks.candidate());
      if (t == 0) break;
      fromState.inputGradient(trace.dFromState, batch, t, trace.dPrevious);
      Kernels.add(trace.dState, trace.dPrevious, trace.dState);
      stateZoneout.addKept(trace.dState);
      if (cell.hasMemory()) cellZoneout.addKept(trace.dCell);
    }
  }

  private void addOutputGradient(Tensor dOut, int t) {
    float[] d = dOut.data(), dh = trace.dState.data(), factors = masks.outputs().values();
    for (int b = 0; b < dOut.rows(); b++) {
      int from = outAt(b, t), m = masks.outputs().at(b, t);
      for (int j = 0; j < trace.units; j++) dh[b * trace.units + j] += factors[m + j] * d[from + j];
    }
  }

  @Override public boolean isRandom() { return true; }

  /// Training keeps no gradients by single states. If a view is to show them, the way back through time is gone once
  /// more; the gradients of the parameters stay as they are.
  @Override public LayerView view(Passage passed) {
    int rows = passed.y() == null ? 0 : Math.min(passed.examples(), trace.rows());
    Matrix cells = cell.hasMemory() ? trace.afterSteps(trace.cells, rows) : Matrix.EMPTY;
    return new LayerView.Recurrent(trace.steps, trace.units, trace.afterSteps(trace.states, rows), cells,
        places(passed.dOut(), rows));
  }

  private List<StepMask> places(Tensor dOut, int rows) {
    SeenPlaces seen = new SeenPlaces(cell, trace, masks, stepX, rows);
    if (dOut == null) return seen.views();
    seen.beginBackward();
    throughTime(dOut, seen);
    return seen.views(dOut, last, fromInputs, fromState);
  }
}
