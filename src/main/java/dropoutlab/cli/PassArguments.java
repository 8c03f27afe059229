package dropoutlab.cli;

import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.cli.parts.SeedConverter;
import dropoutlab.export.Model;
import dropoutlab.export.ModelFile;
import dropoutlab.frame.Noise;
import dropoutlab.predict.MethodNoise;
import dropoutlab.predict.Predictor;
import dropoutlab.spec.Task;
import dropoutlab.words.Words;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The arguments for a model, its passes and their masks, for all commands that take a model file.
final class PassArguments {
  private static final int MOST_PASSES = 1_000_000;

  @Parameters(paramLabel = "MODEL.json", descriptionKey = "MODEL.json")
  private Path modelFile;

  @Option(names = "--passes", paramLabel = "T", defaultValue = "100")
  private int passes;

  @Option(names = "--seed", paramLabel = "S", converter = SeedConverter.class)
  private Long seed;

  enum Masks { HELD, FRESH }

  @Option(names = "--masks", paramLabel = "held|fresh", defaultValue = "held")
  private Masks masks;

  @Option(names = "--rescale-noise")
  private boolean rescaled;

  Path modelFile() { return modelFile; }

  int passes() { return passes; }

  boolean held() { return masks == Masks.HELD; }

  boolean rescaled() { return rescaled; }

  void check() {
    if (passes < 1 || passes > MOST_PASSES)
      throw new CallerMistake(Words.of("cli.passes", MOST_PASSES, passes));
  }

  Model model() {
    Model model = ModelFile.read(modelFile);
    if (model.schema().task() == Task.RECONSTRUCTION)
      throw new CallerMistake(Words.of("autoencoder.no_predictions", modelFile));
    return model;
  }

  long seed(Model model) { return seed == null ? model.seed() : seed; }

  Predictor predictor(Model model) { return model.predictor(seed(model)); }

  /// Returns the noise that is stored with the model.
  MethodNoise noise(Model model) {
    if (!model.learnsNoise()) return model.isOfClasses() ? MethodNoise.AS_LEARNT : model.noise();
    return rescaled ? model.noise() : model.noise().each(Noise::asLearnt);
  }

  void checkNoise(Model model) {
    if (!rescaled) return;
    if (!model.learnsNoise())
      throw new CallerMistake(Words.of("cli.rescale.not_learnt", modelFile));
    if (Double.isNaN(model.noise().mcDropout().factor()))
      throw new CallerMistake(Words.of("cli.rescale.old", modelFile));
  }
}
