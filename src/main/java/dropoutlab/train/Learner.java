package dropoutlab.train;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Curve;
import dropoutlab.frame.Metric;
import dropoutlab.frame.Weights;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import dropoutlab.nn.Network;
import dropoutlab.nn.Optimiser;
import dropoutlab.nn.Regulariser;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.state.State;
import dropoutlab.spec.Beside;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.words.Words;
import java.util.Optional;

/// One of the networks that learn side by side, with everything that trains it.
final class Learner {
  /// The distance between the numbers of one network's random streams and those of the next.
  static final int STREAMS = 100_000;

  private final Beside asked;
  private final Network network;
  private final Optimiser optimiser;
  private final Regulariser regulariser;
  private final Loss loss;
  private final Feed feed;
  private final Tensor dOut;
  private final Evaluator evaluator;
  private final DropRates dropRates;
  private final BestEpoch best = new BestEpoch();
  private double batchLoss;
  private double maskedLosses;
  private Failure failure;

  /// @param asked the network to train: the experiment's own, its twin, or one beside
  /// @param place 0 for the network and its twin, then counting up: each place has its own random streams
  Learner(Beside asked, int place, long seed, DataSet data, Feed feed, Loss loss) {
    this.asked = asked;
    this.feed = feed;
    this.loss = loss;
    int outputs = loss.outputs(data.schema().outputs());
    network = new Network(asked.network(), data.schema().shape(), outputs,
        layer -> RandomStream.of(seed, RandomStream.Purpose.MASKS, layer + STREAMS * place));
    network.initialise(asked.network(), seed);
    optimiser = new Optimiser(asked.optimiser(), network.parameters());
    regulariser = new Regulariser(asked.regulariser());
    dOut = new Tensor(0, outputs);
    evaluator = new Evaluator(network, data, loss);
    dropRates = new DropRates(asked.network(), network);
  }

  Beside asked() { return asked; }

  boolean is(String name) { return asked.name().equals(name); }

  /// Returns whether this is neither the experiment's own network nor the twin.
  boolean isBeside() { return !is(Beside.OWN) && !is(Beside.TWIN); }

  Network network() { return network; }

  Evaluator evaluator() { return evaluator; }

  DropRates dropRates() { return dropRates; }

  /// Returns the network with the drop rates in force.
  NetworkSpec inForce() { return asked.network().withDropRates(dropRates.inForce()); }

  Feed feed() { return feed; }

  /// Returns its best epoch so far; used under early stopping only.
  BestEpoch best() { return best; }

  Curve curve(Metric metric) { return new Curve(asked.name(), metric); }

  /// Returns the sum of the losses over the last forward pass.
  double batchLoss() { return batchLoss; }

  void beginEpoch() { maskedLosses = 0; }

  void endBatch() { if (learns()) maskedLosses += batchLoss; }

  /// Returns the mean loss over `examples` examples of this epoch's batches, under their masks.
  float maskedLoss(int examples) { return (float) (maskedLosses / examples); }

  void forward(Mode mode) { batchLoss = loss.sum(network.forward(feed.x(), mode), feed.y()); }

  /// Takes one whole training step. The step ends after the forward pass if the loss is not finite.
  void step(double rateFactor, double momentumFactor) {
    forward(Mode.TRAIN);
    if (!Double.isFinite(batchLoss)) return;
    backward();
    update(rateFactor, momentumFactor);
  }

  private void backward() {
    loss.gradient(network.output(), feed.y(), dOut);
    network.backward(dOut);
    regulariser.addGradients(network.parameters());
  }

  /// Does the same, and computes the gradient by the inputs too, which a frame shows.
  void backwardToInputs() {
    loss.gradient(network.output(), feed.y(), dOut);
    network.backwardToInputs(dOut);
    regulariser.addGradients(network.parameters());
  }

  /// @param rateFactor     the factor on the learning rate
  /// @param momentumFactor the factor on the momentum, if there is one
  void update(double rateFactor, double momentumFactor) {
    optimiser.update(rateFactor, momentumFactor);
    regulariser.project(network.parameters());
  }

  /// Returns why this network has stopped while the others go on; empty while it learns.
  Optional<Failure> failure() { return Optional.ofNullable(failure); }

  boolean learns() { return failure == null; }

  /// Stops this network and puts good earlier weights back.
  void stop(Failure why, Weights good) {
    failure = why;
    network.load(good);
  }

  /// Names all that this network remembers between two steps, beside its records.
  void keep(State state) {
    if (!state.text("name", asked.name()).equals(asked.name()))
      throw new IllegalArgumentException(Words.of("train.saved.network", state.text("name", ""), asked.name()));
    network.keep(state.within("network"));
    optimiser.keep(state.within("optimiser"));
    dropRates.keep(state);
    maskedLosses = state.number("maskedLosses", maskedLosses);
    failure = Failure.kept(state, failure);
    if (state.flag("finite", allFinite()) && !allFinite())
      throw new IllegalArgumentException(Words.of("train.saved.not_finite", asked.name()));
  }

  /// Returns whether all numbers are finite; a run can go on for a while with one that is not.
  private boolean allFinite() { return network.allFinite() && optimiser.allFinite() && Double.isFinite(maskedLosses); }
}
