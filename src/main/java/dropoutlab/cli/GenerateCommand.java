package dropoutlab.cli;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.export.Drafts;
import dropoutlab.export.ExamplesFile;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.spec.Suggestion;
import dropoutlab.words.Precise;
import dropoutlab.words.Words;
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

/// Writes examples of a generated set, for prediction or evaluation.
@Command(name = "generate", mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {
  private static final int LEAST_ROWS = 4;
  private static final int MOST_ROWS = 100_000;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SET", descriptionKey = "SET")
  private String name;

  @Option(names = "--rows", paramLabel = "N", defaultValue = "1000")
  private int rows;

  @Option(names = "--noise", paramLabel = "V", defaultValue = "0.33")
  private double noise;

  @Option(names = "--seed", paramLabel = "S", defaultValue = "1", converter = SeedConverter.class)
  private long seed;

  @Option(names = "--out", paramLabel = "FILE.csv")
  private Path outFile;

  @Override public Integer call() {
    if (rows < LEAST_ROWS || rows > MOST_ROWS)
      throw new CallerMistake(Words.of("cli.generate.rows", LEAST_ROWS, MOST_ROWS, rows));
    if (!(noise >= 0 && noise <= 1)) throw new CallerMistake(Words.of("cli.generate.noise", Precise.all(noise)));
    if (outFile != null) Outputs.requireFile("--out", outFile);
    DataSet data = DataSets.load(new DataSpec.Generated(set(), rows, 1, noise, null), seed, Path.of(""));
    Outputs.saving(outFile == null ? Path.of(Words.of("cli.output.standard")) : outFile, () -> write(data));
    return DropoutLab.DONE;
  }

  private GeneratedSet set() {
    List<String> names = Arrays.stream(GeneratedSet.values()).map(GenerateCommand::kebab).toList();
    int at = names.indexOf(name);
    if (at < 0) throw new CallerMistake(Words.of("cli.generate.set", name, Suggestion.among(name, names)));
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
