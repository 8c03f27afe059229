package dropoutlab.cli;

import dropoutlab.export.Model;
import dropoutlab.export.ModelFile;
import dropoutlab.predict.Predictor;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which model takes how many passes with which masks, for all commands that take a model file.
final class PassArguments {
  private static final int MOST_PASSES = 1_000_000;

  @Parameters(paramLabel = "MODEL.json", description = "A model that \"train\" has written.")
  private Path modelFile;

  @Option(names = "--passes", paramLabel = "T", defaultValue = "100", description = "Default: ${DEFAULT-VALUE}.")
  private int passes;

  @Option(names = "--seed", paramLabel = "S", converter = SeedConverter.class,
      description = "Decides the masks. Default: the experiment's seed.")
  private Long seed;

  Path modelFile() { return modelFile; }

  int passes() { return passes; }

  void check() {
    if (passes < 1 || passes > MOST_PASSES)
      throw new CallerMistake("--passes: T must be from 1 to " + MOST_PASSES + ", but is " + passes + ".");
  }

  Model model() { return ModelFile.read(modelFile); }

  long seed(Model model) { return seed == null ? model.seed() : seed; }

  Predictor predictor(Model model) { return model.predictor(seed(model)); }
}
