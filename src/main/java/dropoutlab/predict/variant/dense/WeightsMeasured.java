package dropoutlab.predict.variant.dense;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.frame.WeightsEvidence;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Mode;
import dropoutlab.predict.variant.Histogram;
import dropoutlab.predict.variant.LayerRuns;
import dropoutlab.spec.DropoutSpec.DropConnect.Inference;
import dropoutlab.spec.DropoutSpec.DropConnect;
import dropoutlab.spec.DropoutSpec.Targeted;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.theory.DropConnectSum;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Measures the evidence of the view of weights.
public final class WeightsMeasured {
  private static final int MASKS = 400, BINS = 28;
  private static final double REACH = 3.5;

  private WeightsMeasured() {}

  /// @param example the row of the batch
  public static WeightsEvidence of(Frame frame, DataSet data, int example) {
    List<DenseSide> sides = DenseSide.both(frame, data, example);
    Optional<Targeted.Target> target = sides.stream().flatMap(side -> side.target().stream()).findFirst();
    return new WeightsEvidence(MASKS, sides.stream().map(side -> new WeightsEvidence.Of(
        layer(side).map(layer -> sum(side, layer)), layer(side).map(layer -> rules(side, layer)),
        target.flatMap(ranked -> UnitsMeasured.pruned(side, ranked)))).toList());
  }

  /// Returns the layer with DropConnect that has the most inputs, because a sum of many is nearest to a normal one.
  private static Optional<Integer> layer(DenseSide side) {
    return side.dropping().stream().filter(layer -> side.method(layer) instanceof DropConnect)
        .max((a, b) -> Integer.compare(weights(side, a).rows(), weights(side, b).rows()));
  }

  private static Matrix weights(DenseSide side, int layer) { return side.frame().weights().weights().get(layer - 1); }

  /// Returns what enters a layer for the example, masks off.
  private static Matrix inputs(DenseSide side, int layer) {
    return side.runs().dropped(side.inputs(1), Mode.INFERENCE, layer - 1).after();
  }

  private static DropConnectSum sum(DenseSide side, int layer, Matrix inputs, int unit) {
    Matrix weights = weights(side, layer);
    double[] into = IntStream.range(0, weights.rows()).mapToDouble(from -> weights.at(from, unit)).toArray();
    return new DropConnectSum(into, inputs.toArray(), side.frame().weights().biases().get(layer - 1).at(0, unit),
        side.hidden(layer).drop());
  }

  /// The unit whose sum is most often on either side of 0: there the mean of f differs most from f of the mean.
  private static WeightsEvidence.Sum sum(DenseSide side, int layer) {
    Matrix inputs = inputs(side, layer);
    int best = 0;
    double nearest = Double.POSITIVE_INFINITY;
    for (int unit = 0; unit < side.hidden(layer).units(); unit++) {
      DropConnectSum sum = sum(side, layer, inputs, unit);
      double away = sum.variance() == 0 ? Double.POSITIVE_INFINITY : Math.abs(sum.mean()) / Math.sqrt(sum.variance());
      if (away < nearest) best = unit;
      nearest = Math.min(away, nearest);
    }
    return sum(side, layer, best, sum(side, layer, inputs, best));
  }

  private static WeightsEvidence.Sum sum(DenseSide side, int layer, int unit, DropConnectSum sum) {
    double sd = Math.max(1e-9, Math.sqrt(sum.variance())), from = sum.mean() - REACH * sd;
    double[] drawn = DrawnSums.of(sum, MASKS, RandomStream.of(side.frame().experiment().seed(),
        RandomStream.Purpose.PREDICTION, unit));
    Histogram histogram = Histogram.of(drawn, from, sum.mean() + REACH * sd, BINS);
    List<Double> expected = IntStream.range(0, BINS).mapToObj(bin ->
        histogram.normalCount(bin, sum.mean(), sd)).toList();
    return new WeightsEvidence.Sum(layer, unit, from, histogram.width(), histogram.counts(), expected, sum.mean(), sd);
  }

  /// The outputs of the layer for the example, each rule in the layer itself, on the same inputs.
  private static WeightsEvidence.Rules rules(DenseSide side, int layer) {
    Matrix inputs = inputs(side, layer);
    DropConnect matching = new DropConnect(Inference.MOMENT_MATCHING, MASKS), mean = new DropConnect(Inference.MEAN, 1);
    return new WeightsEvidence.Rules(layer, means(alone(side, layer, inputs, matching, Mode.TRAIN, MASKS)),
        means(alone(side, layer, inputs, mean, Mode.INFERENCE, 1)),
            means(alone(side, layer, inputs, matching, Mode.INFERENCE, 1)));
  }

  /// Runs the layer as a network of its own.
  private static Matrix alone(DenseSide side, int layer, Matrix inputs, DropoutSpec method, Mode mode, int rows) {
    NetworkSpec spec = new NetworkSpec(0, List.of(side.hidden(layer).withMethod(method)), side.spec().initialisation());
    Matrix last = Matrix.generate(side.hidden(layer).units(), 1, (_, _) -> 0);
    Weights whole = side.frame().weights();
    Weights weights = new Weights(List.of(weights(side, layer), last),
        List.of(whole.biases().get(layer - 1), Matrix.generate(1, 1, (_, _) -> 0)));
    Tensor x = new Tensor(rows, inputs.cols());
    for (int i = 0; i < x.size(); i++) x.data()[i] = (float) inputs.get(i % inputs.cols());
    LayerRuns runs = new LayerRuns(spec, Shape.vector(inputs.cols()), weights, side.frame().experiment().seed());
    return runs.dropped(x, mode, 1).after();
  }

  private static Matrix means(Matrix values) {
    return Matrix.generate(1, values.cols(), (_, unit) -> {
      double sum = 0;
      for (int row = 0; row < values.rows(); row++) sum += values.at(row, unit) / values.rows();
      return sum;
    });
  }
}
