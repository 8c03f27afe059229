package dropoutlab.export;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.data.Schema;
import dropoutlab.nn.build.NetworkSize;
import dropoutlab.nn.build.TableSize;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Task;
import dropoutlab.words.Words;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Loads the data of an experiment with the weights of the model from which it starts, if it names one.
public final class StartedData {
  private StartedData() {}

  /// @param base the folder from which relative paths start
  /// @throws dropoutlab.data.DataException if the data cannot be learned from
  /// @throws ExperimentException           with one sentence if the model cannot be read or does not fit
  public static DataSet load(Experiment experiment, Path base) {
    DataSet data = DataSets.load(experiment, base);
    if (experiment.startFrom() == null) return data;
    try {
      return started(experiment.network(), data, ModelFile.read(base.resolve(experiment.startFrom())));
    } catch (InvalidPathException e) {
      throw new ExperimentException(Words.of("export.start.bad_name", experiment.startFrom()), e);
    } catch (ExperimentException e) {
      throw new ExperimentException("startFrom: " + e.getMessage(), e);
    }
  }

  private static DataSet started(NetworkSpec network, DataSet data, Model model) {
    Schema ours = data.schema(), its = model.schema();
    requireSame("export.start.task", List.of(named(its.task())), List.of(named(ours.task())));
    requireSame("export.start.inputs", its.inputs(), ours.inputs());
    requireSame("export.start.target", List.of(its.target()), List.of(ours.target()));
    requireSame("export.start.classes", its.classes(), ours.classes());
    int outputs = model.weights().biases().getLast().cols();
    requireSameTables(NetworkSize.of(model.network(), its.shape(), outputs),
        NetworkSize.of(network, ours.shape(), outputs));
    return data.startingFrom(its, model.weights());
  }

  private static String named(Task task) { return task.name().toLowerCase(Locale.ROOT); }

  private static void requireSame(String what, List<String> its, List<String> ours) {
    if (its.equals(ours)) return;
    int at = 0;
    while (at < Math.min(its.size(), ours.size()) && its.get(at).equals(ours.get(at))) at++;
    throw new ExperimentException(its.size() != ours.size()
        ? Words.of("export.start.sizes", Words.of(what), its.size(), ours.size())
        : Words.of("export.start.names", Words.of(what), its.get(at), ours.get(at)));
  }

  /// The shapes must agree; activations and drop rates may differ.
  private static void requireSameTables(NetworkSize its, NetworkSize ours) {
    Stream.concat(ours.parts().stream(), its.parts().stream()).map(NetworkSize.Part::path).distinct().forEach(path -> {
      List<TableSize> model = tables(its, path), network = tables(ours, path);
      if (!model.equals(network))
        throw new ExperimentException(Words.of("export.start.misfit", path, shown(model), shown(network)));
    });
  }

  private static List<TableSize> tables(NetworkSize size, String path) {
    return size.parts().stream().filter(part -> part.path().equals(path)).flatMap(part -> part.tables().stream())
        .toList();
  }

  private static String shown(List<TableSize> tables) {
    return tables.isEmpty() ? Words.of("export.start.nothing")
        : Words.parted(tables.stream().map(TableSize::toString).toList());
  }
}
