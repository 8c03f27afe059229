package dropoutlab.nn;

import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Weights;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.build.DropoutLayers;
import dropoutlab.nn.build.LayerBuilder;
import dropoutlab.nn.build.NetworkSize;
import dropoutlab.nn.dropout.ConcreteDropout;
import dropoutlab.nn.dropout.DropoutLayer;
import dropoutlab.nn.dropout.UnitDropout;
import dropoutlab.nn.dropout.WeightDropout;
import dropoutlab.nn.layer.Activate;
import dropoutlab.nn.layer.Chain;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.nn.layer.Passage;
import dropoutlab.nn.state.State;
import dropoutlab.spec.NetworkSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/// A network: `input → dropout → body → (dense → activation → dropout)* → dense → output`. The output is linear: logits
/// for classes, values for regression.
///
/// A network owns its buffers and is used by one thread. Other threads receive a copy of its [Weights].
public final class Network {
  /// The random streams of the body's layers are numbered from here, those of the dense part from 0.
  static final int BODY = 1000;
  /// The number of examples that go through the network at a time where nothing is learnt.
  public static final int INFERENCE_ROWS = 512;

  private final List<Layer> layers = new ArrayList<>();
  private final Chain chain;
  /// The indices in `layers`: the end of the body, and the dropout layers.
  private final int bodyEnd;
  private final List<Integer> dropoutAt = new ArrayList<>();
  private final List<Dense> denses = new ArrayList<>();
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<DropRate> bodyRates = new ArrayList<>();
  private final NetworkTensors tensors = new NetworkTensors(layers, denses);
  /// The random streams of the layers, by the numbers under which they were asked for.
  private final SortedMap<Integer, RandomStream> streams = new TreeMap<>();

  /// Makes a network with all weights 0.
  ///
  /// @param inputs the shape in which the input columns are read
  /// @param masks  returns the random stream of each dropout layer by its index: 0 for the input, from 1 on for the
  ///               hidden layers, from 1000 on for the body
  public Network(NetworkSpec spec, Shape inputs, int outputs, IntFunction<RandomStream> masks) {
    NetworkSize.of(spec, inputs, outputs);
    List<Shape> shapes = new ArrayList<>(List.of(inputs));
    IntFunction<RandomStream> drawn = layer -> streams.computeIfAbsent(layer, masks::apply);
    addDropout(DropoutLayers.input(spec.inputDrop(), inputs.size(), drawn.apply(0)));
    LayerBuilder builder = new LayerBuilder(drawn, BODY);
    for (LayerBuilder.Built built : builder.all(spec.body(), inputs)) {
      layers.add(built.layer());
      shapes.add(built.shape());
    }
    bodyEnd = layers.size();
    bodyRates.addAll(builder.rates());
    int in = shapes.getLast().size();
    for (NetworkSpec.HiddenLayer hidden : spec.hidden()) {
      addHidden(hidden, new Dense(in, hidden.units()), drawn.apply(dropoutAt.size()));
      in = hidden.units();
      while (shapes.size() < layers.size()) shapes.add(Shape.vector(in));
    }
    Dense last = new Dense(in, outputs);
    denses.add(last);
    layers.add(last);
    shapes.add(Shape.vector(outputs));
    for (int i = 1; i < dropoutAt.size(); i++)
      if (dropouts().get(i) instanceof ConcreteDropout concrete) concrete.feeds(denses.get(i).weights());
    chain = new Chain(layers, shapes);
    collectParameters();
  }

  /// Shares the weights of `other`; see [#sharing].
  private Network(Network other) {
    chain = other.chain.sharing();
    layers.addAll(chain.layers());
    bodyEnd = other.bodyEnd;
    dropoutAt.addAll(other.dropoutAt);
    denses.addAll(other.denses);
    collectParameters();
  }

  /// Returns a network for inference on the same weights, with buffers of its own. Using it leaves the last batch of
  /// this network, its masks included, as it was.
  public Network sharing() {
    return new Network(this);
  }

  /// Adds dense, activation and dropout; where weights are dropped, one layer does the work of all three.
  private void addHidden(NetworkSpec.HiddenLayer spec, Dense dense, RandomStream masks) {
    Activate activate = new Activate(spec.activation(), spec.units());
    DropoutLayer dropout = DropoutLayers.hidden(spec, dense, activate, masks);
    denses.add(dense);
    if (!(dropout instanceof WeightDropout)) {
      layers.add(dense);
      layers.add(activate);
    }
    addDropout(dropout);
  }

  private void addDropout(DropoutLayer dropout) {
    dropoutAt.add(layers.size());
    layers.add(dropout);
  }

  private List<Layer> body() { return layers.subList(1, bodyEnd); }

  private void collectParameters() {
    layers.forEach(layer -> parameters.addAll(layer.parameters()));
  }

  /// Draws the first weights. The same seed and shape give the same weights, whatever the drop rates are.
  public void initialise(NetworkSpec spec, long seed) {
    for (int i = 0; i < denses.size(); i++)
      denses.get(i).initialise(spec.initialisation(), RandomStream.of(seed, RandomStream.Purpose.WEIGHTS, i));
    for (int i = 0; i < body().size(); i++)
      body().get(i).initialise(spec.initialisation(), RandomStream.of(seed, RandomStream.Purpose.WEIGHTS, BODY + i));
  }

  /// Computes the outputs. `x` is (batch x inputs), is not modified, and must stay unchanged until [#backward]. Returns
  /// the network's own (batch x outputs) buffer.
  public Tensor forward(Tensor x, Mode mode) {
    return chain.forward(x, mode);
  }

  /// Overwrites the gradients of all parameters. `dOut`, (batch x outputs), is the gradient of the loss by the last
  /// output.
  public void backward(Tensor dOut) {
    // Layer 0 drops inputs: it has no parameters, and the gradient by the data is not needed.
    chain.gradients(dOut, 1);
  }

  /// Does what [#backward] does, and computes the gradient by the data too, so that it can be looked at.
  public void backwardToInputs(Tensor dOut) { chain.backward(dOut); }

  /// Computes the outputs for any number of rows with masks off, slice by slice; `out` is overwritten. The layers'
  /// buffers are used for this, so that a backward pass before the next [#forward] would belong to the last slice.
  public void infer(Tensor x, Tensor out) {
    eachSlice(x, Mode.INFERENCE, out);
  }

  /// Computes the outputs of one pass as [#infer] does, with newly held masks or with fresh masks for every row.
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

  /// Returns passes over the same inputs, (n x inputs). Together they cost less than as many calls of [#pass].
  public Passes passes(Tensor x, Mode mode) { return passes(x, mode, Passes.MOST_VALUES); }

  Passes passes(Tensor x, Mode mode, int mostValues) { return Passes.of(this, layers, x, mode, mostValues); }

  /// Draws the masks that `HELD` passes use from now on.
  public void holdNewMasks() {
    layers.forEach(Layer::holdNewMask);
  }

  /// Returns all drop rates that were set, in the order of the layers, without the rates that are learnt.
  public List<DropRate> dropRates() { return layers.stream().flatMap(layer -> layer.dropRates().stream()).toList(); }

  /// Returns the drop rates of the body, in the order of [NetworkSpec#dropRates].
  public List<DropRate> bodyRates() { return bodyRates; }

  public List<Parameter> parameters() { return parameters; }

  /// Returns the dense layers: the hidden ones in order, then the output layer.
  public List<Dense> denses() { return denses; }

  /// Returns the dropout layers: that of the input first, then one per hidden layer.
  public List<DropoutLayer> dropouts() { return dropoutAt.stream().map(at -> (DropoutLayer) layers.get(at)).toList(); }

  /// Returns how many values all layers of the body put out for one example.
  public long bodyValues() { return chain.values(1, bodyEnd); }

  /// Returns the views of the body's layers on the last batch; see [Chain#views].
  public List<LayerView> body(int examples, boolean gradients) { return chain.views(1, bodyEnd, examples, gradients); }

  /// Returns what dropout layer `index` did to the last batch.
  ///
  /// @param gradients whether the last backward pass belongs to this batch; for layer 0, which drops inputs, it must be
  ///                  [#backwardToInputs]
  public Dropped dropped(int index, boolean gradients) {
    return dropouts().get(index).dropped(chain.passage(dropoutAt.get(index), Integer.MAX_VALUE, gradients));
  }

  /// Returns the input of the dense part, (batch x values): the masked inputs, or the output of the body; with the
  /// gradient by it.
  public Dropped denseInputs(boolean gradients) {
    Passage passed = chain.passage(bodyEnd - 1, Integer.MAX_VALUE, gradients);
    return Dropped.none(passed.values(), passed.table(passed.dOut()));
  }

  /// Returns the views of all layers on the last batch: the dropout of the inputs first, the output layer last.
  public List<LayerView> views(int examples) { return chain.views(0, layers.size(), examples, false); }

  /// Returns the last mask of dropout layer `index`, (batch x units); no rows if nothing was dropped.
  public Tensor mask(int index) { return dropouts().get(index).mask(); }

  /// Returns the factors of `HELD` passes on the units of dropout layer `index`, (1 x units); no rows if nothing is
  /// dropped, or if the layer drops weights.
  public Tensor heldMask(int index) {
    DropoutLayer layer = dropouts().get(index);
    return layer.p() > 0 && layer instanceof UnitDropout noise ? noise.heldMask() : new Tensor(0, 1);
  }

  /// Returns the last output, (batch x outputs); null before the first forward pass.
  public Tensor output() { return chain.output(); }

  public int outputs() { return denses.getLast().units(); }

  /// Returns an immutable copy of all weights.
  public Weights weights() { return tensors.weights(true); }

  /// Returns the weights for a network that has the same layers but learns no drop rates.
  public Weights weightsWithoutRates() { return tensors.weights(false); }

  /// Overwrites all weights. Throws an [IllegalArgumentException] if they do not fit or hold impossible values.
  public void load(Weights weights) { tensors.load(weights, true); }

  /// Loads weights as [#load] does, from a network that learns no drop rates; the rates that this network learns stay
  /// as they are.
  public void loadKeepingRates(Weights weights) { tensors.load(weights, false); }

  /// Names what the network remembers between two steps: its weights, and where its random streams are. A layer can
  /// remember nothing else.
  public void keep(State state) {
    tensors.keep(state);
    streams.forEach((layer, stream) -> state.stream("stream." + layer, stream));
  }

  /// Returns whether all parameters and all gathered statistics are still finite.
  public boolean allFinite() {
    for (Parameter each : parameters) if (!each.value().allFinite()) return false;
    for (Layer layer : layers)
      for (Tensor each : layer.buffers()) if (!each.allFinite()) return false;
    return true;
  }
}
