package dropoutlab.frame;

import java.util.List;

/// The network on the present batch: input first, output last.
///
/// @param targets  (batch x 1): the class index, or the target in its units
/// @param examples the batch's rows in the training set, in the order of the tables
public record NetworkView(List<LayerView> layers, Table targets, List<Integer> examples) {
  public NetworkView {
    layers = List.copyOf(layers);
    examples = List.copyOf(examples);
  }

  public int batchSize() { return targets.rows(); }
}
