package dropoutlab.nn.dropout;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Layer;

/// Dropout as it was first published (Hinton et al. 2012; Srivastava et al. 2014, section 4), where p is the
/// probability to drop a unit:
///
/// - training: `y = m x`, where m is 0 with probability p and 1 otherwise; backward `dx = m dOut` with the same m
/// - inference: `y = (1 - p) x`; backward `dx = (1 - p) dOut`
///
/// E[m] = 1 - p and Var[m] = p (1 - p). The paper scales the weights that follow instead of y, which gives the same
/// output. Inverted dropout describes the same networks but reaches them by another path: at equal learning rates, the
/// weights that follow receive different gradients.
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
