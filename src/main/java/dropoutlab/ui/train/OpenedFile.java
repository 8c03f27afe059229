package dropoutlab.ui.train;

import dropoutlab.data.DataException;
import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.data.Schema;
import dropoutlab.export.ExperimentFile;
import dropoutlab.export.Model;
import dropoutlab.export.ModelFile;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.LossKind;
import dropoutlab.spec.Presets;
import dropoutlab.spec.ScheduleSpec;
import dropoutlab.spec.Task;
import dropoutlab.words.Words;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The experiment that an opened file stands for. A model is trained on from its weights: on the data of the experiment
/// that stands beside it, or of the preset that it was trained from, or else on those that are open where they have the
/// same columns.
///
/// @param set  what is set in the window
/// @param open the data of it
record OpenedFile(Path file, Experiment set, DataSet open) {
  /// @throws ExperimentException that says in a sentence what is wrong with the file, or what is missing
  Experiment experiment() {
    return ModelFile.isModel(file) ? trainedOn(ModelFile.read(file)) : located(ExperimentFile.read(file));
  }

  private Experiment trainedOn(Model model) {
    Experiment of = besideModel().or(() -> preset(model)).or(() -> shown(model)).orElseThrow(() -> missing(model));
    boolean scheduled = !(of.training().dropSchedule() instanceof ScheduleSpec.Constant);
    LossKind loss = model.learnsNoise() ? LossKind.GAUSSIAN_NLL : LossKind.AUTO;
    // Rates that follow a schedule are in the model as they were at its end.
    return of.withoutInterventions().with(e -> e.title(Words.of("trainview.open.continued", model.title())).card(null)
        .network(scheduled ? of.network() : model.network()).training(of.training().withLoss(loss)).seed(model.seed())
        .startFrom(file.toAbsolutePath().toString()));
  }

  private Optional<Experiment> besideModel() {
    Path beside = file.resolveSibling(ExperimentFile.NAME);
    return Files.isRegularFile(beside)
        ? Optional.of(new OpenedFile(beside, set, open).located(ExperimentFile.read(beside))) : Optional.empty();
  }

  /// The preset of this title, changed or not, where its data are those of the model to the last digit.
  private static Optional<Experiment> preset(Model model) {
    return Presets.names().stream().map(Presets::load).filter(preset -> model.title().startsWith(preset.title()))
        .map(preset -> preset.withSeed(model.seed())).filter(preset -> isOf(model, preset)).findFirst();
  }

  private static boolean isOf(Model model, Experiment preset) {
    try {
      return DataSets.load(preset, Path.of("")).schema().equals(model.schema());
    } catch (DataException _) {
      return false;
    }
  }

  private Optional<Experiment> shown(Model model) {
    if (open == null) return Optional.empty();
    Schema its = model.schema(), ours = open.schema();
    boolean fits = its.task() == ours.task() && its.inputs().equals(ours.inputs()) && its.target().equals(ours.target())
        && its.classes().equals(ours.classes());
    return Optional.of(set).filter(_ -> fits);
  }

  private ExperimentException missing(Model model) {
    Schema schema = model.schema();
    String inputs = Words.count("trainview.open.inputs", schema.inputs().size(), String.join(", ", schema.inputs()));
    boolean many = schema.inputs().size() > 6;
    return new ExperimentException(Words.of("trainview.open.missing", file.getFileName().toString(),
        ExperimentFile.NAME, many ? Words.of("trainview.open.many_inputs", schema.inputs().size()) : inputs,
        schema.task() != Task.CLASSIFICATION ? schema.target()
            : Words.count("trainview.open.classes", schema.classes().size())));
  }

  /// Relative paths start where the program was started, as on the command line; where nothing is there, beside the
  /// file.
  private Experiment located(Experiment experiment) {
    UnaryOperator<String> located = path -> {
      try {
        Path beside = file.toAbsolutePath().resolveSibling(path);
        return !Files.exists(Path.of(path)) && Files.exists(beside) ? beside.toString() : path;
      } catch (InvalidPathException _) {
        return path;
      }
    };
    Experiment of = experiment.withData(experiment.data().withFiles(located));
    return of.startFrom() == null ? of : of.withStartFrom(located.apply(of.startFrom()));
  }
}
