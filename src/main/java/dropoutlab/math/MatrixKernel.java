package dropoutlab.math;

/// The product behind [MatMul]. The shapes have been checked, and `out` is neither factor. Every implementation
/// computes the same bits: element (i, j) is the chain `c = fma(a, b, c)` over k = 0, 1, 2, ... from +0.
sealed interface MatrixKernel permits PlainKernel, VectorKernel, NarrowKernel, SparseKernel {
  /// out = a b, where `a` has as many columns as `b` has rows. `out` is overwritten; its columns lie side by side.
  void product(View a, View b, View out);
}
