package dropoutlab.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// [Rows] on the Vector API. The last vector of a row ends with the row, and so may copy some values twice.
final class VectorRows {
  private static final VectorSpecies<Float> LONG = Lanes.FLOATS;
  private static final VectorSpecies<Float> SHORT = Lanes.FOUR_FLOATS;

  private VectorRows() {}

  /// Copies the rows and returns true, unless they are shorter than the shortest vector.
  static boolean copy(float[] from, int at, int step, float[] to, int toAt, int toStep, int rows, int cols) {
    if (cols >= LONG.length()) copy(LONG, from, at, step, to, toAt, toStep, rows, cols);
    else if (cols >= SHORT.length()) copy(SHORT, from, at, step, to, toAt, toStep, rows, cols);
    else return false;
    return true;
  }

  private static void copy(VectorSpecies<Float> species, float[] from, int at, int step, float[] to, int toAt,
      int toStep, int rows, int cols) {
    int lanes = species.length(), last = cols - lanes;
    for (int r = 0; r < rows; r++, at += step, toAt += toStep) {
      for (int c = 0; c < last; c += lanes) FloatVector.fromArray(species, from, at + c).intoArray(to, toAt + c);
      FloatVector.fromArray(species, from, at + last).intoArray(to, toAt + last);
    }
  }
}
