package dropoutlab.predict.variant.dense;

import dropoutlab.data.DataSet;
import dropoutlab.data.Examples;
import dropoutlab.frame.PrunedCurve;
import dropoutlab.frame.Weights;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import dropoutlab.nn.Network;
import dropoutlab.spec.DropoutSpec.Targeted;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Task;
import java.util.ArrayList;
import java.util.List;

/// A dense network without the least of its units or weights, as the inference of targeted dropout leaves them out
/// (Gomez et al. 2019). The method with which it was trained plays no part, so that any two can be compared.
public final class PrunedNetwork {
  private static final int MOST_EXAMPLES = 400, STEPS = 10;

  private PrunedNetwork() {}

  /// Removes 0, 10, ..., 90 percent of every hidden layer.
  public static PrunedCurve curve(NetworkSpec spec, Weights weights, DataSet data, Targeted.Target target) {
    Examples examples = some(data.shown());
    List<Double> shares = new ArrayList<>(), losses = new ArrayList<>(), wrong = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      double share = (double) step / STEPS;
      Tensor out = output(spec, weights, data, examples.x(), new Targeted(share, target));
      shares.add(share);
      losses.add(Loss.ofNetwork(data.schema().task(), out.cols()).value(out, examples.y()));
      if (data.schema().task() == Task.CLASSIFICATION) wrong.add(wrong(out, examples));
    }
    return new PrunedCurve(shares, losses, wrong);
  }

  private static Examples some(Examples all) {
    int[] rows = new int[Math.min(MOST_EXAMPLES, all.size())];
    for (int i = 0; i < rows.length; i++) rows[i] = i;
    return all.pick(rows);
  }

  private static Tensor output(NetworkSpec spec, Weights weights, DataSet data, Tensor x, Targeted pruning) {
    // Any rate above 0 switches the pruning on.
    NetworkSpec pruned = spec.withHidden(spec.hidden().stream().map(layer ->
        layer.with(l -> l.drop(0.5).method(pruning))).toList());
    int outputs = weights.biases().getLast().cols();
    Network network = new Network(pruned, data.schema().shape(), outputs,
        layer -> RandomStream.of(0, RandomStream.Purpose.PREDICTION, layer));
    network.load(new Weights(weights.weights(), weights.biases()));
    Tensor out = new Tensor(0, outputs);
    network.infer(x, out);
    return out;
  }

  private static double wrong(Tensor out, Examples examples) {
    int wrong = 0;
    for (int row = 0; row < out.rows(); row++) if (said(out, row) != examples.label(row)) wrong++;
    return (double) wrong / out.rows();
  }

  /// Returns the likeliest class; a single output is the logit of class 1.
  private static int said(Tensor out, int row) {
    if (out.cols() == 1) return out.at(row, 0) >= 0 ? 1 : 0;
    int best = 0;
    for (int c = 1; c < out.cols(); c++) if (out.at(row, c) > out.at(row, best)) best = c;
    return best;
  }
}
