package dropoutlab.cli.parts;

import dropoutlab.data.CsvFile;
import dropoutlab.data.DataSet;
import dropoutlab.data.IdxImages;
import dropoutlab.data.IdxNames;
import dropoutlab.export.ExperimentFile;
import dropoutlab.export.ModelFile;
import dropoutlab.export.StartedData;
import dropoutlab.export.recipe.RecipeFiles;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Presets;
import dropoutlab.words.Words;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec.Target;
import picocli.CommandLine.Spec;

/// The arguments that name an experiment and change it.
public final class ExperimentArguments {
  @Spec(Target.MIXEE) private CommandSpec spec;

  @Parameters(paramLabel = "EXPERIMENT", descriptionKey = "EXPERIMENT", arity = "0..1")
  private String name;

  @Option(names = "--target", paramLabel = "NAME")
  private String target;

  @Option(names = "--labels", paramLabel = "FILE")
  private Path labels;

  @Option(names = "--set", paramLabel = "path=value")
  private List<String> settings = List.of();

  @Option(names = "--epochs", paramLabel = "N")
  private Integer epochs;

  /// Returns what was typed in the place of an experiment.
  public Optional<String> name() { return Optional.ofNullable(name); }

  /// Returns whether an experiment is named.
  public boolean named() { return name != null; }

  /// Returns the picture, or the recipe of one, that is named in the place of an experiment.
  public Optional<Path> picture() {
    try {
      return !named() || Presets.exists(name) ? Optional.empty() : Optional.of(Path.of(name)).filter(RecipeFiles::may);
    } catch (InvalidPathException e) {
      throw new CallerMistake(Words.of("cli.path.bad", name), e);
    }
  }

  /// Returns the model file that is named in the place of an experiment.
  public Optional<Path> model() {
    try {
      return !named() || Presets.exists(name) ? Optional.empty() : Optional.of(Path.of(name)).filter(ModelFile::isModel);
    } catch (InvalidPathException e) {
      throw new CallerMistake(Words.of("cli.path.bad", name), e);
    }
  }

  /// Returns the changes as they were typed.
  public List<String> changes() { return settings; }

  /// Returns the experiment with all changes. Mistakes are [dropoutlab.spec.ExperimentException]s or [CallerMistake]s.
  public Experiment experiment() {
    if (!named()) throw new CallerMistake(Words.of("cli.experiment.none"));
    return changed(found());
  }

  /// Returns another experiment with the changes that were typed.
  public Experiment changed(Experiment of) {
    Experiment experiment = ExperimentJson.with(of, settings);
    return epochs == null ? experiment : withEpochs(experiment);
  }

  /// Loads the experiment's data and the model from which it starts. Relative paths start from the working directory,
  /// like every path on the command line.
  public DataSet load(Experiment experiment) {
    DataSet data = StartedData.load(experiment, Path.of(""));
    for (String note : data.notes()) spec.commandLine().getErr().println(Words.of("cli.note", note));
    return data;
  }

  private Experiment found() {
    try {
      Path file = Path.of(name);
      boolean preset = Presets.exists(name), table = !preset && CsvFile.isNamedSo(file);
      boolean images = !preset && !table && IdxImages.is(file);
      if (target != null && !table)
        throw new CallerMistake(Words.of("cli.target.no_table", name));
      if (labels != null && !images)
        throw new CallerMistake(Words.of("cli.labels.no_images", name));
      if (table) return table(file);
      if (images) return images(file);
      boolean json = name.endsWith(".json") || name.contains("/") || name.contains("\\");
      return json ? ExperimentFile.read(file) : Presets.load(name);
    } catch (InvalidPathException e) {
      throw new CallerMistake(Words.of("cli.path.bad", name), e);
    }
  }

  private Experiment table(Path file) {
    if (target == null)
      throw new CallerMistake(Words.of("cli.target.missing", name,
          Words.parted(CsvFile.names(file).stream().map(column -> '"' + column + '"').toList())));
    return ExperimentJson.ofData(file.getFileName().toString(), Map.of("type", "csv", "path", name, "target", target));
  }

  private Experiment images(Path file) {
    Path found = labels != null ? labels : IdxNames.labelsOf(file)
        .orElseThrow(() -> new CallerMistake(Words.of("cli.labels.missing", name)));
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
