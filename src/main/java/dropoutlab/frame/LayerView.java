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

  /// What dropout did: `ỹ = m y`, and on the way back `∂L/∂y = m ∂L/∂ỹ`. Where a method adds something to m y (alpha
  /// dropout, zoneout, LayerDrop), ỹ tells the sum; where a value has other ways to the loss too, its gradient is that
  /// of the way through the mask. Matrices are (examples x values); those of the gradients are empty until the backward
  /// half-step has been taken.
  ///
  /// @param p              the drop rate in force
  /// @param before         y; empty if it was not computed
  /// @param factors        m; empty if nothing was drawn
  /// @param after          ỹ
  /// @param gradientAfter  ∂L/∂ỹ, where L is the mean loss over the batch
  /// @param gradientBefore ∂L/∂y
  record Dropped(double p, Matrix before, Matrix factors, Matrix after, Matrix gradientAfter, Matrix gradientBefore) {
    /// Shows values of which nothing is dropped.
    public static Dropped none(Matrix values) { return none(values, Matrix.EMPTY); }

    /// @param gradient the gradient by the values; empty if there is none
    public static Dropped none(Matrix values, Matrix gradient) {
      return new Dropped(0, values, Matrix.EMPTY, values, gradient, gradient);
    }
  }

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
  /// @param factors (examples x steps): the factor of each word; empty if nothing was drawn
  /// @param dropped the same for each value. What is shown before the mask are the vectors as they are now: once the
  ///                weights have been updated, these are the new ones
  record Embedding(int steps, int width, Matrix words, Matrix factors, Dropped dropped, Matrix values)
      implements LayerView {
    @Override public Kind kind() { return Kind.EMBEDDING; }

    /// Returns the rate at which word types are dropped.
    public double p() { return dropped.p(); }
  }

  /// A recurrent layer: `values` are the states of all steps, (examples x steps units), before the mask on the output.
  ///
  /// @param cells an LSTM's memory in the same form, else empty
  /// @param masks the masks of the places where the layer drops
  record Recurrent(int steps, int units, Matrix values, Matrix cells, List<StepMask> masks) implements LayerView {
    public Recurrent { masks = List.copyOf(masks); }

    @Override public Kind kind() { return Kind.RECURRENT; }

    /// Returns the value that zoneout keeps where a factor is 0: the one after the step before, 0 at the first step.
    ///
    /// @param at the column of the present value in [#values], and in [#cells] at `CELL_ZONEOUT`
    public double last(StepMask.Place place, int example, int at) {
      return at < units ? 0 : (place == StepMask.Place.CELL_ZONEOUT ? cells : values).at(example, at - units);
    }
  }

  /// The mask of one place of a recurrent layer, and what it did. A mask that is drawn once per sequence is repeated at
  /// every step. What stands before the mask, y, depends on the place:
  ///
  /// - `INPUTS`: the inputs of the step; `STATE`: the state after the step before, as the gates read it
  /// - `CANDIDATE`: the candidate of the cell
  /// - `STATE_ZONEOUT`, `CELL_ZONEOUT`: the new value that the cell proposes. A factor 0 keeps the last value instead
  ///   (see [Recurrent#last]): `ỹ = m y + (1 - m) last`
  /// - `OUTPUTS`: the states as the next layer reads them; a layer that puts out its last state only has no gradient at
  ///   the steps before
  ///
  /// @param width   the number of columns per step; if each gate has a mask of its own, those of all gates are side by
  ///                side
  /// @param dropped matrices of (examples x steps width)
  record StepMask(Place place, int width, Dropped dropped) {
    public enum Place { INPUTS, STATE, CANDIDATE, STATE_ZONEOUT, CELL_ZONEOUT, OUTPUTS }

    public double p() { return dropped.p(); }

    public Matrix factors() { return dropped.factors(); }
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
  /// @param branch what the factor (at inference, the constant one) did to the output of the block's layers, f(x),
  ///               which is not computed if the block was skipped for the whole batch. A residual block adds ỹ to its
  ///               input x; with LayerDrop, ỹ is the output: f(x), or x where the block was skipped. Empty for a block
  ///               that is never skipped
  record Block(Kind kind, double p, Matrix kept, List<LayerView> inside, Optional<Dropped> branch, Matrix values)
      implements LayerView {
    public Block { inside = List.copyOf(inside); }
  }
}
