package dropoutlab.data;

import dropoutlab.math.Tensor;
import dropoutlab.spec.Task;

/// Converts from the units of one scaling to those of another scaling of the same columns. If both are equal nothing
/// changes, not even by rounding.
record Rescaling(Schema from, Schema to) {
  Examples examples(Examples examples) {
    return new Examples(rescaled(examples.x(), from.inputScaling(), to.inputScaling()), from.task() != Task.CLASSIFICATION
        ? rescaled(examples.y(), from.targetScaling(), to.targetScaling()) : examples.y());
  }

  private static Tensor rescaled(Tensor x, Scaling from, Scaling to) {
    if (from.equals(to)) return x;
    Tensor rescaled = new Tensor(x.rows(), x.cols());
    for (int r = 0; r < x.rows(); r++)
      for (int c = 0; c < x.cols(); c++) rescaled.set(r, c, (float) to.toScaled(c, from.toRaw(c, x.at(r, c))));
    return rescaled;
  }
}
