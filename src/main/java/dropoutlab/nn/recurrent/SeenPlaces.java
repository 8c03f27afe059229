package dropoutlab.nn.recurrent;

import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.LayerView.StepMask.Place;
import dropoutlab.frame.LayerView.StepMask;
import dropoutlab.frame.Matrix;
import dropoutlab.math.Tensor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What the masks of a recurrent layer did in the last pass, place by place. It is made when someone looks, from what
/// the passes keep anyway; only the gradients by the states of each step must be gathered, on a way back through time
/// that is gone for this alone.
final class SeenPlaces {
  private final Cell cell;
  private final CellTrace trace;
  private final RecurrentMasks masks;
  private final Tensor stepX;
  private final int examples;
  /// The gradients by the new h and c of each step, (steps·batch x u).
  private Tensor dStates, dCells;

  /// One value of a place.
  private interface Value {
    float at(int example, int step, int column);
  }

  /// @param stepX    the inputs, step after step
  /// @param examples the number of examples to show
  SeenPlaces(Cell cell, CellTrace trace, RecurrentMasks masks, Tensor stepX, int examples) {
    this.cell = cell;
    this.trace = trace;
    this.masks = masks;
    this.stepX = stepX;
    this.examples = examples;
  }

  void beginBackward() {
    dStates = new Tensor(trace.steps * trace.rows(), trace.units);
    dCells = new Tensor(trace.steps * trace.rows(), trace.units);
  }

  /// Keeps the gradients by the new h and c of a step.
  void keep(int step) {
    int count = trace.rows() * trace.units;
    System.arraycopy(trace.dState.data(), 0, dStates.data(), step * count, count);
    System.arraycopy(trace.dCell.data(), 0, dCells.data(), step * count, count);
  }

  /// Returns the places where anything is dropped, without gradients.
  List<StepMask> views() { return views(Map.of()); }

  /// Returns these places with their gradients.
  ///
  /// @param dOut the gradient by the output of the layer
  /// @param last whether that is the last state only
  List<StepMask> views(Tensor dOut, boolean last, GateProduct fromInputs, GateProduct fromState) {
    int batch = trace.rows(), units = trace.units, steps = trace.steps;
    Map<Place, Value> gradients = new EnumMap<>(Place.class);
    for (Place place : Place.values()) if (drops(place)) gradients.put(place, switch (place) {
      case INPUTS -> rows(fromInputs.maskedGradient(trace.dGates, batch));
      case STATE -> rows(fromState.maskedGradient(trace.dFromState, batch));
      case CANDIDATE -> (b, t, c) -> cell.candidateGradient(trace, trace.gateAt(b, t), trace.at(b, t), c,
          rows(dStates).at(b, t, c), rows(dCells).at(b, t, c));
      case STATE_ZONEOUT -> rows(dStates);
      case CELL_ZONEOUT -> rows(dCells);
      case OUTPUTS -> (b, t, c) -> !last ? dOut.at(b, t * units + c) : t == steps - 1 ? dOut.at(b, c) : 0;
    });
    return views(gradients);
  }

  /// Reads a tensor of (steps·batch x width), step after step.
  private Value rows(Tensor tensor) { return (b, t, c) -> tensor.at(t * trace.rows() + b, c); }

  /// There is no mask on a memory that the cell does not have.
  private boolean drops(Place place) {
    return masks.at(place).rate().p() > 0 && (place != Place.CELL_ZONEOUT || cell.hasMemory());
  }

  private List<StepMask> views(Map<Place, Value> gradients) {
    List<StepMask> views = new ArrayList<>();
    for (Place place : Place.values()) if (drops(place)) views.add(view(place, gradients.get(place)));
    return views;
  }

  private StepMask view(Place place, Value dAfter) {
    SequenceMask mask = masks.at(place);
    int width = mask.width();
    Value m = mask::factor, y = before(place, mask);
    Value after = switch (place) {
      case INPUTS, STATE, CANDIDATE, OUTPUTS -> times(m, y);
      case STATE_ZONEOUT -> (b, t, c) -> trace.states.data()[trace.at(b, t + 1) + c];
      case CELL_ZONEOUT -> (b, t, c) -> trace.cells.data()[trace.at(b, t + 1) + c];
    };
    boolean backward = dAfter != null;
    return new StepMask(place, width, new Dropped(mask.rate().p(), matrix(width, y),
        mask.random() ? matrix(width, m) : Matrix.EMPTY, matrix(width, after),
        backward ? matrix(width, dAfter) : Matrix.EMPTY, backward ? matrix(width, times(m, dAfter)) : Matrix.EMPTY));
  }

  private Value before(Place place, SequenceMask mask) {
    int units = trace.units;
    float[] states = trace.states.data(), cells = trace.cells.data(), gates = trace.gates.data();
    return switch (place) {
      case INPUTS -> (b, t, c) -> stepX.at(t * trace.rows() + b, c % stepX.cols());
      case STATE -> (b, t, c) -> states[trace.at(b, t) + c % units];
      case CANDIDATE -> (b, t, c) -> gates[trace.gateAt(b, t) + cell.candidateGate() * units + c];
      case STATE_ZONEOUT -> (b, t, c) -> mask.factor(b, t, c) == 1 ? states[trace.at(b, t + 1) + c]
          : cell.proposedState(trace, trace.gateAt(b, t), trace.at(b, t), c);
      case CELL_ZONEOUT -> (b, t, c) -> mask.factor(b, t, c) == 1 ? cells[trace.at(b, t + 1) + c]
          : cell.proposedMemory(trace, trace.gateAt(b, t), trace.at(b, t), c);
      case OUTPUTS -> (b, t, c) -> states[trace.at(b, t + 1) + c];
    };
  }

  private static Value times(Value m, Value y) { return (b, t, c) -> m.at(b, t, c) * y.at(b, t, c); }

  private Matrix matrix(int width, Value value) {
    float[] values = new float[examples * trace.steps * width];
    int i = 0;
    for (int b = 0; b < examples; b++)
      for (int t = 0; t < trace.steps; t++)
        for (int c = 0; c < width; c++) values[i++] = value.at(b, t, c);
    return Matrix.copyOf(values, examples, trace.steps * width);
  }
}
