package dropoutlab.data;

import dropoutlab.spec.Task;
import dropoutlab.words.Words;
import java.util.List;

/// Makes the inputs of data their own targets: an autoencoder learns to give out what it is given. Targets are scaled as
/// the inputs are.
final class Reconstruction {
  private Reconstruction() {}

  static DataSet of(DataSet data) {
    Schema inputs = data.schema();
    Schema schema = inputs.with(to -> to.task(Task.RECONSTRUCTION).target(target(inputs)).classes(List.of())
        .targetScaling(inputs.inputScaling()));
    return data.with(to -> to.schema(schema).train(of(data.train())).validation(of(data.validation())));
  }

  private static Examples of(Examples examples) { return new Examples(examples.x(), examples.x()); }

  /// The inputs as one quantity, and in which unit errors of it are told.
  private static String target(Schema of) {
    if (of.image().isPresent()) return Words.of("autoencoder.target.grey");
    return of.hasOneInputScale() ? Words.of("autoencoder.target.inputs") : Words.of("autoencoder.target.sd");
  }
}
