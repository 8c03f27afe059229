package dropoutlab.cli;

import dropoutlab.data.CsvFile;
import dropoutlab.data.DataSet;
import dropoutlab.data.IdxImages;
import dropoutlab.data.IdxNames;
import dropoutlab.export.ExperimentFile;
import dropoutlab.export.StartedData;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Presets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec.Target;
import picocli.CommandLine.Spec;

/// How an experiment is named and changed on the command line.
final class ExperimentArguments {
  @Spec(Target.MIXEE) private CommandSpec spec;

  @Parameters(paramLabel = "EXPERIMENT", description = "A preset's name (see: dropout-lab list presets), a .json file, "
      + "a table (.csv, .tsv, .tab, .txt) or IDX images.")
  private String name;

  @Option(names = "--target", paramLabel = "NAME", description = "Of a table: the column to predict.")
  private String target;

  @Option(names = "--labels", paramLabel = "FILE", description = "Of IDX images: the file of their labels. Default: "
      + "the one beside them, …-labels-idx1-ubyte.")
  private Path labels;

  @Option(names = "--set", paramLabel = "path=value", description = "Changes one value of the experiment, for example "
      + "network.hidden.0.drop=0.5 or optimiser.type=sgd. May be given several times.")
  private List<String> settings = List.of();

  @Option(names = "--epochs", paramLabel = "N", description = "How many epochs to train.")
  private Integer epochs;

  /// The experiment with all changes. Mistakes are [dropoutlab.spec.ExperimentException]s or [CallerMistake]s.
  Experiment experiment() {
    Experiment experiment = ExperimentJson.with(named(), settings);
    return epochs == null ? experiment : withEpochs(experiment);
  }

  /// The experiment's data and the model that it starts from; relative paths start from the working directory, like
  /// every path on the command line.
  DataSet load(Experiment experiment) {
    DataSet data = StartedData.load(experiment, Path.of(""));
    for (String note : data.notes()) spec.commandLine().getErr().println("Note: " + note);
    return data;
  }

  private Experiment named() {
    try {
      Path file = Path.of(name);
      boolean preset = Presets.exists(name), table = !preset && CsvFile.isNamedSo(file);
      boolean images = !preset && !table && IdxImages.is(file);
      if (target != null && !table)
        throw new CallerMistake("--target names a column of a table, but " + name + " is none.");
      if (labels != null && !images)
        throw new CallerMistake("--labels go with IDX images, but " + name + " holds none.");
      if (table) return table(file);
      if (images) return images(file);
      boolean json = name.endsWith(".json") || name.contains("/") || name.contains("\\");
      return json ? ExperimentFile.read(file) : Presets.load(name);
    } catch (InvalidPathException e) {
      throw new CallerMistake("\"" + name + "\" is not a file name.", e);
    }
  }

  private Experiment table(Path file) {
    if (target == null)
      throw new CallerMistake(name + " has the columns \"" + String.join("\", \"",
          CsvFile.names(file)) + "\"; say with --target which one is to be predicted.");
    return ExperimentJson.ofData(file.getFileName().toString(), Map.of("type", "csv", "path", name, "target", target));
  }

  private Experiment images(Path file) {
    Path found = labels != null ? labels : IdxNames.labelsOf(file).orElseThrow(() -> new CallerMistake("--labels: the "
        + "images in " + name + " need the file of their labels; name it."));
    return ExperimentJson.ofData(file.getFileName().toString(),
        Map.of("type", "idx", "images", name, "labels", found.toString()));
  }

  private Experiment withEpochs(Experiment experiment) {
    try {
      return experiment.withTraining(experiment.training().withEpochs(epochs));
    } catch (IllegalArgumentException e) {
      throw new CallerMistake("--" + e.getMessage() + ".", e);
    }
  }
}
