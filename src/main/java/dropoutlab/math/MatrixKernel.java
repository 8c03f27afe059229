package dropoutlab.math;

/// The product behind [MatMul], on shapes that have been checked and on an `out` that is neither factor. Every
/// implementation gives the same bits: element (i, j) is the chain `c = fma(a, b, c)` over k = 0, 1, 2, ... from +0.
sealed interface MatrixKernel permits PlainKernel, VectorKernel, NarrowKernel, SparseKernel {
  /// out = a b, where `a` has as many columns as `b` has rows. `out` is overwritten; its columns lie side by side.
  void product(View a, View b, View out);
}
