package dropoutlab.cli;

import dropoutlab.data.DataSet;
import dropoutlab.export.MetricsFile;
import dropoutlab.export.RunFiles;
import dropoutlab.export.TrainedRun;
import dropoutlab.spec.Experiment;
import dropoutlab.words.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Trains and writes what came out.
@Command(name = "train", mixinStandardHelpOptions = true, description = "Trains an experiment.",
    footer = "Ctrl-C ends the training early and keeps the epochs that are finished.")
final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ExperimentArguments arguments;

  @Option(names = "--out", paramLabel = "DIR", description = "The folder for experiment.json, history.csv, "
      + "metrics.json and model.json, and a model-NAME.json for each network beside. Without it nothing is written.")
  private Path folder;

  @Override public Integer call() throws IOException {
    Experiment experiment = arguments.experiment();
    if (folder != null) Outputs.requireFolder(folder);
    DataSet data = arguments.load(experiment);
    long start = System.nanoTime();
    try (Training training = new Training(experiment, data); Stop stop = new Stop()) {
      training.run(stop, spec.commandLine().getOut(), Training.onTerminal());
      return finish(training, data, experiment.training().epochs(), (System.nanoTime() - start) / 1e9);
    }
  }

  private int finish(Training training, DataSet data, int wanted, double seconds) throws IOException {
    boolean first = training.epochsDone() == 0 && (wanted > 0 || training.failure().isPresent());
    Optional<TrainedRun> run = first ? Optional.empty() : training.outcome(data);
    if (run.isPresent()) keep(run.get(), wanted, seconds);
    else if (training.failure().isEmpty())
      spec.commandLine().getOut().println("Stopped in the first epoch: nothing to keep.");
    if (training.failure().isEmpty()) return DropoutLab.DONE;
    var failure = training.failure().get();
    throw new CallerMistake(failure.cause() + " " + failure.advice());
  }

  private void keep(TrainedRun run, int wanted, double seconds) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (folder != null) Outputs.saving(folder, () -> RunFiles.write(folder, run));
    MetricsFile metrics = MetricsFile.of(run);
    out.printf(Locale.ROOT, "%d of %d epochs in %.1f s; loss: %s%n", metrics.epochs(), wanted, seconds,
        Reports.losses(metrics.network().trainLoss(), metrics.network().validationLoss(),
            run.hasTwin() ? metrics.twin().validationLoss() : null));
    run.history().bestEpoch().ifPresent(best ->
        out.println("stopped early: kept are the weights of epoch " + best));
    tell(out, "network", metrics.network(), metrics.errorMeasure());
    if (run.hasTwin()) tell(out, "twin (p = 0)", metrics.twin(), metrics.errorMeasure());
    for (TrainedRun.Neighbour each : run.beside())
      if (each.run().isPresent()) tell(out, each.name(), metrics.beside().get(each.name()).scores(), metrics.errorMeasure());
      else out.println(Words.of("beside.line", each.name(), each.failure().orElseThrow()));
    if (run.noise() != null) NoiseWords.print(out, run.model(), run.data().holdsOut());
    if (folder != null) out.println("written to " + folder);
  }

  private static void tell(PrintWriter out, String who, MetricsFile.Scores scores, String measure) {
    if (scores.validationError() == null) {
      out.printf(Locale.ROOT, "%s: train error %.4g (%s)%n", who, scores.trainError(), measure);
      return;
    }
    out.printf(Locale.ROOT, "%s: validation error %.4g (%s), train error %.4g, best validation loss %.4f in epoch %d%n",
        who, scores.validationError(), measure, scores.trainError(), scores.bestValidationLoss(),
        scores.bestValidationEpoch());
  }
}
