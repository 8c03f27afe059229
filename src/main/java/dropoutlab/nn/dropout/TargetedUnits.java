package dropoutlab.nn.dropout;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import java.util.Arrays;

/// Targeted unit dropout (Gomez et al. 2019, "Learning Sparse Networks Using Targeted Dropout"). Only the `share` of
/// the units whose incoming weights have the smallest norm ‖w‖₂ are candidates:
///
/// - training: `y = m x`, where m of a candidate is 0 with probability p and every other m is 1; backward `dx = m dOut`
///   with the same m
/// - inference: the candidates are pruned: m is 0 for them and 1 for all others; backward with the same m
///
/// The expected fraction of units that are kept is 1 - share p. Nothing is rescaled: the network learns to do without
/// the candidates.
public final class TargetedUnits extends UnitDropout {
  private final Tensor incoming;
  private final double share;
  private final float[] norms;
  private final float[] sorted;
  private final Tensor pruned;
  private float bound;

  /// @param incoming the weights into the units, (in x units); read again in every pass, not modified
  public TargetedUnits(double p, double share, Tensor incoming, RandomStream stream) {
    this(new DropRate(p), share, incoming, stream);
  }

  private TargetedUnits(DropRate rate, double share, Tensor incoming, RandomStream stream) {
    super(rate, incoming.cols(), stream);
    this.incoming = incoming;
    this.share = share;
    norms = new float[units()];
    sorted = new float[units()];
    pruned = new Tensor(1, units());
  }

  @Override public Tensor forward(Tensor x, Mode mode) {
    chooseCandidates();
    return super.forward(x, mode);
  }

  @Override public void holdNewMask() {
    chooseCandidates();
    super.holdNewMask();
  }

  private void chooseCandidates() {
    Arrays.fill(norms, 0);
    float[] w = incoming.data();
    for (int r = 0; r < incoming.rows(); r++)
      for (int c = 0; c < units(); c++) norms[c] += w[r * units() + c] * w[r * units() + c];
    System.arraycopy(norms, 0, sorted, 0, units());
    bound = LeastShare.bound(sorted, share);
  }

  private boolean isCandidate(int unit) { return norms[unit] < bound; }

  @Override void drawRow(RandomStream stream, float[] mask, int offset) {
    stream.fillMask(mask, offset, units(), p(), 1);
    for (int c = 0; c < units(); c++) if (!isCandidate(c)) mask[offset + c] = 1;
  }

  @Override Tensor inferenceFactors() {
    for (int c = 0; c < units(); c++) pruned.set(0, c, isCandidate(c) ? 0 : 1);
    return pruned;
  }

  @Override Tensor forward(Tensor x, Factors m) { return m.times(x); }

  @Override Tensor backward(Tensor dOut, Factors m) { return m.timesBack(dOut); }

  @Override public boolean onlyMultiplies() { return true; }

  @Override public float keptScale() { return 1; }

  @Override public Layer sharing() { return new TargetedUnits(rate(), share, incoming, null); }
}
