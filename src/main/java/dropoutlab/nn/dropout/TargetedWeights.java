package dropoutlab.nn.dropout;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Parameter;

/// Targeted weight dropout (Gomez et al. 2019, "Learning Sparse Networks Using Targeted Dropout"), where f is the
/// activation. Of the weights into a unit, only the `share` with the smallest |w| are candidates:
///
/// - training: `y = f(x (M ∘ W) + b)`, where M of a candidate is 0 with probability p and every other M is 1; M is
///   drawn anew for every example
/// - inference: the candidates are pruned: M is 0 for all of them
///
/// The mean of E[M] over the weights is 1 - share p. Nothing is rescaled: the network learns to do without the
/// candidates. The authors draw one mask per batch; here each example has its own, as with the other methods.
public final class TargetedWeights extends WeightDropout {
  private final double share;
  private final float[] column;
  /// 1 for a weight that is always kept, 0 for a candidate, as they were in the last forward pass.
  private final Tensor safe;

  public TargetedWeights(Parameter weights, Parameter biases, Layer activation, double p, double share,
                         RandomStream stream) {
    this(weights, biases, activation, new DropRate(p), share, stream);
  }

  private TargetedWeights(Parameter weights, Parameter biases, Layer activation, DropRate rate, double share,
                          RandomStream stream) {
    super(weights, biases, activation, rate, stream);
    this.share = share;
    column = new float[in()];
    safe = new Tensor(in(), units());
  }

  /// Chooses the candidates among the weights as they are now.
  @Override void prepare() {
    float[] w = weights().value().data();
    for (int c = 0; c < units(); c++) {
      for (int r = 0; r < in(); r++) column[r] = Math.abs(w[r * units() + c]);
      float bound = LeastShare.bound(column, share);
      for (int r = 0; r < in(); r++) safe.set(r, c, Math.abs(w[r * units() + c]) >= bound ? 1 : 0);
    }
  }

  @Override void restrict(Tensor mask) {
    float[] kept = safe.data(), m = mask.data();
    for (int i = 0; i < mask.size(); i++) m[i] = Math.max(m[i], kept[i]);
  }

  @Override void inferenceScale(Tensor scale) { scale.copyFrom(safe); }

  @Override public Layer sharing() {
    return new TargetedWeights(weights(), biases(), activation().sharing(), rate(), share, null);
  }
}
