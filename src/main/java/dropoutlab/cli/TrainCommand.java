package dropoutlab.cli;

import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.cli.parts.ExperimentArguments;
import dropoutlab.cli.parts.Outputs;
import dropoutlab.cli.parts.Reports;
import dropoutlab.cli.parts.Stop;
import dropoutlab.data.DataSet;
import dropoutlab.export.MetricsFile;
import dropoutlab.export.RunFiles;
import dropoutlab.export.TrainedRun;
import dropoutlab.spec.Experiment;
import dropoutlab.words.Numbers;
import dropoutlab.words.Precise;
import dropoutlab.words.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Trains an experiment and writes its results.
@Command(name = "train", mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ExperimentArguments arguments;

  @Option(names = "--out", paramLabel = "DIR")
  private Path folder;

  @Override public Integer call() throws IOException {
    Experiment experiment = arguments.experiment();
    if (folder != null) Outputs.requireFolder(folder);
    DataSet data = arguments.load(experiment);
    long start = System.nanoTime();
    try (Training training = new Training(experiment, data); Stop stop = new Stop()) {
      training.run(stop, spec.commandLine().getOut(), Reports.onTerminal());
      return finish(training, data, experiment.training().epochs(), (System.nanoTime() - start) / 1e9);
    }
  }

  private int finish(Training training, DataSet data, int wanted, double seconds) throws IOException {
    boolean first = training.epochsDone() == 0 && (wanted > 0 || training.failure().isPresent());
    Optional<TrainedRun> run = first ? Optional.empty() : training.outcome(data);
    if (run.isPresent()) keep(run.get(), wanted, seconds);
    else if (training.failure().isEmpty())
      spec.commandLine().getOut().println(Words.of("cli.train.nothing"));
    if (training.failure().isEmpty()) return DropoutLab.DONE;
    var failure = training.failure().get();
    throw new CallerMistake(failure.cause() + " " + failure.advice());
  }

  private void keep(TrainedRun run, int wanted, double seconds) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (folder != null) Outputs.saving(folder, () -> RunFiles.write(folder, run));
    MetricsFile metrics = MetricsFile.of(run);
    out.println(Words.of("cli.train.done", metrics.epochs(), wanted, Numbers.fixed(seconds, 1),
        Reports.losses(metrics.network().trainLoss(), metrics.network().validationLoss(),
            run.hasTwin() ? metrics.twin().validationLoss() : null)));
    run.history().bestEpoch().ifPresent(best -> out.println(Words.of("cli.train.early", best)));
    tell(out, Words.of("cli.train.network"), metrics.network(), metrics.errorMeasure());
    if (run.hasTwin()) tell(out, Words.of("cli.train.twin"), metrics.twin(), metrics.errorMeasure());
    for (TrainedRun.Neighbour each : run.beside())
      if (each.run().isPresent())
        tell(out, each.name(), metrics.beside().get(each.name()).scores(), metrics.errorMeasure());
      else out.println(Words.of("beside.line", each.name(), each.failure().orElseThrow()));
    if (run.noise() != null) NoiseWords.print(out, run.model(), run.data().holdsOut());
    if (folder != null) out.println(Words.of("cli.train.written", folder));
  }

  private static void tell(PrintWriter out, String who, MetricsFile.Scores scores, String measure) {
    if (scores.validationError() == null) {
      out.println(Words.of("cli.train.error", who, Precise.four(scores.trainError()), measure));
      return;
    }
    out.println(Words.of("cli.train.errors", who, Precise.four(scores.validationError()), measure,
        Precise.four(scores.trainError()), Reports.shown(scores.bestValidationLoss()), scores.bestValidationEpoch()));
  }
}
