package dropoutlab.frame;

import dropoutlab.math.Shape;
import java.util.List;
import java.util.Optional;

/// What a layer of a network's body did to the present batch. Tables have a row an example, of as many examples as the
/// frame has room for; a row is read in the layer's shape.
public sealed interface LayerView {
  /// What kind of layer it is.
  Kind kind();

  /// What the layer gave out, (examples x values).
  Matrix values();

  enum Kind {
    RESHAPE, CONVOLUTION, POOLING, ACTIVATION, DENSE, DROPOUT, SPATIAL_DROPOUT, DROP_BLOCK, BATCH_NORM, LAYER_NORM,
    RESIDUAL, LAYER_DROP, EMBEDDING, RECURRENT, TIME_POOL, POSITION, ATTENTION, ENCODER
  }

  /// The view of a layer whose values are all there is to see, by the shape of what it gives out.
  static LayerView of(Kind kind, Shape shape, Matrix values, Optional<Dropped> dropped) {
    if (shape.maps() > 1) return new Maps(kind, shape.maps(), shape.rows(), shape.cols(), values, dropped);
    if (shape.rows() > 1) return new Sequence(kind, shape.rows(), shape.cols(), values, dropped);
    return new Units(kind, values, dropped);
  }

  /// What dropout did where a layer drops: `ỹ = m y`. Tables are (examples x values); those of the gradients are empty
  /// until the backward half-step has been made.
  ///
  /// @param p      the drop rate in force
  /// @param before y
  /// @param factors m; empty where nothing was drawn
  /// @param gradientAfter  ∂L/∂ỹ, of the mean loss over the batch
  /// @param gradientBefore ∂L/∂y
  record Dropped(double p, Matrix before, Matrix factors, Matrix gradientAfter, Matrix gradientBefore) {}

  /// A vector of units.
  record Units(Kind kind, Matrix values, Optional<Dropped> dropped) implements LayerView {}

  /// `maps` x `rows` x `columns`.
  record Maps(Kind kind, int maps, int rows, int columns, Matrix values, Optional<Dropped> dropped)
      implements LayerView {}

  /// `steps` x `features`.
  record Sequence(Kind kind, int steps, int features, Matrix values, Optional<Dropped> dropped) implements LayerView {}

  /// Words as vectors: `values` are (examples x steps width).
  ///
  /// @param words   (examples x steps): their indices
  /// @param p       the rate at which word types are dropped
  /// @param factors (examples x steps): what each word was multiplied by; empty where nothing was drawn
  record Embedding(int steps, int width, Matrix words, double p, Matrix factors, Matrix values) implements LayerView {
    @Override public Kind kind() { return Kind.EMBEDDING; }
  }

  /// A recurrent layer: `values` are the states of all steps, (examples x steps units), before the mask on what is given
  /// out.
  ///
  /// @param cells  an LSTM's memory in the same form, else empty
  /// @param masks  of the places where it drops
  record Recurrent(int steps, int units, Matrix values, Matrix cells, List<StepMask> masks) implements LayerView {
    public Recurrent { masks = List.copyOf(masks); }

    @Override public Kind kind() { return Kind.RECURRENT; }
  }

  /// The mask of one place of a recurrent layer.
  ///
  /// @param width   columns of a step; where each gate has a mask of its own, those of all gates side by side
  /// @param factors (examples x steps width), a mask that is drawn once a sequence repeated at every step; empty where
  ///                nothing was drawn
  record StepMask(Place place, double p, int width, Matrix factors) {
    /// `..._ZONEOUT`: a factor 0 keeps the last value. The others multiply.
    public enum Place { INPUTS, STATE, CANDIDATE, STATE_ZONEOUT, CELL_ZONEOUT, OUTPUTS }
  }

  /// Attention of `heads` heads over `steps` steps.
  ///
  /// @param probabilities (examples x heads steps steps): a row a query, which sums to 1 before dropout
  /// @param dropped       on the probabilities
  record Attention(int heads, int steps, Matrix probabilities, Dropped dropped, Matrix values) implements LayerView {
    @Override public Kind kind() { return Kind.ATTENTION; }
  }

  /// Layers that are left out together, or not.
  ///
  /// @param p      the rate at which the block is left out
  /// @param kept   (examples x 1): what the block was multiplied by, 0 where it was left out
  /// @param inside its layers in their order; those of a block that was left out for the whole batch show the last batch
  ///               that went through it
  record Block(Kind kind, double p, Matrix kept, List<LayerView> inside, Matrix values) implements LayerView {
    public Block { inside = List.copyOf(inside); }
  }
}
