package dropoutlab.ui.sweep;

import dropoutlab.data.DataException;
import dropoutlab.data.DataSet;
import dropoutlab.data.Scaling;
import dropoutlab.data.Schema;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.Task;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What the data of sweeps mean. A folder from another computer can be read without its data: then only their task is
/// known. For one thread.
final class Schemas {
  private static final Scaling NOT_KNOWN = new Scaling(List.of(), List.of());

  private final Function<Experiment, DataSet> data;
  private DataSpec of;
  private Schema known;

  Schemas(Function<Experiment, DataSet> data) { this.data = data; }

  Schema of(Experiment experiment) {
    if (!experiment.data().equals(of)) {
      known = read(experiment);
      of = experiment.data();
    }
    return known;
  }

  private Schema read(Experiment experiment) {
    try {
      return data.apply(experiment).schema();
    } catch (DataException | ExperimentException | IllegalArgumentException notHere) {
      return new Schema(task(experiment.data()), List.of(), "", List.of(), NOT_KNOWN, NOT_KNOWN, Optional.empty());
    }
  }

  private static Task task(DataSpec data) {
    return switch (data) {
      case DataSpec.Generated made -> made.set().task();
      case DataSpec.Csv table -> table.task();
      case DataSpec.Points points -> points.task();
      case DataSpec.MaunaLoa _ -> Task.REGRESSION;
      case DataSpec.Autoencoder _ -> Task.RECONSTRUCTION;
      case DataSpec.Idx _, DataSpec.Text _ -> Task.CLASSIFICATION;
    };
  }
}
