package dropoutlab.claim;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.dropout.InvertedDropout;
import dropoutlab.nn.dropout.StandardDropout;
import dropoutlab.nn.dropout.UnitDropout;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.Mode;
import java.util.function.ToDoubleFunction;

/// One unit of the engine whose inputs are dropped: a layer of dropout and a dense layer behind it.
public final class DroppedUnit {
  private final UnitDropout dropout;
  private final Dense dense;
  private final double[] x;

  /// @param w as many as `x`
  public DroppedUnit(double p, boolean inverted, double[] w, double[] x, double bias, RandomStream masks) {
    dropout = inverted ? new InvertedDropout(p, x.length, masks) : new StandardDropout(p, x.length, masks);
    dense = new Dense(x.length, 1);
    for (int i = 0; i < w.length; i++) dense.weights().value().data()[i] = (float) w[i];
    dense.biases().value().data()[0] = (float) bias;
    this.x = x.clone();
  }

  /// Returns what is put out with masks off, (1 x 1), valid until the next call.
  public Tensor masksOff() { return forward(1, Mode.INFERENCE); }

  /// Returns what passes with masks of their own put out, (passes x 1), valid until the next call. The first of them
  /// are the same, however many follow.
  public Tensor drawn(int passes) { return forward(passes, Mode.FRESH); }

  /// Returns a number of what is put out under each mask of [EveryMask].
  public double[] underEveryMask(ToDoubleFunction<Tensor> number) {
    return EveryMask.of(dropout, x.length, () -> number.applyAsDouble(forward(1, Mode.FRESH)));
  }

  private Tensor forward(int rows, Mode mode) {
    Tensor batch = new Tensor(rows, x.length);
    for (int r = 0; r < rows; r++) for (int i = 0; i < x.length; i++) batch.set(r, i, (float) x[i]);
    return dense.forward(dropout.forward(batch, mode), mode);
  }
}
