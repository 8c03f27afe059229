package dropoutlab.nn.layer;

import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.LayerView.Kind;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import java.util.Optional;

/// What went through a layer last, for its view. Tensors are null before the first pass, gradients where they are not
/// asked for.
///
/// @param shape    of what the layer gives out
/// @param dOut     the gradient by `y`
/// @param examples how many rows of the batch are shown
public record Passage(Shape shape, Tensor x, Tensor y, Tensor dOut, int examples) {
  public Matrix values() { return table(y); }

  /// The view of a layer that drops nothing.
  public LayerView plain(Kind kind) { return LayerView.of(kind, shape, values(), Optional.empty()); }

  /// What a layer that multiplies its input did.
  ///
  /// @param factors (batch x values), or no rows
  /// @param dx      the gradient by `x` of the last way back
  public Dropped dropped(double p, Tensor factors, Tensor dx) {
    return new Dropped(p, table(x), table(factors), table(dOut), dOut == null ? Matrix.EMPTY : table(dx));
  }

  /// The first rows of a tensor.
  public Matrix table(Tensor of) {
    if (of == null || of.size() == 0) return Matrix.EMPTY;
    return Matrix.copyOf(of.data(), Math.min(examples, of.rows()), of.cols());
  }
}
