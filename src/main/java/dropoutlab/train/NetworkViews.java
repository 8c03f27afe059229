package dropoutlab.train;

import dropoutlab.data.Schema;
import dropoutlab.data.TargetUnit;
import dropoutlab.frame.ColumnView;
import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NetworkView;
import dropoutlab.frame.Phase;
import dropoutlab.frame.Weights;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import dropoutlab.nn.Network;
import dropoutlab.nn.dropout.DropoutLayer;
import dropoutlab.nn.dropout.WeightDropout;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.Activation;
import dropoutlab.spec.Beside;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Pin;
import dropoutlab.spec.Task;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// Copies what networks did to the present batch into immutable views. Nothing of the twin is ever dropped, and so it
/// has no view.
final class NetworkViews {
  /// Layers with more weights than this are not drawn edge by edge, and so their weights are not copied.
  private static final int DRAWABLE_WEIGHTS = 4096;
  /// The greatest number of values that a view holds of a body's layers, over all examples shown: 2 MiB.
  private static final long SHOWN_VALUES = 1 << 19;
  /// The greatest number of factors that a view holds of a layer's weights, over all examples shown.
  private static final int SHOWN_FACTORS = 1 << 16;

  private final TrainingSession session;
  private final Schema schema;

  NetworkViews(TrainingSession session) {
    this.session = session;
    schema = session.data().schema();
  }

  /// Returns the view of a network as its last pass left it.
  Optional<NetworkView> present(Learner learner) {
    return view(learner, learner.network(), session.progress().phase() == Phase.BACKWARD);
  }

  /// Returns the view of a copy of a network with other weights, masks off.
  Optional<NetworkView> unmasked(Learner learner, Weights weights) {
    if (learner.is(Beside.TWIN)) return Optional.empty();
    return view(learner, passed(learner, weights, _ -> null), false);
  }

  /// Returns the view of a copy of a network after a training pass with masks of its own.
  ///
  /// @param place the place of the network among those that learn side by side
  /// @param draw  the number of the draw; together with the seed it decides the masks
  Optional<NetworkView> redrawn(int place, Weights weights, long draw) {
    Learner learner = session.learners().all().get(place);
    if (learner.is(Beside.TWIN)) return Optional.empty();
    long seed = RandomStream.of(session.experiment().seed(), Purpose.LOOKING, Long.hashCode(draw)).nextLong();
    // A block that is skipped shows its last pass: the one with masks off.
    Network copy = passed(learner, weights, layer -> RandomStream.of(seed, Purpose.LOOKING,
        layer + Learner.STREAMS * place));
    for (int i = 0; i < copy.dropouts().size(); i++) pin(copy.dropouts().get(i), learner.network().dropouts().get(i));
    copy.forward(learner.feed().x(), Mode.TRAIN);
    return view(learner, copy, false);
  }

  private static void pin(DropoutLayer copy, DropoutLayer from) {
    if (!from.hasPins()) return;
    for (int unit = 0; unit < from.mask().cols(); unit++) copy.setPin(unit, from.pin(unit));
  }

  /// Returns a copy of the network through which the present batch has gone with masks off.
  private Network passed(Learner learner, Weights weights, IntFunction<RandomStream> masks) {
    Network copy = new Network(learner.inForce(), schema.shape(), learner.network().outputs(), masks);
    copy.load(weights);
    copy.forward(learner.feed().x(), Mode.INFERENCE);
    return copy;
  }

  private Optional<NetworkView> view(Learner learner, Network network, boolean gradients) {
    if (learner.is(Beside.TWIN)) return Optional.empty();
    List<ColumnView> layers = new ArrayList<>();
    NetworkSpec spec = learner.asked().network();
    boolean hasBody = !spec.body().isEmpty();
    layers.add(hasBody ? features(network, gradients) : inputs(network, gradients));
    for (int i = 0; i < spec.hidden().size(); i++)
      layers.add(hidden(network, i, spec.hidden().get(i).activation(), gradients));
    layers.add(layer(Words.of("train.layer.output"), network.denses().getLast(), Activation.IDENTITY,
        Dropped.none(prediction(network.output())), gradients, List.of()));
    List<Integer> examples = session.batchExamples();
    List<LayerView> body = hasBody ? network.body(shownExamples(network), gradients) : List.of();
    return Optional.of(new NetworkView(body, layers,
        Matrix.generate(examples.size(), 1, (r, _) -> target(examples.get(r))), fed(learner, layers.getFirst(), hasBody ? shownExamples(network) : 0),
        examples));
  }

  /// A dense network shows its inputs anyway: they are not copied again.
  ///
  /// @param rows how many examples of a network with a body are copied; 0 for a dense network
  private NetworkView.Fed fed(Learner learner, ColumnView first, int rows) {
    Feed feed = learner.feed();
    Matrix inputs = rows == 0 ? first.activations()
        : finite(Matrix.copyOf(feed.x().data(), Math.min(rows, feed.x().rows()), feed.x().cols()));
    return new NetworkView.Fed(inputs, table(feed.y()));
  }

  private static ColumnView inputs(Network network, boolean gradients) {
    Dropped dropped = finite(network.dropped(0, gradients));
    return ColumnView.ofInputs(Words.of("train.layer.input"), dropped,
        pins(network.dropouts().getFirst(), dropped.before().cols()));
  }

  /// Returns the column of the values that the body passes to the dense part.
  private static ColumnView features(Network network, boolean gradients) {
    return ColumnView.ofInputs(Words.of("train.layer.features"), finite(network.denseInputs(gradients)), List.of());
  }

  private static ColumnView hidden(Network network, int index, Activation activation, boolean gradients) {
    DropoutLayer dropout = network.dropouts().get(index + 1);
    Dense dense = network.denses().get(index);
    ColumnView column = layer(Words.of("train.layer.hidden", index + 1), dense, activation,
        finite(network.dropped(index + 1, gradients)), gradients, pins(dropout, dense.units()));
    if (!(dropout instanceof WeightDropout weights) || !drawable(dense)) return column;
    int examples = Math.max(1, SHOWN_FACTORS / (dense.in() * dense.units()));
    return column.with(c -> c.weightMask(weights.weightMasks(examples))
        .sumGradients(gradients ? table(weights.sumGradients()) : Matrix.EMPTY));
  }

  private static boolean drawable(Dense dense) { return dense.in() * dense.units() <= DRAWABLE_WEIGHTS; }

  /// Returns how many examples of the batch are copied for the layers of a body.
  private int shownExamples(Network network) {
    return (int) Math.clamp(SHOWN_VALUES / network.bodyValues(), 1, session.batchExamples().size());
  }

  private static ColumnView layer(String name, Dense dense, Activation activation, Dropped dropped, boolean gradients,
                                  List<Pin> pins) {
    Matrix weights = drawable(dense) ? table(dense.weights().value()) : Matrix.EMPTY;
    Matrix slopes = drawable(dense) && gradients ? table(dense.weights().gradient()) : Matrix.EMPTY;
    return new ColumnView(name, dense.units(), activation, dropped, weights, table(dense.biases().value()), slopes,
        pins);
  }

  private Matrix prediction(Tensor output) {
    if (schema.task() == Task.RECONSTRUCTION)
      return finite(TargetUnit.of(schema).values(output));
    if (schema.task() == Task.REGRESSION)
      return finite(Matrix.generate(output.rows(), output.cols(), (r, c) -> value(output.at(r, c), c)));
    Tensor probabilities = new Tensor(0, output.cols());
    Loss.ofNetwork(schema.task(), output.cols()).predict(output, probabilities);
    return table(probabilities);
  }

  /// Returns an output in the target's unit: the value itself, or for the second output the standard deviation that it
  /// encodes.
  private double value(float output, int column) {
    if (column == 0) return schema.targetScaling().toRaw(0, output);
    return Math.sqrt(Loss.variance(output)) * schema.targetScaling().sd().getFirst();
  }

  private double target(int example) {
    var train = session.data().train();
    return switch (schema.task()) {
      case CLASSIFICATION -> train.label(example);
      case REGRESSION -> schema.targetScaling().toRaw(0, train.y().at(example, 0));
      // One number cannot tell many targets, which are the inputs: they are shown anyway.
      case RECONSTRUCTION -> 0;
    };
  }

  private static List<Pin> pins(DropoutLayer dropout, int units) {
    if (!dropout.hasPins()) return List.of();
    List<Pin> pins = new ArrayList<>();
    for (int unit = 0; unit < units; unit++) pins.add(dropout.pin(unit));
    return pins;
  }

  private static Matrix table(Tensor tensor) {
    return tensor.size() == 0 ? Matrix.EMPTY : finite(Matrix.copyOf(tensor.data(), tensor.rows(), tensor.cols()));
  }

  private static Dropped finite(Dropped of) {
    return new Dropped(of.p(), finite(of.before()), finite(of.factors()), finite(of.after()),
        finite(of.gradientAfter()), finite(of.gradientBefore()));
  }

  /// Replaces values that are not finite, in a run that is about to fail, by 0.
  private static Matrix finite(Matrix table) {
    return table.allFinite() ? table : Matrix.generate(table.rows(), table.cols(),
        (r, c) -> Double.isFinite(table.at(r, c)) ? table.at(r, c) : 0);
  }
}
