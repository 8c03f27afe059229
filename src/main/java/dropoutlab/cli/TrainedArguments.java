package dropoutlab.cli;

import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.cli.parts.ExperimentArguments;
import dropoutlab.cli.parts.Outputs;
import dropoutlab.cli.parts.Reports;
import dropoutlab.cli.parts.Stop;
import dropoutlab.data.DataSet;
import dropoutlab.export.Drafts;
import dropoutlab.export.Model;
import dropoutlab.export.ModelFile;
import dropoutlab.spec.Experiment;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec.Target;
import picocli.CommandLine.Spec;

/// A trained network: that of a model file, or that of an experiment, which is trained now.
final class TrainedArguments {
  @Spec(Target.MIXEE) private CommandSpec spec;
  @Mixin private ExperimentArguments arguments;

  /// Writes what is made of the network into a file, whole or not at all.
  void write(Path file, Function<Model, byte[]> form) {
    Outputs.requireFile("--out", file);
    byte[] bytes = form.apply(model());
    Outputs.saving(file, () -> {
      try (Drafts drafts = new Drafts()) {
        drafts.add(file, bytes);
        drafts.commit();
      }
    });
    spec.commandLine().getOut().println(Words.of("cli.export.written", file));
  }

  private Model model() {
    Optional<Path> file = arguments.model();
    if (file.isPresent()) return ModelFile.read(file.get());
    Experiment experiment = arguments.experiment();
    DataSet data = arguments.load(experiment);
    try (Training training = new Training(experiment, data); Stop stop = new Stop()) {
      training.run(stop, spec.commandLine().getOut(), Reports.onTerminal());
      if (stop.asked()) throw new CallerMistake(Words.of("cli.stopped"));
      training.failure().ifPresent(failure -> { throw new CallerMistake(failure.cause() + " " + failure.advice()); });
      return training.outcome(data).orElseThrow(() -> new CallerMistake(Words.of("cli.train.nothing"))).model();
    }
  }
}
