package dropoutlab.math;

import static dropoutlab.math.VectorTiles.LANES;
import static dropoutlab.math.VectorTiles.PANEL;
import static dropoutlab.math.VectorTiles.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/// Copies parts of the factors into the order in which [VectorTiles] reads them; transposing is done on the way.
final class Packing {
  /// Rows of a transposed factor that are turned together: they lie side by side, half a line of the cache.
  private static final int TOGETHER = 8;

  private Packing() {}

  /// Rows `row` to `row + rows` of a transposed `a`, steps `k` to `k + steps`, row by row.
  static void left(View a, int row, int rows, int k, int steps, float[] to) {
    int r = 0;
    for (; r <= rows - TOGETHER; r += TOGETHER) turn(a.data(), a.at(row + r, k), a.colStep(), steps, to, r * steps);
    for (; r < rows; r++) spread(a.data(), a.at(row + r, k), a.colStep(), steps, to, r * steps, 1);
  }

  private static void turn(float[] from, int first, int step, int steps, float[] to, int t0) {
    int t1 = t0 + steps, t2 = t1 + steps, t3 = t2 + steps, t4 = t3 + steps, t5 = t4 + steps, t6 = t5 + steps;
    int t7 = t6 + steps;
    int at = first;
    for (int s = 0; s < steps; s++, at += step) {
      to[t0 + s] = from[at];
      to[t1 + s] = from[at + 1];
      to[t2 + s] = from[at + 2];
      to[t3 + s] = from[at + 3];
      to[t4 + s] = from[at + 4];
      to[t5 + s] = from[at + 5];
      to[t6 + s] = from[at + 6];
      to[t7 + s] = from[at + 7];
    }
  }

  /// Steps `k` to `k + steps` of columns `col` to `col + width` of `b`: PANEL values a step, filled up with zeros.
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

  /// As [#spread], from neighbours to every PANEL-th place: steps that the compiler knows make the loop twice as fast.
  private static void neighbours(float[] from, int at, int count, float[] to, int toAt) {
    for (int s = 0; s < count; s++) to[toAt + s * PANEL] = from[at + s];
  }

  /// Copies `count` values, `step` apart, to places `toStep` apart.
  private static void spread(float[] from, int at, int step, int count, float[] to, int toAt, int toStep) {
    for (int s = 0; s < count; s++) to[toAt + s * toStep] = from[at + s * step];
  }
}
