package dropoutlab.cli;

import dropoutlab.data.DataSet;
import dropoutlab.export.ExperimentFile;
import dropoutlab.export.StartedData;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Presets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// How an experiment is named and changed on the command line.
final class ExperimentArguments {
  @Parameters(paramLabel = "EXPERIMENT", description = "A preset's name (see: dropout-lab list presets) or a .json "
      + "file.")
  private String name;

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
  static DataSet load(Experiment experiment) {
    return StartedData.load(experiment, Path.of(""));
  }

  private Experiment named() {
    boolean file = name.endsWith(".json") || name.contains("/") || name.contains("\\");
    try {
      return file ? ExperimentFile.read(Path.of(name)) : Presets.load(name);
    } catch (InvalidPathException e) {
      throw new CallerMistake("\"" + name + "\" is not a file name.", e);
    }
  }

  private Experiment withEpochs(Experiment experiment) {
    try {
      return experiment.withTraining(experiment.training().withEpochs(epochs));
    } catch (IllegalArgumentException e) {
      throw new CallerMistake("--" + e.getMessage() + ".", e);
    }
  }
}
