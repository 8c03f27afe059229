package dropoutlab.predict.variant.depth;

import dropoutlab.data.Examples;
import dropoutlab.data.Schema;
import dropoutlab.frame.Frame;
import dropoutlab.frame.LayersEvidence.StepTime;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import dropoutlab.nn.Network;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.LayerSpec.Residual.DepthMode;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/// Times training steps, forward and backward, with blocks that are skipped for the whole batch, against the same steps
/// with none skipped. Both take turns, so that whatever else the computer does meets both alike; what is told is the
/// ratio of neighbours. Only a mask for the whole batch saves time: one for each example leaves every block with work.
final class StepTimes {
  private static final int WARM_UP = 3, LEAST_PAIRS = 8, MOST_PAIRS = 60;
  private static final long MOST_NANOS = 16_000_000;

  private final Examples batch;
  private final Loss loss;
  private final Network skipping;
  private final Network whole;
  private final Tensor gradient;

  private StepTimes(Frame frame, Schema schema, Examples batch) {
    int outputs = frame.weights().biases().getLast().cols();
    this.batch = batch;
    loss = Loss.ofNetwork(schema.task(), outputs);
    skipping = network(inBatches(frame.inForce(), true), frame, schema, outputs);
    whole = network(inBatches(frame.inForce(), false), frame, schema, outputs);
    gradient = new Tensor(batch.size(), outputs);
  }

  private static Network network(NetworkSpec spec, Frame frame, Schema schema, int outputs) {
    Network network = new Network(spec, schema.shape(), outputs,
        layer -> RandomStream.of(frame.experiment().seed() + frame.progress().step(), RandomStream.Purpose.PREDICTION, layer));
    network.load(frame.weights());
    return network;
  }

  /// Returns the network with one decision per block for the whole batch, or with all blocks kept.
  private static NetworkSpec inBatches(NetworkSpec spec, boolean skips) {
    return spec.withBody(spec.body().stream().map(layer -> switch (layer) {
      case LayerSpec.Residual r -> r.with(to -> to.mode(DepthMode.BATCH).drop(skips ? r.drop() : 0));
      case LayerSpec.Encoder e -> e.withLayerDrop(skips ? e.layerDrop() : 0);
      default -> layer;
    }).toList());
  }

  /// @param batch  as large as a batch of the training
  /// @param blocks the share of the blocks that is computed on average
  static StepTime of(int network, Frame frame, Schema schema, Examples batch, double blocks) {
    StepTimes times = new StepTimes(frame, schema, batch);
    DescriptiveStatistics ratios = new DescriptiveStatistics();
    for (int i = 0; i < WARM_UP; i++) times.nanos(i % 2 == 0 ? times.whole : times.skipping);
    long start = System.nanoTime();
    while (ratios.getN() < LEAST_PAIRS || ratios.getN() < MOST_PAIRS && System.nanoTime() - start < MOST_NANOS)
      ratios.addValue((double) times.nanos(times.skipping) / times.nanos(times.whole));
    return new StepTime(network, blocks, ratios.getPercentile(25), ratios.getPercentile(50), ratios.getPercentile(75),
        (int) ratios.getN());
  }

  private long nanos(Network network) {
    long start = System.nanoTime();
    loss.gradient(network.forward(batch.x(), Mode.TRAIN), batch.y(), gradient);
    network.backward(gradient);
    return Math.max(1, System.nanoTime() - start);
  }
}
