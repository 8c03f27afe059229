package dropoutlab.nn.recurrent;

import dropoutlab.spec.LayerSpec;

/// The elementwise equations of one step of a recurrent layer, after the products with the weights. `a` is the
/// contribution of the inputs to a gate and `s` that of the last state h', both with their biases; d is a mask on the
/// candidate (Semeniuta, Severyn and Barth 2016), 1 where there is none.
public sealed interface Cell permits RnnCell, LstmCell, GruCell {
  static Cell of(LayerSpec.Recurrent.Cell kind) {
    return switch (kind) {
      case RNN -> new RnnCell();
      case LSTM -> new LstmCell();
      case GRU -> new GruCell();
    };
  }

  /// Returns how many gates there are, the candidate among them.
  int gates();

  /// Returns whether there is a memory c besides h.
  default boolean hasMemory() { return false; }

  /// Returns whether the gradients by a and by s differ.
  default boolean stateStandsApart() { return false; }

  /// Computes the new state of one step for all examples, and the new c if there is one.
  void forward(CellTrace trace, int step, SequenceMask candidate);

  /// Overwrites the step's gradients by a and s, from `dState` and `dCell`, the gradients by the new h and c. Turns
  /// these two into the gradients by the last h and c, without the part that goes through s.
  void backward(CellTrace trace, int step, SequenceMask candidate);

  /// Returns which of the gates is the candidate, counted from 0.
  default int candidateGate() { return 2; }

  /// Returns the gradient by the masked candidate of one unit.
  ///
  /// @param gates the index of the example's gates in the step, in `trace.gates`
  /// @param at    the index of the example's values before the step, in `trace.states`
  /// @param dh    the gradient by the new h of the unit
  /// @param dc    the gradient by the new c, where there is one
  float candidateGradient(CellTrace trace, int gates, int at, int unit, float dh, float dc);

  /// Returns the h that one unit would take without zoneout; the parameters are those above. Where there is zoneout,
  /// there is no mask on the candidate.
  float proposedState(CellTrace trace, int gates, int at, int unit);

  /// Returns the c that one unit would take without zoneout.
  default float proposedMemory(CellTrace trace, int gates, int at, int unit) {
    throw new UnsupportedOperationException();
  }
}
