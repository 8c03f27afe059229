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
    return new Dropped(p, table(x), table(factors), values(), table(dOut), dOut == null ? Matrix.EMPTY : table(dx));
  }

  /// Returns what the factors of a whole block did to its output: `ỹ = m f(x)`, or f(x) or `past` where one of the two
  /// was chosen.
  ///
  /// @param f    f(x); empty if it was not computed
  /// @param kept the factor of each example, (examples x 1)
  /// @param past what stands in for a block that was left out; null for 0
  public Dropped branch(double p, Matrix f, Matrix kept, Matrix past) {
    Matrix dAfter = table(dOut);
    int rows = kept.rows(), cols = shape.size();
    Matrix m = Matrix.generate(rows, cols, (r, _) -> kept.at(r, 0));
    Matrix after = Matrix.generate(rows, cols, (r, c) -> kept.at(r, 0) != 0 ? (float) kept.at(r, 0) * (float) f.at(r, c)
        : past == null ? 0 : past.at(r, c));
    Matrix dBefore = Matrix.generate(dAfter.rows(), cols, (r, c) -> (float) kept.at(r, 0) * (float) dAfter.at(r, c));
    return new Dropped(p, f, m, after, dAfter, dBefore);
  }

  /// Copies the first rows of a tensor, at most [#examples]; an empty matrix for null.
  public Matrix table(Tensor of) {
    if (of == null || of.size() == 0) return Matrix.EMPTY;
    return Matrix.copyOf(of.data(), Math.min(examples, of.rows()), of.cols());
  }
}
