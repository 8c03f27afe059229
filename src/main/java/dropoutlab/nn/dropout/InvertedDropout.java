package dropoutlab.nn.dropout;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.DropRate;

/// Inverted dropout (Srivastava et al. 2014, section 10), where p is the probability to drop a unit:
///
/// - training: `y = m x`, where m is 0 with probability p and `1 / (1 - p)` otherwise, drawn for every unit of every
///   example; backward `dx = m dOut` with the same m
/// - inference, and p = 0: `y = x`; backward `dx = dOut`
///
/// E[m] = 1 and Var[m] = p / (1 - p): the expected output equals the input, and so nothing is rescaled at inference.
///
/// In plain loops, with x, m, y, dOut and dx of (batch x units); u() is uniform in [0, 1) and takes 32 bits from the
/// layer's own random stream, example after example and unit after unit:
///
/// ```java
/// for (int i = 0; i < batch; i++)
///   for (int j = 0; j < units; j++) m[i][j] = u() < p ? 0 : 1 / (1 - p);   // draw
/// for (int i = 0; i < batch; i++)
///   for (int j = 0; j < units; j++) y[i][j] = m[i][j] * x[i][j];           // forward
/// for (int i = 0; i < batch; i++)
///   for (int j = 0; j < units; j++) dx[i][j] = m[i][j] * dOut[i][j];       // backward
/// ```
///
/// The methods below do the same, many units at a time. [UnitDropout] decides which mask a pass uses (fresh masks, the
/// held mask, or none at inference) and keeps it for the backward pass.
public final class InvertedDropout extends UnitDropout {
  /// @param units the number of columns of the input
  public InvertedDropout(double p, int units, RandomStream stream) { this(new DropRate(p), units, stream); }

  public InvertedDropout(DropRate rate, int units, RandomStream stream) { super(rate, units, stream); }

  @Override void drawRow(RandomStream stream, float[] mask, int offset) {
    stream.fillMask(mask, offset, units(), p(), keptScale());
  }

  /// Draws the masks of the whole batch at once. Two units share one 64-bit word of the stream, and each row begins
  /// with a new word; the numbers are therefore the same only for an even number of units.
  @Override void drawRows(RandomStream stream, float[] mask, int rows) {
    if (units() % 2 == 0) stream.fillMask(mask, 0, rows * units(), p(), keptScale());
    else super.drawRows(stream, mask, rows);
  }

  @Override Tensor forward(Tensor x, Factors m) { return m.times(x); }

  @Override Tensor backward(Tensor dOut, Factors m) { return m.timesBack(dOut); }

  @Override public boolean onlyMultiplies() { return true; }

  @Override public float keptScale() { return (float) (1 / (1 - p())); }

  @Override public InvertedDropout sharing() { return new InvertedDropout(p(), units(), null); }
}
