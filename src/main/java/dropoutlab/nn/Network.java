package dropoutlab.nn;

import dropoutlab.frame.Table;
import dropoutlab.frame.Weights;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.spec.NetworkSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// A dense network with dropout: `input → dropout → (dense → activation → dropout)* → dense → output`.
/// The output is linear: logits for classes, values for regression.
///
/// A network owns its buffers and is used by one thread. Others get a copy of its [Weights].
public final class Network {
  private static final int INFERENCE_ROWS = 512;

  private final List<Layer> layers = new ArrayList<>();
  private final List<Dense> denses = new ArrayList<>();
  private final List<Activate> activations = new ArrayList<>();
  private final List<Dropout> dropouts = new ArrayList<>();
  private final List<Parameter> parameters = new ArrayList<>();
  private Tensor output;

  /// A network with weights 0.
  ///
  /// @param masks the random stream of each dropout layer, by its index: 0 is the input's, 1 the first hidden layer's
  public Network(NetworkSpec spec, int inputs, int outputs, IntFunction<RandomStream> masks) {
    addDropout(spec.inputDrop(), inputs, masks);
    int in = inputs;
    for (NetworkSpec.HiddenLayer hidden : spec.hidden()) {
      addDense(new Dense(in, hidden.units()));
      Activate activate = new Activate(hidden.activation(), hidden.units());
      activations.add(activate);
      layers.add(activate);
      addDropout(hidden.drop(), hidden.units(), masks);
      in = hidden.units();
    }
    addDense(new Dense(in, outputs));
    layers.forEach(layer -> parameters.addAll(layer.parameters()));
  }

  /// Shares the weights of `other`; see [#sharing].
  private Network(Network other) {
    for (int i = 0; i < other.denses.size(); i++) {
      addDense(other.denses.get(i).sharing());
      if (i == other.activations.size()) break;
      Activate activate = new Activate(other.activations.get(i).activation(), denses.getLast().units());
      activations.add(activate);
      layers.add(activate);
    }
    layers.forEach(layer -> parameters.addAll(layer.parameters()));
  }

  /// A network for inference on the same weights, with buffers of its own: using it leaves the last batch of this one,
  /// its masks included, as they were. It has no dropout layers.
  public Network sharing() {
    return new Network(this);
  }

  private void addDense(Dense dense) {
    denses.add(dense);
    layers.add(dense);
  }

  private void addDropout(double p, int units, IntFunction<RandomStream> masks) {
    Dropout dropout = new Dropout(p, units, masks.apply(dropouts.size()));
    dropouts.add(dropout);
    layers.add(dropout);
  }

  /// Draws the first weights; the same seed and shape give the same weights, whatever the drop rates are.
  public void initialise(NetworkSpec spec, long seed) {
    for (int i = 0; i < denses.size(); i++)
      denses.get(i).initialise(spec.initialisation(), RandomStream.of(seed, RandomStream.Purpose.WEIGHTS, i));
  }

  /// `x` is (batch x inputs), not modified, and must stay unchanged until [#backward].
  /// Returns the network's own (batch x outputs) buffer.
  public Tensor forward(Tensor x, Mode mode) {
    Tensor value = x;
    for (Layer layer : layers) value = layer.forward(value, mode);
    return output = value;
  }

  /// `dOut` is the gradient of the loss by the last output. Fills the gradients of all parameters.
  public void backward(Tensor dOut) {
    Tensor d = dOut;
    for (int i = layers.size() - 1; i > 1; i--) d = layers.get(i).backward(d);
    denses.getFirst().gradients(d);
  }

  /// The outputs for any number of rows, masks off, computed a slice at a time; `out` is overwritten. The layers'
  /// buffers serve this too: a backward pass before the next [#forward] would belong to the last slice.
  public void infer(Tensor x, Tensor out) {
    eachSlice(x, Mode.INFERENCE, out);
  }

  /// As [#infer], in one pass with the masks that are held, or with fresh masks for every row.
  public void pass(Tensor x, Mode mode, Tensor out) {
    if (mode == Mode.HELD) holdNewMasks();
    eachSlice(x, mode, out);
  }

  private void eachSlice(Tensor x, Mode mode, Tensor out) {
    if (out.cols() != outputs())
      throw new IllegalArgumentException("The network has " + outputs() + " outputs, the result " + out.cols());
    out.resize(x.rows());
    if (x.rows() <= INFERENCE_ROWS) {
      out.copyFrom(forward(x, mode));
      return;
    }
    Tensor slice = new Tensor(INFERENCE_ROWS, x.cols());
    for (int from = 0; from < x.rows(); from += INFERENCE_ROWS) {
      int rows = Math.min(INFERENCE_ROWS, x.rows() - from);
      System.arraycopy(x.data(), from * x.cols(), slice.resize(rows).data(), 0, rows * x.cols());
      Tensor result = forward(slice, mode);
      System.arraycopy(result.data(), 0, out.data(), from * out.cols(), rows * out.cols());
    }
  }

  /// Draws the masks that `HELD` passes use from now on.
  public void holdNewMasks() {
    dropouts.forEach(Dropout::holdNewMask);
  }

  public List<Parameter> parameters() { return parameters; }

  /// The layers with weights: hidden ones in order, then the output layer.
  public List<Dense> denses() { return denses; }

  /// The dropout layers: the input's first, then each hidden layer's.
  public List<Dropout> dropouts() { return dropouts; }

  /// The last activations of hidden layer `index` (0 is the first) before the mask, (batch x units).
  public Tensor activations(int index) { return activations.get(index).output(); }

  /// The last mask of dropout layer `index`, (batch x units); no rows when nothing was dropped.
  public Tensor mask(int index) { return dropouts.get(index).mask(); }

  /// The last output, (batch x outputs); null before the first forward pass.
  public Tensor output() { return output; }

  public int inputs() { return denses.getFirst().in(); }

  public int outputs() { return denses.getLast().units(); }

  /// An immutable copy of all weights.
  public Weights weights() {
    return new Weights(denses.stream().map(dense -> table(dense.weights().value())).toList(),
        denses.stream().map(dense -> table(dense.biases().value())).toList());
  }

  /// Overwrites all weights.
  public void load(Weights weights) {
    if (weights.weights().size() != denses.size() || weights.biases().size() != denses.size())
      throw new IllegalArgumentException("The network has " + denses.size() + " layers of weights, loaded are "
          + weights.weights().size() + " of weights and " + weights.biases().size() + " of biases");
    for (int i = 0; i < denses.size(); i++) {
      load(weights.weights().get(i), denses.get(i).weights().value());
      load(weights.biases().get(i), denses.get(i).biases().value());
    }
  }

  private static void load(Table from, Tensor to) {
    if (from.rows() != to.rows() || from.cols() != to.cols())
      throw new IllegalArgumentException("The network's layer is " + to.shape() + ", the weights are " + from);
    from.copyInto(to.data(), 0);
  }

  private static Table table(Tensor tensor) {
    return Table.copyOf(tensor.data(), tensor.rows(), tensor.cols());
  }

  public boolean allFinite() {
    return parameters.stream().allMatch(parameter -> parameter.value().allFinite());
  }
}
