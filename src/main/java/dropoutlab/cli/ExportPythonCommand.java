package dropoutlab.cli;

import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.cli.parts.ExperimentArguments;
import dropoutlab.cli.parts.Outputs;
import dropoutlab.cli.parts.Reports;
import dropoutlab.cli.parts.Stop;
import dropoutlab.data.DataSet;
import dropoutlab.export.Drafts;
import dropoutlab.export.python.PythonScript;
import dropoutlab.export.store.NumbersArchive;
import dropoutlab.frame.Weights;
import dropoutlab.spec.Experiment;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Writes an experiment as a script for PyTorch, with its numbers beside.
@Command(name = "export-python", mixinStandardHelpOptions = true)
final class ExportPythonCommand implements Callable<Integer> {
  private static final String ENDING = ".py";

  @Spec private CommandSpec spec;
  @Mixin private ExperimentArguments arguments;

  @Option(names = "--out", paramLabel = "FILE.py", required = true)
  private Path file;

  @Option(names = "--trained")
  private boolean trained;

  @Override public Integer call() {
    String fileName = file.getFileName().toString();
    if (!fileName.endsWith(ENDING) || fileName.length() == ENDING.length())
      throw new CallerMistake(Words.of("cli.export.ending", file, ENDING));
    String name = fileName.substring(0, fileName.length() - ENDING.length());
    Path numbers = file.resolveSibling(name + NumbersArchive.ENDING);
    Outputs.requireFile("--out", file);
    Outputs.requireFile("--out", numbers);
    Experiment experiment = arguments.experiment();
    PythonScript script = script(experiment, arguments.load(experiment), name);
    Outputs.saving(file, () -> {
      try (Drafts drafts = new Drafts()) {
        drafts.add(numbers, NumbersArchive.bytes(script.tables()));
        drafts.add(file, script.text());
        drafts.commit();
      }
    });
    spec.commandLine().getOut().println(Words.of("cli.export.written.two", file, numbers));
    script.cannot().forEach(spec.commandLine().getOut()::println);
    return DropoutLab.DONE;
  }

  private PythonScript script(Experiment experiment, DataSet data, String name) {
    try (Training training = new Training(experiment, data); Stop stop = new Stop()) {
      Weights first = training.weights();
      if (trained) {
        training.run(stop, spec.commandLine().getOut(), Reports.onTerminal());
        if (stop.asked()) throw new CallerMistake(Words.of("cli.stopped"));
        training.failure().ifPresent(failure -> { throw new CallerMistake(failure.cause() + " " + failure.advice()); });
      }
      return PythonScript.of(experiment, data, name, first, trained ? Optional.of(training.weights()) : Optional.empty());
    }
  }
}
