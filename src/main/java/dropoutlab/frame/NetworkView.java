package dropoutlab.frame;

import java.util.List;

/// The network on the present batch.
///
/// @param body     the layers between the inputs and the dense part; empty for a dense network
/// @param layers   the dense part: what enters it first (the inputs, or what the body gives out), the output last
/// @param targets  (batch x 1): the class index, or the target in its units
/// @param examples the batch's rows in the training set, in the order of the tables
public record NetworkView(List<LayerView> body, List<ColumnView> layers, Matrix targets, List<Integer> examples) {
  public NetworkView {
    body = List.copyOf(body);
    layers = List.copyOf(layers);
    examples = List.copyOf(examples);
  }

  /// A network without a body: the first column of neurons is the inputs.
  public NetworkView(List<ColumnView> layers, Matrix targets, List<Integer> examples) {
    this(List.of(), layers, targets, examples);
  }

  public int batchSize() { return targets.rows(); }

  /// Whether the first column of neurons is the data's inputs, and not what a body makes of them.
  public boolean beginsWithInputs() { return body.isEmpty(); }
}
