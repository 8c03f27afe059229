package dropoutlab.data;

import dropoutlab.math.Shape;
import dropoutlab.spec.Task;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;

/// The meaning of the columns. It is stored with a model, so that new data can be read as the training data were.
///
/// @param inputs        the names of the network's inputs
/// @param target        the name of what is predicted, with its unit if it has one
/// @param classes       the class labels in the order of their indices; empty for regression
/// @param inputScaling  one entry per input
/// @param targetScaling one entry for regression; no entry for classes
/// @param image         present if the inputs are pixels
/// @param form          how the inputs are made from a file's columns or pixels
@RecordBuilder
public record Schema(Task task, List<String> inputs, String target, List<String> classes, Scaling inputScaling,
                     Scaling targetScaling, Optional<ImageShape> image, InputForm form)
    implements SchemaBuilder.With {
  public Schema {
    inputs = List.copyOf(inputs);
    classes = List.copyOf(classes);
  }

  /// Makes a schema in which each input is a column of numbers.
  public Schema(Task task, List<String> inputs, String target, List<String> classes, Scaling inputScaling,
                Scaling targetScaling, Optional<ImageShape> image) {
    this(task, inputs, target, classes, inputScaling, targetScaling, image, InputForm.ofNumbers(inputs));
  }

  /// Returns the shape in which the input columns are read.
  public Shape shape() {
    return image.map(size -> new Shape(1, size.height(), size.width())).orElse(Shape.vector(inputs.size()));
  }

  /// Returns a schema of the same target for inputs without names and units, which are what a network's body makes of
  /// the data.
  public Schema ofFeatures() { return with(to -> to.inputs(List.of()).image(Optional.empty())); }

  /// Returns the standard deviation of an input column, which shows how many of its digits matter.
  public double inputSpread(int column) { return inputScaling.sd().get(column); }

  /// Returns the standard deviation of the target of a regression.
  public double targetSpread() { return targetScaling.sd().getFirst(); }

  /// Returns the label of a class, or its index where there is none.
  public String className(int index) {
    return index >= 0 && index < classes.size() ? classes.get(index) : Integer.toString(index);
  }

  /// Returns the width of the network's output layer: 1 for regression and for two classes, else the number of classes.
  public int outputs() {
    return task == Task.REGRESSION || classes.size() == 2 ? 1 : classes.size();
  }
}
