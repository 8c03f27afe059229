package dropoutlab.train;

import dropoutlab.data.Schema;
import dropoutlab.frame.ColumnView;
import dropoutlab.frame.Frame;
import dropoutlab.frame.History;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NetworkState;
import dropoutlab.frame.NetworkView;
import dropoutlab.frame.Phase;
import dropoutlab.frame.Progress;
import dropoutlab.frame.RunState;
import dropoutlab.frame.Weights;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import dropoutlab.nn.Network;
import dropoutlab.nn.dropout.DropoutLayer;
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
import java.util.OptionalInt;

/// Turns the state of a session into immutable frames. Looking changes nothing: the bits of the session stay as they
/// were.
public final class FrameBuilder {
  /// Layers with more weights than this are not drawn edge by edge, and so their weights are not copied.
  private static final int DRAWABLE_WEIGHTS = 4096;
  /// Larger networks show the weights of the end of the last epoch while they train, which saves copying.
  private static final long LIVE_WEIGHTS = 100_000;

  /// The greatest number of values that a frame holds of a body's layers, over all examples shown: 2 MiB.
  private static final long SHOWN_VALUES = 1 << 19;

  private final TrainingSession session;
  private final Schema schema;

  public FrameBuilder(TrainingSession session) {
    this.session = session;
    schema = session.data().schema();
  }

  /// Makes a frame of the present. If a weight is no longer finite because the run is about to fail, the frame shows
  /// the last good weights instead.
  public Frame present(long run, RunState state, double stepsPerSecond) {
    Snapshots.Snapshot last = session.snapshots().last();
    boolean live = !(state instanceof RunState.Running) || size() <= LIVE_WEIGHTS;
    if (live && last != null && !session.isSound())
      return of(last, session.history(), session.progress(), run, state, OptionalInt.empty());
    List<NetworkState> networks = new ArrayList<>();
    for (int i = 0; i < learners().size(); i++) {
      Learner learner = learners().get(i);
      Weights weights = live ? learner.network().weights() : last.weights().get(i);
      networks.add(state(learner, weights, view(learner, learner.network(), session.progress().phase() == Phase.BACKWARD)));
    }
    return new Frame(session.experiment(), run, state, session.progress(), networks, session.history(),
        OptionalInt.empty(), stepsPerSecond);
  }

  private List<Learner> learners() { return session.learners().all(); }

  private static NetworkState state(Learner learner, Weights weights, Optional<NetworkView> view) {
    NetworkSpec inForce = learner.asked().network().withDropRates(learner.dropRates().inForce());
    return new NetworkState(learner.asked().name(), inForce, weights, view,
        learner.failure().map(why -> new RunState.Failed(why.cause(), why.advice())));
  }

  /// Makes a frame of the past: the weights after `epoch`, or after the nearest earlier epoch that is stored, on the
  /// present batch with masks off.
  public Frame past(long run, RunState state, int epoch) {
    if (session.history().size() == 0) return present(run, state, 0);
    return past(run, state, session.snapshots().at(epoch), session.history());
  }

  /// Makes a frame of what the run would keep if it ended after `epoch`: under early stopping the weights of the best
  /// epoch so far, else those after `epoch`, on the present batch with masks off. Empty if these weights are no longer
  /// stored; those after the last epoch always are.
  public Optional<Frame> outcome(long run, RunState state, int epoch) {
    return session.keptAfter(epoch).map(kept -> past(run, state, kept, session.history().until(epoch)));
  }

  private Frame past(long run, RunState state, Snapshots.Snapshot snapshot, History history) {
    Progress now = session.progress();
    long steps = (long) snapshot.epoch() * now.batches();
    Progress then = new Progress(snapshot.epoch(), 0, now.batches(), steps, Phase.UPDATE);
    return of(snapshot, history, then, run, state, OptionalInt.of(snapshot.epoch()));
  }

  /// Makes a frame with earlier weights on the present batch, masks off.
  private Frame of(Snapshots.Snapshot snapshot, History history, Progress progress, long run, RunState state,
                   OptionalInt scrubbed) {
    List<NetworkState> networks = new ArrayList<>();
    for (int i = 0; i < learners().size(); i++) {
      Learner learner = learners().get(i);
      Weights weights = snapshot.weights().get(i);
      networks.add(state(learner, weights, learner.is(Beside.TWIN) ? Optional.empty() : before(learner, weights)));
    }
    return new Frame(session.experiment(), run, state, progress, networks, history, scrubbed, 0);
  }

  private Optional<NetworkView> before(Learner learner, Weights weights) {
    NetworkSpec spec = learner.asked().network().withDropRates(learner.dropRates().inForce());
    Network network = new Network(spec, schema.shape(), learner.network().outputs(), _ -> null);
    network.load(weights);
    network.forward(learner.feed().x(), Mode.INFERENCE);
    return view(learner, network, false);
  }

  private long size() {
    return session.learners().own().network().parameters().stream().mapToLong(each -> each.value().size()).sum();
  }

  /// Nothing of the twin is ever dropped, and so its view of the present batch is not built.
  private Optional<NetworkView> view(Learner learner, Network network, boolean gradients) {
    if (learner.is(Beside.TWIN)) return Optional.empty();
    List<ColumnView> layers = new ArrayList<>();
    NetworkSpec spec = learner.asked().network();
    boolean hasBody = !spec.body().isEmpty();
    layers.add(hasBody ? features(network.denseInputs()) : inputs(network, learner.feed().x()));
    List<NetworkSpec.HiddenLayer> hidden = spec.hidden();
    for (int i = 0; i < hidden.size(); i++) {
      DropoutLayer dropout = network.dropouts().get(i + 1);
      layers.add(layer(Words.of("train.layer.hidden", i + 1), network.denses().get(i), hidden.get(i).activation(),
          dropout.p(), table(network.activations(i)), table(network.mask(i + 1)), gradients,
          pins(dropout, hidden.get(i).units())));
    }
    layers.add(layer(Words.of("train.layer.output"), network.denses().getLast(), Activation.IDENTITY, 0,
        prediction(network.output()), Matrix.EMPTY, gradients, List.of()));
    List<Integer> examples = session.batchExamples();
    List<LayerView> body = hasBody ? network.body(shownExamples(network), gradients) : List.of();
    return Optional.of(new NetworkView(body, layers,
        Matrix.generate(examples.size(), 1, (r, _) -> target(examples.get(r))), examples));
  }

  private ColumnView inputs(Network network, Tensor x) {
    DropoutLayer dropout = network.dropouts().getFirst();
    return new ColumnView(Words.of("train.layer.input"), x.cols(), Activation.IDENTITY, dropout.p(), table(x),
        table(network.mask(0)), Matrix.EMPTY, Matrix.EMPTY, Matrix.EMPTY, pins(dropout, x.cols()));
  }

  /// Returns the column of the values that the body passes to the dense part.
  private static ColumnView features(Tensor x) {
    return new ColumnView(Words.of("train.layer.features"), x.cols(), Activation.IDENTITY, 0, table(x), Matrix.EMPTY,
        Matrix.EMPTY, Matrix.EMPTY, Matrix.EMPTY, List.of());
  }

  /// Returns how many examples of the batch are copied for the layers of a body.
  private int shownExamples(Network network) {
    return (int) Math.clamp(SHOWN_VALUES / network.bodyValues(), 1, session.batchExamples().size());
  }

  private static ColumnView layer(String name, Dense dense, Activation activation, double p, Matrix activations, Matrix mask,
                                 boolean gradients, List<Pin> pins) {
    boolean drawable = dense.in() * dense.units() <= DRAWABLE_WEIGHTS;
    Matrix weights = drawable ? table(dense.weights().value()) : Matrix.EMPTY;
    Matrix slopes = drawable && gradients ? table(dense.weights().gradient()) : Matrix.EMPTY;
    return new ColumnView(name, dense.units(), activation, p, activations, mask, weights, table(dense.biases().value()),
        slopes, pins);
  }

  private Matrix prediction(Tensor output) {
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
    return schema.task() == Task.REGRESSION
        ? schema.targetScaling().toRaw(0, train.y().at(example, 0)) : train.label(example);
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

  /// Replaces values that are not finite, in a run that is about to fail, by 0.
  private static Matrix finite(Matrix table) {
    return table.allFinite() ? table : Matrix.generate(table.rows(), table.cols(),
        (r, c) -> Double.isFinite(table.at(r, c)) ? table.at(r, c) : 0);
  }
}
