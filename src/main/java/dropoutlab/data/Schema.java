package dropoutlab.data;

import dropoutlab.math.Shape;
import dropoutlab.spec.Task;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;

/// What the columns mean: it travels with a model, so that new data can be read as the training data were.
///
/// @param inputs        a name an input of the network
/// @param target        the name of what is predicted, with its unit where it has one
/// @param classes       the class labels in the order of their indices; empty for regression
/// @param inputScaling  an entry an input
/// @param targetScaling one entry for regression; no entry for classes
/// @param image         present when the inputs are pixels
/// @param form          how the inputs are made of a file's columns or pixels
@RecordBuilder
public record Schema(Task task, List<String> inputs, String target, List<String> classes, Scaling inputScaling,
                     Scaling targetScaling, Optional<ImageShape> image, InputForm form)
    implements SchemaBuilder.With {
  public Schema {
    inputs = List.copyOf(inputs);
    classes = List.copyOf(classes);
  }

  /// Each input is a column of numbers.
  public Schema(Task task, List<String> inputs, String target, List<String> classes, Scaling inputScaling,
                Scaling targetScaling, Optional<ImageShape> image) {
    this(task, inputs, target, classes, inputScaling, targetScaling, image, InputForm.ofNumbers(inputs));
  }

  /// How the input columns are to be read.
  public Shape shape() {
    return image.map(size -> new Shape(1, size.height(), size.width())).orElse(Shape.vector(inputs.size()));
  }

  /// The same target of inputs that have no names and no units: what a network's body makes of the data's.
  public Schema ofFeatures() { return with(to -> to.inputs(List.of()).image(Optional.empty())); }

  /// The standard deviation of an input column, which says what digits of it count.
  public double inputSpread(int column) { return inputScaling.sd().get(column); }

  /// That of the target of a regression.
  public double targetSpread() { return targetScaling.sd().getFirst(); }

  /// The label of a class, or its index where there is none.
  public String className(int index) {
    return index >= 0 && index < classes.size() ? classes.get(index) : Integer.toString(index);
  }

  /// The width of the network's output layer: 1 for regression and two classes, else the number of classes.
  public int outputs() {
    return task == Task.REGRESSION || classes.size() == 2 ? 1 : classes.size();
  }
}
