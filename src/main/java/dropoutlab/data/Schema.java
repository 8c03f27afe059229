package dropoutlab.data;

import dropoutlab.math.Shape;
import dropoutlab.spec.Task;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;

/// The meaning of the columns. It is stored with a model, so that new data can be read as the training data were.
///
/// @param inputs        the names of the network's inputs
/// @param target        the name of what is predicted, with its unit if it has one; of a reconstruction, that of the
///                      inputs as one quantity
/// @param classes       the class labels in the order of their indices; empty for numbers
/// @param inputScaling  one entry per input
/// @param targetScaling one entry for regression, that of the inputs for a reconstruction; no entry for classes
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

  /// Returns whether all inputs have the same unit: they are scaled in the same way.
  boolean hasOneInputScale() { return inputScaling.sd().stream().distinct().count() <= 1; }

  /// Returns the standard deviation of the target in its unit; see [TargetUnit].
  public double targetSpread() { return TargetUnit.of(this).sd(); }

  /// Returns the label of a class, or its index where there is none.
  public String className(int index) {
    return index >= 0 && index < classes.size() ? classes.get(index) : Integer.toString(index);
  }

  /// Returns the width of the network's output layer: 1 for regression and for two classes, else the number of classes,
  /// or of inputs that are reconstructed.
  public int outputs() {
    return switch (task) {
      case REGRESSION -> 1;
      case CLASSIFICATION -> classes.size() == 2 ? 1 : classes.size();
      case RECONSTRUCTION -> inputs.size();
    };
  }
}
