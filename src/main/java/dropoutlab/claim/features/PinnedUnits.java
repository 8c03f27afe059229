package dropoutlab.claim.features;

import dropoutlab.data.DataSet;
import dropoutlab.data.Examples;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.math.RandomStream;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import dropoutlab.nn.Network;
import dropoutlab.nn.dropout.DropoutLayer;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Pin;
import dropoutlab.theory.TakenAway;
import java.util.BitSet;

/// Takes units away by the engine: they are pinned as dropped, with all masks off. What the layers before them put out
/// is the same for every set of units, and is computed once.
final class PinnedUnits {
  private final Network network;
  private final Examples examples;
  private final Matrix values;
  private Tensor before;

  PinnedUnits(NetworkSpec spec, Weights weights, DataSet data) {
    network = new Network(spec.withoutDropout(), data.schema().shape(), data.schema().outputs(),
        layer -> RandomStream.of(0, Purpose.PREDICTION, layer));
    network.load(weights);
    examples = data.validation();
    network.forward(examples.x(), Mode.INFERENCE);
    values = network.dropped(network.dropouts().size() - 1, false).after();
  }

  /// What the units of the last hidden layer put out, (examples x units).
  Matrix values() { return values; }

  /// Returns how many answers of each class are wrong when these units are gone.
  int[] wrong(BitSet gone) {
    Tensor outputs = without(gone);
    int[] wrong = new int[Math.max(2, outputs.cols())];
    for (int row = 0; row < outputs.rows(); row++)
      if (said(outputs, row) != examples.label(row)) wrong[examples.label(row)]++;
    return wrong;
  }

  /// Returns the mean squared error over all outputs when these units are gone.
  double squares(BitSet gone) { return Loss.MEAN_SQUARED_ERROR.value(without(gone), examples.y()); }

  private Tensor without(BitSet gone) {
    DropoutLayer units = network.dropouts().getLast();
    for (int u = 0; u < values.cols(); u++) units.setPin(u, gone.get(u) ? Pin.DROPPED : Pin.RANDOM);
    units.holdNewMask();
    return network.denses().getLast().forward(units.forward(before(), Mode.HELD), Mode.HELD);
  }

  private Tensor before() {
    if (before == null) values.copyInto((before = new Tensor(values.rows(), values.cols())).data(), 0);
    return before;
  }

  /// @param each is called after every set
  TakenAway count(Runnable each) {
    DropoutLayer units = network.dropouts().getLast();
    Dense last = network.denses().getLast();
    int[] wrong = new int[1 << values.cols()];
    for (int set = 0; set < wrong.length; set++) {
      for (int u = 0; u < values.cols(); u++) units.setPin(u, (set >> u & 1) == 1 ? Pin.DROPPED : Pin.RANDOM);
      units.holdNewMask();
      wrong[set] = wrong(last.forward(units.forward(before(), Mode.HELD), Mode.HELD));
      each.run();
    }
    return TakenAway.counted(values.cols(), examples.size(), wrong);
  }

  private int wrong(Tensor outputs) {
    int wrong = 0;
    for (int row = 0; row < outputs.rows(); row++) if (said(outputs, row) != examples.label(row)) wrong++;
    return wrong;
  }

  /// The likeliest class; a single output is the logit of class 1.
  private static int said(Tensor outputs, int row) {
    if (outputs.cols() == 1) return outputs.at(row, 0) > 0 ? 1 : 0;
    int best = 0;
    for (int c = 1; c < outputs.cols(); c++) if (outputs.at(row, c) > outputs.at(row, best)) best = c;
    return best;
  }
}
