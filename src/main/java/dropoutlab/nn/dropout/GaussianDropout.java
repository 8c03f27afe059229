package dropoutlab.nn.dropout;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Layer;

/// Gaussian dropout (Srivastava et al. 2014, section 10). Its noise has the mean and variance of inverted dropout at
/// drop rate p:
///
/// - training: `y = m x`, with m drawn from N(1, p / (1 - p)); backward `dx = m dOut` with the same m
/// - inference: `y = x`; backward `dx = dOut`
///
/// The paper writes the variance as (1 - p) / p, because its p is the probability to keep. No unit is ever dropped
/// completely, and a factor may be negative.
public final class GaussianDropout extends UnitDropout {
  public GaussianDropout(double p, int units, RandomStream stream) { this(new DropRate(p), units, stream); }

  public GaussianDropout(DropRate rate, int units, RandomStream stream) { super(rate, units, stream); }

  @Override void drawRow(RandomStream stream, float[] mask, int offset) {
    double sd = Math.sqrt(p() / (1 - p()));
    for (int c = 0; c < units(); c++) mask[offset + c] = (float) (1 + sd * stream.nextGaussian());
  }

  @Override Tensor forward(Tensor x, Factors m) { return m.times(x); }

  @Override Tensor backward(Tensor dOut, Factors m) { return m.timesBack(dOut); }

  @Override public boolean onlyMultiplies() { return true; }

  @Override public float keptScale() { return 1; }

  @Override public Layer sharing() { return new GaussianDropout(p(), units(), null); }
}
