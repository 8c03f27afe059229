package dropoutlab.data;

import java.util.ArrayList;
import java.util.List;

/// Examples in the user's units, before scaling.
///
/// @param inputs  one row of numbers per example
/// @param targets the number to predict, or the index of the class, of each example
record RawExamples(List<double[]> inputs, double[] targets) {
  RawExamples {
    if (inputs.size() != targets.length)
      throw new IllegalArgumentException(inputs.size() + " inputs but " + targets.length + " targets");
  }

  int size() { return targets.length; }

  RawExamples pick(int[] rows) {
    List<double[]> picked = new ArrayList<>(rows.length);
    double[] values = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      picked.add(inputs.get(rows[i]));
      values[i] = targets[rows[i]];
    }
    return new RawExamples(picked, values);
  }
}
