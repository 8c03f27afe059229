package dropoutlab.math;

import static dropoutlab.math.VectorTiles.LANES;
import static dropoutlab.math.VectorTiles.PANEL;
import static dropoutlab.math.VectorTiles.ROWS;
import static dropoutlab.math.VectorTiles.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/// Copies parts of the factors into the order in which [VectorTiles] reads them; transposing is done on the way.
final class Packing {
  private Packing() {}

  /// Rows `row` to `row + rows` of `a`, steps `k` to `k + steps`, as strips of 8 rows, each step's 8 values side by
  /// side. The rows missing from the last strip are left undefined; nothing computed from them is kept.
  static void left(View a, int row, int rows, int k, int steps, float[] to) {
    for (int r = 0; r < rows; r += ROWS) {
      int height = Math.min(ROWS, rows - r);
      int from = a.at(row + r, k);
      if (a.rowStep() == 1) copyStrip(a, from, height, steps, to, r * steps);
      else for (int i = 0; i < height; i++) spread(a.data(), from + i * a.rowStep(), steps, to, r * steps + i, ROWS);
    }
  }

  /// Steps `k` to `k + steps` of columns `col` to `col + width` of `b`: PANEL values a step, filled up with zeros.
  static void right(View b, int k, int steps, int col, int width, float[] to) {
    int from = b.at(k, col);
    if (width < PANEL) Arrays.fill(to, 0, steps * PANEL, 0);
    if (b.colStep() != 1) {
      for (int j = 0; j < width; j++) spread(b.data(), from + j * b.colStep(), steps, to, j, PANEL);
    } else if (width < PANEL) {
      for (int s = 0; s < steps; s++) System.arraycopy(b.data(), from + s * b.rowStep(), to, s * PANEL, width);
    } else {
      for (int s = 0; s < steps; s++) {
        FloatVector.fromArray(SPECIES, b.data(), from + s * b.rowStep()).intoArray(to, s * PANEL);
        FloatVector.fromArray(SPECIES, b.data(), from + s * b.rowStep() + LANES).intoArray(to, s * PANEL + LANES);
      }
    }
  }

  /// One strip of a factor whose rows already lie side by side. Vectors longer than a strip run into the next step's
  /// place, which is written after them; the last steps are copied singly so as not to read past the factor's end.
  private static void copyStrip(View a, int from, int height, int steps, float[] to, int at) {
    int beyond = a.data().length - from - Math.max(LANES, ROWS);
    int safe = height < ROWS ? 0 : Math.clamp(Math.floorDiv(beyond, a.colStep()) + 1L, 0, steps);
    for (int s = 0; s < safe; s++)
      for (int r = 0; r < ROWS; r += LANES)
        FloatVector.fromArray(SPECIES, a.data(), from + s * a.colStep() + r).intoArray(to, at + s * ROWS + r);
    for (int s = safe; s < steps; s++) System.arraycopy(a.data(), from + s * a.colStep(), to, at + s * ROWS, height);
  }

  /// Lays `count` neighbours out `step` apart.
  private static void spread(float[] from, int at, int count, float[] to, int toAt, int step) {
    if (step == ROWS) for (int s = 0; s < count; s++) to[toAt + s * ROWS] = from[at + s];
    else for (int s = 0; s < count; s++) to[toAt + s * PANEL] = from[at + s];
  }
}
