package dropoutlab.cli;

import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.cli.parts.Outputs;
import dropoutlab.cli.parts.SeedConverter;
import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.export.Drafts;
import dropoutlab.export.ExamplesFile;
import dropoutlab.math.RandomStream;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes examples of a generated set, or windows of the text that comes with the program, for prediction or evaluation.
@Command(name = "generate", mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {
  private static final int LEAST_ROWS = 4;
  private static final int MOST_ROWS = 100_000;
  private static final String TEXT = "text";

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SET", descriptionKey = "SET")
  private String name;

  @Option(names = "--rows", paramLabel = "N", defaultValue = "1000")
  private int rows;

  @Option(names = "--noise", paramLabel = "V", defaultValue = "0.33")
  private double noise;

  @Option(names = "--seed", paramLabel = "S", defaultValue = "1", converter = SeedConverter.class)
  private long seed;

  @Option(names = "--steps", paramLabel = "N")
  private Integer steps;

  @Option(names = "--out", paramLabel = "FILE.csv")
  private Path outFile;

  @Override public Integer call() {
    if (rows < LEAST_ROWS || rows > MOST_ROWS)
      throw new CallerMistake(Words.of("cli.generate.rows", LEAST_ROWS, MOST_ROWS, rows));
    if (!(noise >= 0 && noise <= 1)) throw new CallerMistake(Words.of("cli.generate.noise", Precise.all(noise)));
    if (outFile != null) Outputs.requireFile("--out", outFile);
    DataSet data = name.equals(TEXT) ? text() : DataSets.load(generated(set()), seed, Path.of(""));
    Outputs.saving(outFile == null ? Path.of(Words.of("cli.output.standard")) : outFile, () -> write(data));
    return DropoutLab.DONE;
  }

  private DataSpec generated(GeneratedSet set) {
    if (steps != null && !set.isOfSequences()) throw new CallerMistake(Words.of("cli.generate.no_steps", name));
    int least = DataSpec.Generated.LEAST_STEPS, most = DataSpec.Generated.MOST_STEPS;
    if (steps != null && (steps < least || steps > most))
      throw new CallerMistake(Words.of("cli.generate.steps", least, most, steps));
    return new DataSpec.Generated(set, rows, 1, noise, steps, null);
  }

  /// Windows from anywhere in the text.
  private DataSet text() {
    if (steps != null) throw new CallerMistake(Words.of("cli.generate.no_steps", name));
    DataSet whole = DataSets.load(DataSpec.Text.STANDARD.withValidationShare(0), seed, Path.of(""));
    if (rows > whole.train().size())
      throw new CallerMistake(Words.of("cli.generate.rows", LEAST_ROWS, whole.train().size(), rows));
    int[] order = IntStream.range(0, whole.train().size()).toArray();
    RandomStream.of(seed, RandomStream.Purpose.DATA, 0).shuffle(order);
    return whole.withTrain(whole.train().pick(Arrays.copyOf(order, rows)));
  }

  private GeneratedSet set() {
    List<String> names = Stream.concat(Arrays.stream(GeneratedSet.values()).map(GenerateCommand::kebab),
        Stream.of(TEXT)).toList();
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
