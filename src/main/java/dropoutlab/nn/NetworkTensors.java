package dropoutlab.nn;

import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.nn.state.State;
import java.util.List;
import java.util.stream.Stream;

/// All numbers that a network has learnt or gathered: their way out as [Weights] and back.
///
/// @param layers all layers of the network
/// @param denses those among them that are dense, or whose weights are dropped
record NetworkTensors(List<Layer> layers, List<Dense> denses) {
  /// @param rates whether the rates that are learnt are among them
  Weights weights(boolean rates) {
    return new Weights(denses.stream().map(dense -> table(dense.weights().value())).toList(),
        denses.stream().map(dense -> table(dense.biases().value())).toList(),
        extras(rates).map(NetworkTensors::table).toList());
  }

  /// Returns what is kept besides the dense layers' weights, in the order of the layers.
  private Stream<Tensor> extras(boolean rates) {
    List<Parameter> dense = denses.stream().flatMap(each -> each.parameters().stream()).toList();
    return layers.stream().flatMap(layer -> Stream.concat(layer.parameters().stream()
        .filter(parameter -> !dense.contains(parameter) && (rates || !layer.learntRates().contains(parameter)))
        .map(Parameter::value), layer.buffers().stream()));
  }

  void load(Weights weights, boolean rates) {
    if (weights.weights().size() != denses.size() || weights.biases().size() != denses.size())
      throw new IllegalArgumentException("The network has " + denses.size() + " layers of weights, loaded are "
          + weights.weights().size() + " of weights and " + weights.biases().size() + " of biases");
    for (int i = 0; i < denses.size(); i++) {
      load(weights.weights().get(i), denses.get(i).weights().value());
      load(weights.biases().get(i), denses.get(i).biases().value());
    }
    List<Tensor> extras = extras(rates).toList();
    if (weights.body().size() != extras.size())
      throw new IllegalArgumentException("The network's body keeps " + extras.size() + " tensors, loaded are "
          + weights.body().size());
    for (int i = 0; i < extras.size(); i++) load(weights.body().get(i), extras.get(i));
    layers.forEach(Layer::checkBuffers);
  }

  private static void load(Matrix from, Tensor to) {
    if (from.rows() != to.rows() || from.cols() != to.cols())
      throw new IllegalArgumentException("The network's layer is " + to.shape() + ", the weights are " + from);
    from.copyInto(to.data(), 0);
  }

  private static Matrix table(Tensor tensor) {
    return Matrix.copyOf(tensor.data(), tensor.rows(), tensor.cols());
  }

  void keep(State state) {
    for (int i = 0; i < denses.size(); i++) {
      state.tensor("dense." + i + ".weights", denses.get(i).weights().value());
      state.tensor("dense." + i + ".biases", denses.get(i).biases().value());
    }
    List<Tensor> extras = extras(true).toList();
    for (int i = 0; i < extras.size(); i++) state.tensor("body." + i, extras.get(i));
    layers.forEach(Layer::checkBuffers);
  }
}
