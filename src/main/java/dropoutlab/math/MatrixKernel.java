package dropoutlab.math;

/// The three products behind [MatMul], on shapes that have been checked and on an `out` that is neither operand. Every
/// implementation gives the same bits: element (i, j) is the chain `c = fma(a, b, c)` over k = 0, 1, 2, ... from +0.
sealed interface MatrixKernel permits PlainKernel, VectorKernel {
  void multiply(Tensor a, Tensor b, Tensor out);

  void multiplyTransposedA(Tensor a, Tensor b, Tensor out);

  void multiplyTransposedB(Tensor a, Tensor b, Tensor out);
}
