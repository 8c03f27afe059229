package dropoutlab.cli.sweep;

import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.cli.parts.DrawProgress;
import dropoutlab.cli.parts.Exit;
import dropoutlab.cli.parts.Reports;
import dropoutlab.spec.sweep.Point;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.sweep.SweepFolder;
import dropoutlab.sweep.Verification;
import dropoutlab.words.Words;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Trains a share of the runs of a sweep again. The exit code is 1 where one does not come to the same bits.
@Command(name = "verify", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private FolderArgument folder;
  @Mixin private ThreadsArgument threads;

  @Option(names = "--share", paramLabel = "SHARE", defaultValue = "" + Sweep.REPEATS)
  private double share;

  @Override public Integer call() {
    if (!(share > 0 && share <= 1)) throw new CallerMistake(Words.of("sweepcli.share", Double.toString(share)));
    int together = threads.count();
    SweepFolder sweep = folder.open();
    PrintWriter out = spec.commandLine().getOut();
    Verification found;
    try (DrawProgress progress = new DrawProgress(Reports.onTerminal(), Words.of("sweepcli.progress.verify"))) {
      found = folder.reading(() -> Verification.of(sweep, share, together, progress));
    }
    for (Verification.Difference each : found.differing()) {
      List<String> labels = sweep.sweep().at(each.point()).stream().map(Point::label).toList();
      out.println(Words.of("sweepcli.verify.differs", each.run().toString(), Words.parted(labels), each.seed(),
          each.recorded().node(), each.repeated().node()));
    }
    out.println(found.differing().isEmpty() ? Words.count("sweepcli.verify.same", found.repeated(), found.chosen())
        : Words.count("sweepcli.verify.other", found.differing().size(), found.repeated()));
    return found.differing().isEmpty() ? Exit.DONE : Exit.OUR_FAULT;
  }
}
