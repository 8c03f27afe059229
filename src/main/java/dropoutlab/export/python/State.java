package dropoutlab.export.python;

import dropoutlab.frame.Matrix;
import java.util.LinkedHashMap;
import java.util.Map;

/// The weights of a network by the names that PyTorch gives them, each as the rows that PyTorch has: the script reads them in
/// the shape of its own.
final class State {
  private final Map<String, Matrix> tables = new LinkedHashMap<>();

  Map<String, Matrix> tables() { return tables; }

  void put(String name, Matrix table) { tables.put(name, table); }

  /// PyTorch keeps the weights of a unit as a row, the engine as a column.
  void putTransposed(String name, Matrix table) {
    float[] values = new float[table.size()];
    for (int r = 0; r < table.rows(); r++)
      for (int c = 0; c < table.cols(); c++) values[c * table.rows() + r] = (float) table.at(r, c);
    tables.put(name, Matrix.copyOf(values, table.cols(), table.rows()));
  }

  void putLayer(String name, Matrix weights, Matrix biases) {
    putTransposed(name + ".weight", weights);
    put(name + ".bias", biases);
  }
}
