package dropoutlab.math;

/// A factor of a product as it lies in memory, transposed or not: element (r, c) is `data[r * rowStep + c * colStep]`.
record Operand(float[] data, int rowStep, int colStep) {
  static Operand of(Tensor t) { return new Operand(t.data(), t.cols(), 1); }

  static Operand transposed(Tensor t) { return new Operand(t.data(), 1, t.cols()); }

  int at(int row, int col) { return row * rowStep + col * colStep; }
}
