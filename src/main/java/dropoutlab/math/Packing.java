package dropoutlab.math;

import static dropoutlab.math.VectorTiles.LANES;
import static dropoutlab.math.VectorTiles.PANEL;
import static dropoutlab.math.VectorTiles.ROW_STEP;
import static dropoutlab.math.VectorTiles.SPECIES;
import static dropoutlab.math.VectorTiles.TILE_ROWS;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/// Copies parts of the factors into the order in which [VectorTiles] reads them, and transposes them on the way.
final class Packing {
  private Packing() {}

  /// Copies rows `row` to `row + rows` and steps `k` to `k + steps` of `a`, with rows ROW_STEP apart; the last row is
  /// repeated up to a multiple of TILE_ROWS.
  static void left(View a, int row, int rows, int k, int steps, float[] to) {
    float[] from = a.data();
    int step = a.colStep();
    int r = 0;
    if (step == 1) for (; r < rows; r++) System.arraycopy(from, a.at(row + r, k), to, r * ROW_STEP, steps);
    for (; r <= rows - 8; r += 8) turn(from, a.at(row + r, k), step, steps, to, r * ROW_STEP);
    for (; r < rows; r++) spread(from, a.at(row + r, k), step, steps, to, r * ROW_STEP, 1);
    for (; r % TILE_ROWS != 0; r++) System.arraycopy(to, (rows - 1) * ROW_STEP, to, r * ROW_STEP, steps);
  }

  /// Copies eight rows of a transposed factor at once: they lie side by side there and fill half of a cache line.
  private static void turn(float[] from, int first, int step, int steps, float[] to, int toAt) {
    int at = first;
    for (int s = toAt; s < toAt + steps; s++) {
      to[s] = from[at];
      to[s + ROW_STEP] = from[at + 1];
      to[s + 2 * ROW_STEP] = from[at + 2];
      to[s + 3 * ROW_STEP] = from[at + 3];
      to[s + 4 * ROW_STEP] = from[at + 4];
      to[s + 5 * ROW_STEP] = from[at + 5];
      to[s + 6 * ROW_STEP] = from[at + 6];
      to[s + 7 * ROW_STEP] = from[at + 7];
      at += step;
    }
  }

  /// Copies steps `k` to `k + steps` of columns `col` to `col + width` of `b`, PANEL values per step, filled up with
  /// zeros.
  static void right(View b, int k, int steps, int col, int width, float[] to) {
    float[] from = b.data();
    int at = b.at(k, col), step = b.rowStep();
    if (b.colStep() == 1 && width == PANEL) {
      for (int s = 0; s < steps; s++) {
        FloatVector.fromArray(SPECIES, from, at + s * step).intoArray(to, s * PANEL);
        FloatVector.fromArray(SPECIES, from, at + s * step + LANES).intoArray(to, s * PANEL + LANES);
      }
    } else {
      if (width < PANEL) Arrays.fill(to, 0, steps * PANEL, 0);
      for (int j = 0; j < width; j++)
        if (step == 1) neighbours(from, at + j * b.colStep(), steps, to, j);
        else spread(from, at + j * b.colStep(), step, steps, to, j, PANEL);
    }
  }

  /// Copies as [#spread] does, from neighbours to every PANEL-th place: distances that the compiler knows make the loop
  /// twice as fast.
  private static void neighbours(float[] from, int at, int count, float[] to, int toAt) {
    for (int s = 0; s < count; s++) to[toAt + s * PANEL] = from[at + s];
  }

  /// Copies `count` values that are `step` apart to places that are `toStep` apart.
  private static void spread(float[] from, int at, int step, int count, float[] to, int toAt, int toStep) {
    for (int s = 0; s < count; s++) to[toAt + s * toStep] = from[at + s * step];
  }
}
