package dropoutlab.nn.dropout;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Layer;

/// Uniform noise, "Uout" (Li, Chen, Hu and Yang 2019, "Understanding the Disharmony Between Dropout and Batch
/// Normalization by Variance Shift"):
///
/// - training: `y = x + x r = m x`, with r uniform in [-β, β), so that m = 1 + r; backward `dx = m dOut` with the same
///   m
/// - inference: `y = x`; backward `dx = dOut`
///
/// E[m] = 1 and Var[m] = β² / 3. For an input of mean 0, the ratio of the variance at inference to the variance in
/// training is 3 / (3 + β²). This is closer to 1 than any useful drop rate allows, as a batch normalisation after the
/// layer needs it. The strength of the noise depends on β alone: any p > 0 only switches it on.
public final class UniformDropout extends UnitDropout {
  private final double beta;

  /// @param beta in [0, 1]
  public UniformDropout(DropRate rate, double beta, int units, RandomStream stream) {
    super(rate, units, stream);
    this.beta = beta;
  }

  @Override void drawRow(RandomStream stream, float[] mask, int offset) {
    for (int c = 0; c < units(); c++) mask[offset + c] = (float) (1 + stream.uniform(-beta, beta));
  }

  @Override Tensor forward(Tensor x, Factors m) { return m.times(x); }

  @Override Tensor backward(Tensor dOut, Factors m) { return m.timesBack(dOut); }

  @Override public boolean onlyMultiplies() { return true; }

  @Override public float keptScale() { return 1; }

  @Override public Layer sharing() { return new UniformDropout(new DropRate(p()), beta, units(), null); }
}
