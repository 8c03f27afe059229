package dropoutlab.nn.dropout;

import dropoutlab.frame.LayerView.Kind;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.DropRate;
import java.util.Arrays;

/// Spatial dropout (Tompson et al. 2015). Neighbouring values carry almost the same information, and so whole maps of
/// an image, or whole features of a sequence, are dropped:
///
/// - training: `y[c, i] = m[c] x[c, i]`, where m[c] is 0 with probability p and `1 / (1 - p)` otherwise; one factor is
///   drawn for each map c of each example and serves all its places i; in a sequence, c is the feature and i the step;
///   backward `dx = m dOut` with the same m
/// - inference, and p = 0: `y = x`; backward `dx = dOut`
///
/// E[m] = 1 and Var[m] = p / (1 - p), as in inverted dropout. A single map of several rows is read as a sequence; a
/// vector is a sequence of one step, for which this is inverted dropout.
public final class SpatialDropout extends UnitDropout {
  private final Shape shape;
  private final float[] groups;

  public SpatialDropout(double p, Shape shape, RandomStream stream) { this(new DropRate(p), shape, stream); }

  public SpatialDropout(DropRate rate, Shape shape, RandomStream stream) {
    super(rate, shape.size(), stream);
    this.shape = shape;
    groups = new float[shape.maps() > 1 ? shape.maps() : shape.cols()];
  }

  @Override void drawRow(RandomStream stream, float[] mask, int offset) {
    stream.fillMask(groups, 0, groups.length, p(), keptScale());
    int places = units() / groups.length;
    if (shape.maps() > 1)
      for (int c = 0; c < groups.length; c++)
        Arrays.fill(mask, offset + c * places, offset + (c + 1) * places, groups[c]);
    else
      for (int t = 0; t < places; t++) System.arraycopy(groups, 0, mask, offset + t * groups.length, groups.length);
  }

  @Override Tensor forward(Tensor x, Factors m) { return m.times(x); }

  @Override Tensor backward(Tensor dOut, Factors m) { return m.timesBack(dOut); }

  @Override public boolean onlyMultiplies() { return true; }

  @Override public float keptScale() { return (float) (1 / (1 - p())); }

  @Override public SpatialDropout sharing() { return new SpatialDropout(p(), shape, null); }

  @Override Kind kind() { return Kind.SPATIAL_DROPOUT; }
}
