package dropoutlab.train;

import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.nn.Network;
import dropoutlab.nn.state.State;
import java.util.List;

/// The epoch with the lowest validation loss so far (the first of several equal ones), and its weights.
final class BestEpoch {
  private float loss = Float.POSITIVE_INFINITY;
  private int epoch;
  private Weights weights;

  void offer(int epoch, float loss, Weights weights) {
    if (this.weights != null && !(loss < this.loss)) return;
    this.epoch = epoch;
    this.loss = loss;
    this.weights = weights;
  }

  /// @param last the last epoch that was offered
  void keep(State state, Network network, int last) {
    loss = (float) state.number("loss", loss);
    epoch = (int) state.count("epoch", epoch, 0, last);
    Weights like = network.weights();
    Matrix row = state.table("weights", 1, WeightsRow.size(like), () -> WeightsRow.table(List.of(weights)));
    if (!state.isRestoring()) return;
    if (!row.allFinite()) throw state.impossible("weights");
    float[] values = new float[row.size()];
    row.copyInto(values, 0);
    weights = WeightsRow.read(like, values, 0);
    network.load(weights);
  }

  int epoch() { return epoch; }

  Weights weights() { return weights; }
}
