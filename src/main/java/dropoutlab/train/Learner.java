package dropoutlab.train;

import dropoutlab.data.DataSet;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import dropoutlab.nn.Network;
import dropoutlab.nn.Optimiser;
import dropoutlab.nn.Regulariser;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.NetworkSpec;

/// One network with all that trains it. A session has one, and a second for the twin.
final class Learner {
  private final Network network;
  private final Optimiser optimiser;
  private final Regulariser regulariser;
  private final Loss loss;
  private final Tensor dOut;
  private final Evaluator evaluator;
  private double batchLoss;

  /// @param spec the experiment's network, or the same with all drop rates 0 for the twin
  Learner(Experiment experiment, NetworkSpec spec, DataSet data, Loss loss) {
    long seed = experiment.seed();
    int outputs = loss.outputs(data.schema().outputs());
    network = new Network(spec, data.schema().shape(), outputs,
        layer -> RandomStream.of(seed, RandomStream.Purpose.MASKS, layer));
    network.initialise(spec, seed);
    optimiser = new Optimiser(experiment.optimiser(), network.parameters());
    regulariser = new Regulariser(experiment.regulariser());
    this.loss = loss;
    dOut = new Tensor(0, outputs);
    evaluator = new Evaluator(network, data, loss);
  }

  Network network() { return network; }

  Evaluator evaluator() { return evaluator; }

  /// The sum of the losses over the batch that went forward last.
  double batchLoss() { return batchLoss; }

  void forward(Tensor x, Tensor y, Mode mode) {
    batchLoss = loss.sum(network.forward(x, mode), y);
  }

  /// One whole training step. A loss that is not finite teaches nothing: the step then ends where it was found.
  void step(Tensor x, Tensor y, double rateFactor, double momentumFactor) {
    forward(x, y, Mode.TRAIN);
    if (!Double.isFinite(batchLoss)) return;
    backward(y);
    update(rateFactor, momentumFactor);
  }

  void backward(Tensor y) {
    loss.gradient(network.output(), y, dOut);
    network.backward(dOut);
    regulariser.addGradients(network.parameters());
  }

  /// @param rateFactor     on the learning rate
  /// @param momentumFactor on the momentum, where there is one
  void update(double rateFactor, double momentumFactor) {
    optimiser.update(rateFactor, momentumFactor);
    regulariser.project(network.parameters());
  }
}
