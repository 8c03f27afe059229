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
import dropoutlab.spec.Beside;
import java.util.Optional;

/// One of the networks that learn side by side, with all that trains it.
final class Learner {
  /// From the random streams of one network's masks to those of the next.
  private static final int STREAMS = 100_000;

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

  /// @param asked what is to learn: the experiment's own network, its twin, or one beside
  /// @param place 0 for the network and the twin, then counted on: each has random streams of its own
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

  /// Whether it is neither the experiment's own nor the twin.
  boolean isBeside() { return !is(Beside.OWN) && !is(Beside.TWIN); }

  Network network() { return network; }

  Evaluator evaluator() { return evaluator; }

  DropRates dropRates() { return dropRates; }

  Feed feed() { return feed; }

  /// Its best epoch so far, where early stopping asks for it.
  BestEpoch best() { return best; }

  Curve curve(Metric metric) { return new Curve(asked.name(), metric); }

  /// The sum of the losses over the batch that went forward last.
  double batchLoss() { return batchLoss; }

  void beginEpoch() { maskedLosses = 0; }

  void endBatch() { maskedLosses += batchLoss; }

  /// The mean loss over so many examples of the batches of this epoch, under their masks.
  float maskedLoss(int examples) { return (float) (maskedLosses / examples); }

  void forward(Mode mode) { batchLoss = loss.sum(network.forward(feed.x(), mode), feed.y()); }

  /// One whole training step. A loss that is not finite teaches nothing: the step then ends where it was found.
  void step(double rateFactor, double momentumFactor) {
    forward(Mode.TRAIN);
    if (!Double.isFinite(batchLoss)) return;
    backward();
    update(rateFactor, momentumFactor);
  }

  void backward() {
    loss.gradient(network.output(), feed.y(), dOut);
    network.backward(dOut);
    regulariser.addGradients(network.parameters());
  }

  /// @param rateFactor     on the learning rate
  /// @param momentumFactor on the momentum, where there is one
  void update(double rateFactor, double momentumFactor) {
    optimiser.update(rateFactor, momentumFactor);
    regulariser.project(network.parameters());
  }

  /// Why this network has stopped while the others go on; empty while all is well.
  Optional<Failure> failure() { return Optional.ofNullable(failure); }

  boolean learns() { return failure == null; }

  /// Stops this network at good weights of before.
  void stop(Failure why, Weights good) {
    failure = why;
    network.load(good);
  }
}
