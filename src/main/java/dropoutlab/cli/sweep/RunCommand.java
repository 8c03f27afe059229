package dropoutlab.cli.sweep;

import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.cli.parts.Exit;
import dropoutlab.cli.parts.Outputs;
import dropoutlab.cli.parts.Stop;
import dropoutlab.spec.sweep.RunId;
import dropoutlab.sweep.LocalEngine;
import dropoutlab.sweep.Shard;
import dropoutlab.sweep.Summary;
import dropoutlab.sweep.SweepFolder;
import dropoutlab.sweep.folder.Layout;
import dropoutlab.sweep.folder.PlanFile;
import dropoutlab.words.Words;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Trains what a sweep, or a share of it, has no result of yet. The exit code is 1 where a run has failed.
@Command(name = "run", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  private static final double SECONDS = 60;

  @Spec private CommandSpec spec;
  @Mixin private FolderArgument folder;
  @Mixin private ThreadsArgument threads;

  @Option(names = "--shard", paramLabel = "I/N", converter = ShardConverter.class)
  private Shard shard = Shard.ALL;

  @Option(names = "--minutes", paramLabel = "M")
  private Double minutes;

  @Option(names = "--again", paramLabel = "RUN", arity = "1..*")
  private List<String> again = List.of();

  @Override public Integer call() {
    int together = threads.count();
    if (minutes != null && !(minutes > 0)) throw new CallerMistake(Words.of("sweepcli.minutes", minutes.toString()));
    List<RunId> once = again.stream().map(RunCommand::run).toList();
    SweepFolder sweep = folder.open();
    requirePlanned(once);
    PrintWriter out = spec.commandLine().getOut();
    // The hook of a signal waits until the last line is written.
    try (Stop stop = new Stop(); LocalEngine engine = new LocalEngine(sweep, shard, together)) {
      double seconds = minutes == null ? Double.POSITIVE_INFINITY : SECONDS * minutes;
      Summary summary = new Supervision(sweep, engine, seconds).untilEnd(() -> {
        if (once.isEmpty()) engine.start();
        else once.forEach(engine::ask);
      }, stop, out);
      Told told = new Told(out);
      told.print(folder.path(), summary);
      Outputs.saving(folder.path(), () -> told.causes(folder.path()));
      return summary.failed() > 0 ? Exit.OUR_FAULT : Exit.DONE;
    }
  }

  private void requirePlanned(List<RunId> runs) {
    Set<Long> missing = runs.stream().map(RunId::bits).collect(Collectors.toSet());
    if (missing.isEmpty()) return;
    folder.reading(() -> {
      try (PlanFile.Rows rows = PlanFile.read(new Layout(folder.path()).plan())) {
        rows.forEachRemaining(row -> {
          missing.remove(row.run());
          missing.remove(row.twin());
        });
      }
      return missing;
    });
    for (long each : missing) throw new CallerMistake(Words.of("sweepcli.no_run", new RunId(each).toString()));
  }

  private static RunId run(String text) {
    try {
      return RunId.parse(text.strip());
    } catch (IllegalArgumentException e) {
      throw new CallerMistake(Words.of("sweepcli.option", "--again", e.getMessage()), e);
    }
  }
}
