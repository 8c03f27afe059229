package dropoutlab.data;

import dropoutlab.frame.Weights;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;

/// A loaded data set: what the columns mean, and the examples for training and validation.
///
/// @param start the weights of the model that an experiment starts from, in whose units the examples are; empty where
///              first weights are drawn
@RecordBuilder
public record DataSet(Schema schema, Examples train, Examples validation, Optional<Weights> start)
    implements DataSetBuilder.With {
  public DataSet(Schema schema, Examples train, Examples validation) {
    this(schema, train, validation, Optional.empty());
  }

  /// The same examples in the units of a model that was trained on such columns, to start from its weights.
  public DataSet startingFrom(Schema model, Weights weights) {
    Rescaling to = new Rescaling(schema, model);
    return new DataSet(model, to.examples(train), to.examples(validation), Optional.of(weights));
  }
}
