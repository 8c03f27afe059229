package dropoutlab.nn.recurrent;

import dropoutlab.spec.LayerSpec;

/// The equations of one step of a recurrent layer, elementwise: the products with the weights have been made. `a` is
/// what the inputs give a gate, `s` what the last state h' gives it, both with their biases; d is a mask on the
/// candidate (Semeniuta, Severyn and Barth 2016), 1 where there is none.
public sealed interface Cell permits RnnCell, LstmCell, GruCell {
  static Cell of(LayerSpec.Recurrent.Cell kind) {
    return switch (kind) {
      case RNN -> new RnnCell();
      case LSTM -> new LstmCell();
      case GRU -> new GruCell();
    };
  }

  /// How many gates there are, the candidate among them.
  int gates();

  /// Whether there is a c beside h.
  default boolean hasMemory() { return false; }

  /// Whether the gradients by a and by s differ.
  default boolean stateStandsApart() { return false; }

  /// Computes the new state, and c where there is one, of one step of all examples.
  void forward(CellTrace trace, int step, SequenceMask candidate);

  /// Overwrites the step's gradients by a and s, from `dState` (and `dCell`), the gradients by the new state. Those two
  /// become the gradients by the last state as far as they do not go through s.
  void backward(CellTrace trace, int step, SequenceMask candidate);
}
