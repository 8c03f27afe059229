package dropoutlab.frame;

import dropoutlab.math.Shape;
import java.util.List;
import java.util.Optional;

/// What a layer of a network's body did to the present batch. Matrices have one row per example, for as many examples
/// as the frame has room for; a row is read in the shape of the layer.
public sealed interface LayerView {
  /// Returns the kind of the layer.
  Kind kind();

  /// Returns the output of the layer, (examples x values).
  Matrix values();

  enum Kind {
    RESHAPE, CONVOLUTION, POOLING, ACTIVATION, DENSE, DROPOUT, SPATIAL_DROPOUT, DROP_BLOCK, BATCH_NORM, LAYER_NORM,
    RESIDUAL, LAYER_DROP, EMBEDDING, RECURRENT, TIME_POOL, POSITION, ATTENTION, ENCODER
  }

  /// Makes the view of a layer that shows its values only, by the shape of its output.
  static LayerView of(Kind kind, Shape shape, Matrix values, Optional<Dropped> dropped) {
    if (shape.maps() > 1) return new Maps(kind, shape.maps(), shape.rows(), shape.cols(), values, dropped);
    if (shape.rows() > 1) return new Sequence(kind, shape.rows(), shape.cols(), values, dropped);
    return new Units(kind, values, dropped);
  }

  /// What dropout did, if a layer drops: `ỹ = m y`. Matrices are (examples x values); those of the gradients are empty
  /// until the backward half-step has been taken.
  ///
  /// @param p              the drop rate in force
  /// @param before         y
  /// @param factors        m; empty if nothing was drawn
  /// @param gradientAfter  ∂L/∂ỹ, where L is the mean loss over the batch
  /// @param gradientBefore ∂L/∂y
  record Dropped(double p, Matrix before, Matrix factors, Matrix gradientAfter, Matrix gradientBefore) {}

  /// A vector of units.
  record Units(Kind kind, Matrix values, Optional<Dropped> dropped) implements LayerView {}

  /// Maps: `maps` x `rows` x `columns` values per example.
  record Maps(Kind kind, int maps, int rows, int columns, Matrix values, Optional<Dropped> dropped)
      implements LayerView {}

  /// A sequence: `steps` x `features` values per example.
  record Sequence(Kind kind, int steps, int features, Matrix values, Optional<Dropped> dropped) implements LayerView {}

  /// Words as vectors: `values` are (examples x steps width).
  ///
  /// @param words   (examples x steps): the indices of the words
  /// @param p       the rate at which word types are dropped
  /// @param factors (examples x steps): the factor of each word; empty if nothing was drawn
  record Embedding(int steps, int width, Matrix words, double p, Matrix factors, Matrix values) implements LayerView {
    @Override public Kind kind() { return Kind.EMBEDDING; }
  }

  /// A recurrent layer: `values` are the states of all steps, (examples x steps units), before the mask on the output.
  ///
  /// @param cells an LSTM's memory in the same form, else empty
  /// @param masks the masks of the places where the layer drops
  record Recurrent(int steps, int units, Matrix values, Matrix cells, List<StepMask> masks) implements LayerView {
    public Recurrent { masks = List.copyOf(masks); }

    @Override public Kind kind() { return Kind.RECURRENT; }
  }

  /// The mask of one place of a recurrent layer.
  ///
  /// @param width   the number of columns per step; if each gate has a mask of its own, those of all gates are side by
  ///                side
  /// @param factors (examples x steps width); a mask that is drawn once per sequence is repeated at every step; empty
  ///                if nothing was drawn
  record StepMask(Place place, double p, int width, Matrix factors) {
    /// At the places `..._ZONEOUT` a factor 0 keeps the last value. At the others the factor multiplies.
    public enum Place { INPUTS, STATE, CANDIDATE, STATE_ZONEOUT, CELL_ZONEOUT, OUTPUTS }
  }

  /// Attention of `heads` heads over `steps` steps.
  ///
  /// @param probabilities (examples x heads steps steps): one row per query, which sums to 1 before dropout
  /// @param dropped       the dropout on the probabilities
  record Attention(int heads, int steps, Matrix probabilities, Dropped dropped, Matrix values) implements LayerView {
    @Override public Kind kind() { return Kind.ATTENTION; }
  }

  /// Layers that are kept or skipped together.
  ///
  /// @param p      the rate at which the block is skipped
  /// @param kept   (examples x 1): the factor of the block, 0 where it was skipped
  /// @param inside the layers of the block in their order; if the block was skipped for the whole batch, they show the
  ///               last batch that went through it
  record Block(Kind kind, double p, Matrix kept, List<LayerView> inside, Matrix values) implements LayerView {
    public Block { inside = List.copyOf(inside); }
  }
}
