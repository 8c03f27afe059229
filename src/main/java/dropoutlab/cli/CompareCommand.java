package dropoutlab.cli;

import dropoutlab.cli.parts.ExperimentArguments;
import dropoutlab.cli.parts.Outputs;
import dropoutlab.cli.parts.SeedConverter;
import dropoutlab.data.DataSet;
import dropoutlab.export.Drafts;
import dropoutlab.export.SeedsFile;
import dropoutlab.frame.Replicates;
import dropoutlab.run.SeedRuns;
import dropoutlab.spec.Experiment;
import dropoutlab.words.Words;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Trains an experiment over several seeds and compares its networks.
@Command(name = "compare", mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ExperimentArguments arguments;

  @Option(names = "--seeds", paramLabel = "N", defaultValue = "10")
  private int seeds;

  @Option(names = "--first", paramLabel = "S", defaultValue = "" + SeedRuns.FIRST,
      converter = SeedConverter.First.class)
  private long first;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--out", paramLabel = "FILE.csv")
  private Path file;

  @Override public Integer call() {
    Experiment experiment = arguments.experiment();
    if (file != null) Outputs.requireFile("--out", file);
    DataSet data = arguments.load(experiment);
    PrintWriter out = spec.commandLine().getOut();
    Replicates found = Seeds.train(experiment, first, seeds, json ? spec.commandLine().getErr() : out);
    if (file != null) write(SeedsFile.csv(found));
    if (json) out.println(SeedsFile.of(experiment.title(), found, data.schema()).text());
    else new CompareTable(out, found, experiment, data.schema()).print(experiment.title(), seeds);
    if (file != null && !json) out.println(Words.of("compare.table.written", file));
    return DropoutLab.DONE;
  }

  private void write(String text) {
    Outputs.saving(file, () -> {
      try (Drafts drafts = new Drafts()) {
        drafts.add(file, text);
        drafts.commit();
      }
    });
  }
}
