package dropoutlab.export.onnx;

import dropoutlab.frame.Matrix;
import java.util.ArrayList;
import java.util.List;

/// The tables of numbers that a layer of the body keeps, handed out in their order.
///
/// @param parameters what it learns
/// @param buffers    the statistics that it gathers
record Tables(List<Matrix> parameters, List<Matrix> buffers) {
  Matrix parameter(int i) { return parameters.get(i); }

  Matrix buffer(int i) { return buffers.get(i); }

  /// Returns the parameters from that one on.
  Tables from(int parameter) { return new Tables(parameters.subList(parameter, parameters.size()), buffers); }

  /// Splits off as many as each inner layer keeps.
  ///
  /// @param counts for each layer how many parameters and how many buffers
  List<Tables> split(List<int[]> counts) {
    List<Tables> parts = new ArrayList<>();
    int p = 0, b = 0;
    for (int[] count : counts)
      parts.add(new Tables(parameters.subList(p, p += count[0]), buffers.subList(b, b += count[1])));
    return parts;
  }

  static float[] floats(Matrix table) {
    float[] values = new float[table.size()];
    table.copyInto(values, 0);
    return values;
  }

  /// Returns the table with rows and columns exchanged, row by row.
  static float[] transposed(Matrix table) {
    float[] values = new float[table.size()];
    for (int r = 0; r < table.rows(); r++)
      for (int c = 0; c < table.cols(); c++) values[c * table.rows() + r] = (float) table.at(r, c);
    return values;
  }
}
