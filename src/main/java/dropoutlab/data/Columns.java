package dropoutlab.data;

import dropoutlab.math.Tensor;
import dropoutlab.spec.Task;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The meaning of the columns of a table, and the way from its raw rows to a data set in the engine's units.
///
/// @param form    how the columns become inputs
/// @param classes the class labels in the order of their indices; empty for regression
record Columns(Task task, InputForm form, String target, List<String> classes) {
  static Columns ofRegression(List<String> inputs, String target) {
    return new Columns(Task.REGRESSION, InputForm.ofNumbers(inputs), target, List.of());
  }

  static Columns ofClasses(List<String> inputs, String target, List<String> classes) {
    return new Columns(Task.CLASSIFICATION, InputForm.ofNumbers(inputs), target, classes);
  }

  /// Fits the scaling on `train` alone and applies it to both parts. A missing value, which is NaN, becomes the mean of
  /// its column in `train`.
  DataSet scale(RawExamples train, RawExamples validation) {
    return scaleSteps(train.inputs().getFirst().length, train, validation);
  }

  /// The same for sequences of `width` columns a step: each of them has one mean and one sd for all steps, so that a
  /// value means the same at every step.
  DataSet scaleSteps(int width, RawExamples train, RawExamples validation) {
    List<String> inputs = form.inputs();
    double[] means = Gaps.means(train.inputs(), inputs);
    Gaps.fill(train.inputs(), means);
    Gaps.fill(validation.inputs(), means);
    Schema schema = new Schema(task, inputs, target, classes, inputScaling(train, width), targetScaling(train),
        Optional.empty(), form);
    return new DataSet(schema, scaled(schema, train), scaled(schema, validation));
  }

  private static Scaling inputScaling(RawExamples train, int width) {
    List<Moments> moments = IntStream.range(0, width).mapToObj(column -> moments(train, column, width)).toList();
    List<Moments> all = IntStream.range(0, train.inputs().getFirst().length).mapToObj(c -> moments.get(c % width)).toList();
    return new Scaling(all.stream().map(Moments::mean).toList(), all.stream().map(Moments::sd).toList());
  }

  /// Of every `width`-th column from `first` on.
  private static Moments moments(RawExamples train, int first, int width) {
    double[] values = new double[train.size() * (train.inputs().getFirst().length / width)];
    int at = 0;
    for (double[] row : train.inputs()) for (int c = first; c < row.length; c += width) values[at++] = row[c];
    return Moments.of(values);
  }

  private Scaling targetScaling(RawExamples train) {
    if (task == Task.CLASSIFICATION) return new Scaling(List.of(), List.of());
    Moments moments = Moments.of(train.targets());
    return new Scaling(List.of(moments.mean()), List.of(moments.sd()));
  }

  private static Examples scaled(Schema schema, RawExamples raw) {
    return new Examples(scaledInputs(schema, raw.inputs()), scaledTargets(schema, raw.targets()));
  }

  static Tensor scaledInputs(Schema schema, List<double[]> rows) {
    Tensor x = new Tensor(rows.size(), schema.inputs().size());
    for (int r = 0; r < x.rows(); r++)
      for (int c = 0; c < x.cols(); c++) x.set(r, c, (float) schema.inputScaling().toScaled(c, rows.get(r)[c]));
    return x;
  }

  /// Returns the targets, (examples x outputs): the scaled number, 0 or 1 for two classes, one-hot for more.
  static Tensor scaledTargets(Schema schema, double[] targets) {
    Tensor y = new Tensor(targets.length, schema.outputs());
    for (int r = 0; r < targets.length; r++) {
      if (schema.task() == Task.REGRESSION) y.set(r, 0, (float) schema.targetScaling().toScaled(0, targets[r]));
      else if (schema.outputs() == 1) y.set(r, 0, (float) targets[r]);
      else y.set(r, (int) targets[r], 1f);
    }
    return y;
  }
}
