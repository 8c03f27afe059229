package dropoutlab.nn.dropout;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.DropRate;

/// Inverted dropout (Srivastava et al. 2014, section 10), p being the probability to drop:
///
/// - training: `y = m x`, with `m = 0` with probability p, else `1 / (1 - p)`, drawn for every unit of every example;
///   backward `dx = m dOut` with the same m
/// - inference, and p = 0: `y = x`; backward `dx = dOut`
///
/// E[m] = 1 and Var[m] = p / (1 - p).
///
/// Written out, for unit j of example i, with u uniform in [0, 1) from the layer's own stream:
///
/// ```java
/// m[i][j] = u < p ? 0 : 1 / (1 - p);    // the draw
/// y[i][j] = m[i][j] * x[i][j];          // the way forward
/// dx[i][j] = m[i][j] * dOut[i][j];      // the way back
/// ```
///
/// The methods below do the same for all units at once.
public final class InvertedDropout extends UnitDropout {
  /// @param units how many columns the input has
  public InvertedDropout(double p, int units, RandomStream stream) { this(new DropRate(p), units, stream); }

  public InvertedDropout(DropRate rate, int units, RandomStream stream) { super(rate, units, stream); }

  @Override void drawRow(RandomStream stream, float[] mask, int offset) {
    stream.fillMask(mask, offset, units(), p(), keptScale());
  }

  /// Two values share a word of the stream, so that rows of an even length can be drawn as one.
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
