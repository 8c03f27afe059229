package dropoutlab.cli;

import dropoutlab.export.Model;
import dropoutlab.export.ModelFile;
import dropoutlab.frame.Noise;
import dropoutlab.predict.MethodNoise;
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

  enum Masks { HELD, FRESH }

  @Option(names = "--masks", paramLabel = "held|fresh", defaultValue = "held", description = "held: each pass is one "
      + "thinned network for all rows. fresh: another for each row. Default: ${DEFAULT-VALUE}.")
  private Masks masks;

  @Option(names = "--rescale-noise", description = "After training on gaussian-nll: multiplies the learnt variances "
      + "with the factor under which the validation targets were most likely.")
  private boolean rescaled;

  Path modelFile() { return modelFile; }

  int passes() { return passes; }

  boolean held() { return masks == Masks.HELD; }

  boolean rescaled() { return rescaled; }

  void check() {
    if (passes < 1 || passes > MOST_PASSES)
      throw new CallerMistake("--passes: T must be from 1 to " + MOST_PASSES + ", but is " + passes + ".");
  }

  Model model() { return ModelFile.read(modelFile); }

  long seed(Model model) { return seed == null ? model.seed() : seed; }

  Predictor predictor(Model model) { return model.predictor(seed(model)); }

  /// The noise that the model brings along.
  MethodNoise noise(Model model) {
    if (!model.learnsNoise()) return model.isOfClasses() ? MethodNoise.AS_LEARNT : model.noise();
    return rescaled ? model.noise() : model.noise().each(Noise::asLearnt);
  }

  void checkNoise(Model model) {
    if (!rescaled) return;
    if (!model.learnsNoise())
      throw new CallerMistake("--rescale-noise: " + modelFile
          + " has not learnt the noise of each input; leave it out.");
    if (Double.isNaN(model.noise().mcDropout().factor()))
      throw new CallerMistake("--rescale-noise: " + modelFile
          + " was written without a factor, by an older version; train it again.");
  }
}
