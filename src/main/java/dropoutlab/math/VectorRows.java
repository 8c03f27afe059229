package dropoutlab.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// [Rows] on the Vector API. The last vector of a row ends with it, and so may copy some values twice.
final class VectorRows {
  private static final VectorSpecies<Float> LONG = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> SHORT = FloatVector.SPECIES_128;

  private VectorRows() {}

  /// Returns whether it was done: not for rows that are shorter than a vector.
  static boolean copy(float[] from, int at, int step, float[] to, int toAt, int toStep, int rows, int cols) {
    if (cols >= LONG.length()) copyLong(from, at, step, to, toAt, toStep, rows, cols);
    else if (cols >= SHORT.length()) copyShort(from, at, step, to, toAt, toStep, rows, cols);
    else return false;
    return true;
  }

  private static void copyLong(float[] from, int at, int step, float[] to, int toAt, int toStep, int rows, int cols) {
    int last = cols - LONG.length();
    for (int r = 0; r < rows; r++, at += step, toAt += toStep) {
      for (int c = 0; c < last; c += LONG.length()) FloatVector.fromArray(LONG, from, at + c).intoArray(to, toAt + c);
      FloatVector.fromArray(LONG, from, at + last).intoArray(to, toAt + last);
    }
  }

  private static void copyShort(float[] from, int at, int step, float[] to, int toAt, int toStep, int rows, int cols) {
    int last = cols - SHORT.length();
    for (int r = 0; r < rows; r++, at += step, toAt += toStep) {
      FloatVector.fromArray(SHORT, from, at).intoArray(to, toAt);
      FloatVector.fromArray(SHORT, from, at + last).intoArray(to, toAt + last);
    }
  }
}
