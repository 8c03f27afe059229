package dropoutlab.bench;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import dropoutlab.nn.Network;
import dropoutlab.nn.Optimiser;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.LossKind;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.Task;

/// Our own engine, run as a training session runs it.
final class Ours implements Contender {
  private final Network network;
  private final Optimiser optimiser;
  private final Loss loss;
  private final Tensor x;
  private final Tensor y;
  private final Tensor dOut;
  private final Tensor answer;

  Ours(Work work, int rows) {
    NetworkSpec spec = OurSpecs.of(work.architecture());
    network = new Network(spec, work.architecture().inputs(), work.outputs(),
        layer -> RandomStream.of(1, RandomStream.Purpose.MASKS, layer));
    network.initialise(spec, 1);
    optimiser = new Optimiser(new OptimiserSpec.Momentum(Work.RATE, Work.MOMENTUM), network.parameters());
    loss = Loss.of(LossKind.AUTO, work.regression() ? Task.REGRESSION : Task.CLASSIFICATION, work.outputs());
    x = work.x(rows);
    y = work.y(rows);
    dOut = new Tensor(0, work.outputs());
    answer = new Tensor(0, work.outputs());
  }

  @Override public double step() {
    double sum = loss.sum(network.forward(x, Mode.TRAIN), y);
    loss.gradient(network.output(), y, dOut);
    network.backward(dOut);
    optimiser.update();
    return sum;
  }

  @Override public Object pass() {
    network.pass(x, Mode.FRESH, answer);
    return answer;
  }
}
