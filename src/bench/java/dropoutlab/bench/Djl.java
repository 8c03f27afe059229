package dropoutlab.bench;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

/// DJL on PyTorch, run as its own training loop runs it, without metrics, evaluators or listeners. The arrays of a step
/// belong to a manager of their own and are freed with it.
final class Djl implements Contender {
  private final Model model;
  private final Trainer trainer;
  private final NDManager manager;
  private final NDArray x;
  private final NDArray y;
  private final ParameterStore parameters;

  Djl(Work work, int rows) {
    model = Model.newInstance(work.title(), Device.cpu(), "PyTorch");
    model.setBlock(DjlBlocks.of(work.architecture()));
    Loss loss = work.regression() ? Loss.l2Loss("loss", 1) : Loss.softmaxCrossEntropyLoss("loss", 1, -1, false, true);
    trainer = model.newTrainer(new DefaultTrainingConfig(loss).optDevices(new Device[] {Device.cpu()}).optOptimizer(
        Optimizer.sgd().setLearningRateTracker(Tracker.fixed(Work.RATE)).optMomentum(Work.MOMENTUM).build()));
    Shape shape = inputs(work.architecture(), rows);
    trainer.initialize(shape);
    manager = trainer.getManager();
    x = manager.create(work.x(rows).data(), shape);
    y = manager.create(work.y(rows).data(), new Shape(rows, work.outputs()));
    parameters = new ParameterStore(manager, false);
  }

  private static Shape inputs(Architecture architecture, int rows) {
    var shape = architecture.inputs();
    return switch (architecture) {
      case Architecture.Mlp _ -> new Shape(rows, shape.size());
      case Architecture.ConvNet _ -> new Shape(rows, shape.maps(), shape.rows(), shape.cols());
      case Architecture.Lstm _, Architecture.Encoder _ -> new Shape(rows, shape.rows(), shape.cols());
    };
  }

  @Override public double step() {
    try (NDManager scope = manager.newSubManager()) {
      x.tempAttach(scope);
      y.tempAttach(scope);
      NDArray loss;
      try (GradientCollector collector = trainer.newGradientCollector()) {
        NDList out = trainer.forward(new NDList(x));
        loss = trainer.getLoss().evaluate(new NDList(y), out);
        collector.backward(loss);
      }
      trainer.step();
      return loss.getFloat();
    }
  }

  @Override public Object pass() {
    try (NDManager scope = manager.newSubManager()) {
      x.tempAttach(scope);
      return model.getBlock().forward(parameters, new NDList(x), true).singletonOrThrow().toFloatArray();
    }
  }

  @Override public void close() {
    trainer.close();
    model.close();
  }
}
