package dropoutlab.cli.sweep;

import dropoutlab.cli.parts.Exit;
import dropoutlab.cli.parts.Outputs;
import dropoutlab.export.Drafts;
import dropoutlab.sweep.ResultsFile;
import dropoutlab.sweep.SweepFolder;
import dropoutlab.words.Words;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Writes all results of a sweep as one table.
@Command(name = "collect", mixinStandardHelpOptions = true)
final class CollectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private FolderArgument folder;

  @Option(names = "--out", paramLabel = "FILE.csv")
  private Path file;

  @Option(names = "--times")
  private boolean times;

  @Override public Integer call() {
    SweepFolder sweep = folder.open();
    PrintWriter out = spec.commandLine().getOut();
    if (file == null) {
      Outputs.saving(folder.path(), () -> ResultsFile.write(sweep, out, times));
      out.flush();
      return Exit.DONE;
    }
    Outputs.requireFile("--out", file);
    Outputs.saving(file, () -> {
      try (Drafts drafts = new Drafts()) {
        ResultsFile.write(sweep, drafts.open(file), times);
        drafts.commit();
      }
    });
    out.println(Words.of("sweepcli.collected", file));
    return Exit.DONE;
  }
}
