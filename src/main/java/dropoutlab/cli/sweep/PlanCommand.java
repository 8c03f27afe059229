package dropoutlab.cli.sweep;

import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.cli.parts.Exit;
import dropoutlab.cli.parts.Outputs;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.sweep.SweepFolder;
import dropoutlab.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Plans a sweep into a new folder, and tells what it will take.
@Command(name = "plan", mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PlanArguments arguments;

  @Option(names = "--out", paramLabel = "DIR", required = true)
  private Path folder;

  @Option(names = "--no-trial")
  private boolean untried;

  @Override public Integer call() {
    Sweep sweep = arguments.sweep();
    requireNew();
    SweepFolder[] made = new SweepFolder[1];
    Outputs.saving(folder, () -> made[0] = SweepFolder.create(folder, sweep));
    PlanReport report = new PlanReport(made[0], spec.commandLine().getOut());
    Outputs.saving(folder, report::counts);
    if (!untried) Outputs.saving(folder, report::estimate);
    report.next();
    return Exit.DONE;
  }

  private void requireNew() {
    Outputs.requireFolder(folder);
    if (!Files.isDirectory(folder)) return;
    if (SweepFolder.is(folder)) throw new CallerMistake(Words.of("sweepcli.out.sweep", folder));
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) throw new CallerMistake(Words.of("sweepcli.out.full", folder));
    } catch (IOException e) {
      throw new CallerMistake(Words.of("cli.folder.locked", folder), e);
    }
  }
}
