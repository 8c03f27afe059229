package dropoutlab.train;

import dropoutlab.frame.Weights;

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

  int epoch() { return epoch; }

  Weights weights() { return weights; }
}
