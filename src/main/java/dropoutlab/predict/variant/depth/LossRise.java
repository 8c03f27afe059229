package dropoutlab.predict.variant.depth;

import dropoutlab.data.Examples;
import dropoutlab.data.Schema;
import dropoutlab.frame.Frame;
import dropoutlab.math.RandomStream;
import dropoutlab.nn.Loss;
import dropoutlab.nn.Network;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.NetworkSpec;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/// By how much the loss of a trained network rises when masks are drawn.
///
/// @param without the loss without masks
/// @param mean    the mean over passes of the loss with masks minus that without
/// @param error   the standard error of that mean
public record LossRise(double without, double mean, double error) {
  /// Draws `passes` masks for each example.
  ///
  /// @param frame where the weights are
  /// @param spec  the network with the drop rates that are switched on
  public static LossRise of(Frame frame, Schema schema, NetworkSpec spec, Examples examples, int passes) {
    int outputs = frame.weights().biases().getLast().cols();
    Network network = new Network(spec, schema.shape(), outputs,
        layer -> RandomStream.of(frame.experiment().seed(), RandomStream.Purpose.PREDICTION, layer));
    network.load(frame.weights());
    Loss loss = Loss.ofNetwork(schema.task(), outputs);
    double without = loss.value(network.forward(examples.x(), Mode.INFERENCE), examples.y());
    SummaryStatistics rises = new SummaryStatistics();
    for (int pass = 0; pass < passes; pass++)
      rises.addValue(loss.value(network.forward(examples.x(), Mode.FRESH), examples.y()) - without);
    return new LossRise(without, rises.getMean(), rises.getStandardDeviation() / Math.sqrt(passes));
  }
}
