package dropoutlab.nn.dropout;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Layer;

/// Dropout as it was first published (Hinton et al. 2012; Srivastava et al. 2014, section 4), p being the probability
/// to drop:
///
/// - training: `y = m x`, with `m = 0` with probability p, else 1; backward `dx = m dOut` with the same m
/// - inference: `y = (1 - p) x`; backward `dx = (1 - p) dOut`
///
/// E[m] = 1 - p and Var[m] = p (1 - p). The paper scales the weights that follow instead of y, which is the same. The
/// networks are those of inverted dropout, but the path there differs: with equal learning rates the weights that
/// follow see other gradients.
public final class StandardDropout extends UnitDropout {
  private final Tensor scale;

  public StandardDropout(double p, int units, RandomStream stream) {
    this(new DropRate(p), units, stream);
  }

  public StandardDropout(DropRate rate, int units, RandomStream stream) {
    super(rate, units, stream);
    scale = new Tensor(1, units);
  }

  @Override void drawRow(RandomStream stream, float[] mask, int offset) {
    stream.fillMask(mask, offset, units(), p(), 1);
  }

  @Override Tensor forward(Tensor x, Factors m) { return m.times(x); }

  @Override Tensor backward(Tensor dOut, Factors m) { return m.timesBack(dOut); }

  @Override public boolean onlyMultiplies() { return true; }

  @Override public float keptScale() { return 1; }

  @Override Tensor inferenceFactors() {
    scale.fill((float) (1 - p()));
    return scale;
  }

  @Override public Layer sharing() { return new StandardDropout(rate(), units(), null); }
}
