package dropoutlab.frame;

import java.util.List;

/// The network on the present batch.
///
/// @param body     the layers between the inputs and the dense part; empty for a dense network
/// @param layers   the dense part: its input first (the data's inputs, or the output of the body), the output last
/// @param targets  (batch x 1): the class index, or the target in its unit
/// @param fed      the batch as the network received it
/// @param examples the rows of the batch in the training set, in the order of the matrices
public record NetworkView(List<LayerView> body, List<ColumnView> layers, Matrix targets, Fed fed,
                          List<Integer> examples) {
  /// Examples as they went into the network: augmented, and with smoothed or mixed targets. Of many, the first ones.
  ///
  /// @param inputs  (examples x inputs), standardised
  /// @param targets (examples x classes), or one column for two classes or for numbers, which are standardised, or
  ///                as many as inputs where these are reconstructed
  public record Fed(Matrix inputs, Matrix targets) {}

  public NetworkView {
    body = List.copyOf(body);
    layers = List.copyOf(layers);
    examples = List.copyOf(examples);
  }

  /// Makes the view of a network without a body: the first column of neurons is the inputs.
  public NetworkView(List<ColumnView> layers, Matrix targets, List<Integer> examples) {
    this(List.of(), layers, targets, new Fed(layers.getFirst().activations(), Matrix.EMPTY), examples);
  }

  public int batchSize() { return targets.rows(); }

  /// Returns whether the first column of neurons is the data's inputs, and not the output of a body.
  public boolean beginsWithInputs() { return body.isEmpty(); }
}
