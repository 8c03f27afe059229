package dropoutlab.data;

import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.spec.Task;
import dropoutlab.words.Words;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;

/// A loaded data set: the meaning of the columns, and the examples for training and validation.
///
/// @param validation has no examples if nothing is held out
/// @param start      the weights of the model from which an experiment starts, in whose units the examples are; empty
///                   if the first weights are drawn
/// @param notes      decisions made while reading that the user should know, each a sentence
@RecordBuilder
public record DataSet(Schema schema, Examples train, Examples validation, Optional<Weights> start, List<String> notes)
    implements DataSetBuilder.With {
  public DataSet { notes = List.copyOf(notes); }

  public DataSet(Schema schema, Examples train, Examples validation) {
    this(schema, train, validation, Optional.empty(), List.of());
  }

  /// Returns the same examples in the units of a model that was trained on such columns, to start from its weights.
  public DataSet startingFrom(Schema model, Weights weights) {
    Rescaling to = new Rescaling(schema, model);
    return new DataSet(model, to.examples(train), to.examples(validation), Optional.of(weights), notes);
  }

  public boolean holdsOut() { return validation.size() > 0; }

  /// Returns the examples to look at one by one: those held out, or those to train on if nothing is held out.
  public Examples shown() { return holdsOut() ? validation : train; }

  /// Returns the inputs of one of them, in the user's units (1 x inputs).
  public Matrix shownInputs(int row) {
    return Matrix.generate(1, shown().x().cols(), (_, c) -> schema.inputScaling().toRaw(c, shown().x().at(row, c)));
  }

  /// Returns what is true of one of them: the index of its class, or its target in the user's unit, of several the
  /// first.
  public double shownTarget(int row) {
    return schema.task() == Task.CLASSIFICATION ? shown().label(row)
        : TargetUnit.of(schema).value(shown().y().at(row, 0));
  }

  /// Returns the targets of the first of them in the user's unit, one under the other.
  public Matrix shownTargets(int examples) {
    TargetUnit unit = TargetUnit.of(schema);
    int each = shown().y().cols();
    return Matrix.generate(examples * each, 1, (i, _) -> unit.value(shown().y().at(i / each, i % each)));
  }

  /// Returns the name of the examples that [#shown] returns.
  public String shownAs() { return holdsOut() ? Words.of("data.shown.validation") : Words.of("data.shown.training"); }
}
