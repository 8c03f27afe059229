package dropoutlab.nn.layer;

import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.LayerView.Kind;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import java.util.Optional;

/// What went through a layer last, from which the layer makes its view. `x` and `y` are null before the first pass;
/// `dOut` is null if no gradient is asked for.
///
/// @param shape    the shape of the layer's output
/// @param x        the input, (batch x in)
/// @param y        the output, (batch x out)
/// @param dOut     the gradient by `y`, (batch x out)
/// @param examples the number of rows of the batch to show
public record Passage(Shape shape, Tensor x, Tensor y, Tensor dOut, int examples) {
  public Matrix values() { return table(y); }

  /// Returns the view of a layer that drops nothing.
  public LayerView plain(Kind kind) { return LayerView.of(kind, shape, values(), Optional.empty()); }

  /// Returns what a layer that multiplies its input by a mask did.
  ///
  /// @param factors the mask, (batch x values), or a tensor without rows
  /// @param dx      the gradient by `x` from the last backward pass
  public Dropped dropped(double p, Tensor factors, Tensor dx) {
    return new Dropped(p, table(x), table(factors), table(dOut), dOut == null ? Matrix.EMPTY : table(dx));
  }

  /// Copies the first rows of a tensor, at most [#examples]; an empty matrix for null.
  public Matrix table(Tensor of) {
    if (of == null || of.size() == 0) return Matrix.EMPTY;
    return Matrix.copyOf(of.data(), Math.min(examples, of.rows()), of.cols());
  }
}
