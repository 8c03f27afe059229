package dropoutlab.cli;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.export.Drafts;
import dropoutlab.export.ExamplesFile;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.spec.Suggestion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes examples of a generated set, to predict or to evaluate on.
@Command(name = "generate", mixinStandardHelpOptions = true,
    description = "Writes examples of a generated set as CSV, inputs first and the target last.")
final class GenerateCommand implements Callable<Integer> {
  private static final int LEAST_ROWS = 4;
  private static final int MOST_ROWS = 100_000;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SET", description = "See: dropout-lab list datasets.")
  private String name;

  @Option(names = "--rows", paramLabel = "N", defaultValue = "1000", description = "Default: ${DEFAULT-VALUE}.")
  private int rows;

  @Option(names = "--noise", paramLabel = "V", defaultValue = "0.33",
      description = "In the set's own unit, from 0 to 1. Default: ${DEFAULT-VALUE}.")
  private double noise;

  @Option(names = "--seed", paramLabel = "S", defaultValue = "1", converter = SeedConverter.class,
      description = "Another seed, other examples; that of a training gives the training examples. Default: "
      + "${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--out", paramLabel = "FILE.csv", description = "Default: standard output.")
  private Path outFile;

  @Override public Integer call() {
    if (rows < LEAST_ROWS || rows > MOST_ROWS)
      throw new CallerMistake("--rows: must be from " + LEAST_ROWS + " to " + MOST_ROWS + ", but is " + rows + ".");
    if (!(noise >= 0 && noise <= 1)) throw new CallerMistake("--noise: must be from 0 to 1, but is " + noise + ".");
    if (outFile != null) Outputs.requireFile("--out", outFile);
    DataSet data = DataSets.load(new DataSpec.Generated(set(), rows, 1, noise, null), seed, Path.of(""));
    Outputs.saving(outFile == null ? Path.of("standard output") : outFile, () -> write(data));
    return DropoutLab.DONE;
  }

  private GeneratedSet set() {
    List<String> names = Arrays.stream(GeneratedSet.values()).map(GenerateCommand::kebab).toList();
    int at = names.indexOf(name);
    if (at < 0) throw new CallerMistake("There is no generated set \"" + name + "\"" + Suggestion.among(name, names));
    return GeneratedSet.values()[at];
  }

  private static String kebab(GeneratedSet set) { return set.name().toLowerCase(Locale.ROOT).replace('_', '-'); }

  private void write(DataSet data) throws IOException {
    if (outFile == null) {
      ExamplesFile.write(spec.commandLine().getOut(), data.schema(), data.train());
      return;
    }
    try (Drafts drafts = new Drafts()) {
      ExamplesFile.write(drafts.open(outFile), data.schema(), data.train());
      drafts.commit();
    }
  }
}
