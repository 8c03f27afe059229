package dropoutlab.cli;

import dropoutlab.data.Examples;
import dropoutlab.export.Drafts;
import dropoutlab.export.EvaluationFile;
import dropoutlab.export.Model;
import dropoutlab.predict.MethodNoise;
import dropoutlab.predict.Predictor;
import dropoutlab.predict.quality.Evaluation;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures a trained model on examples whose target is known: masks off, and the mean over passes with dropout on.
@Command(name = "evaluate", mixinStandardHelpOptions = true,
    description = "Measures a model, masks off and with MC dropout, on data whose target is known.", footer = {
    "", "Regression: RMSE, log-likelihood and coverage of the 95 % interval, in the target's units.",
    "Classes: accuracy, log-loss (nats), Brier score, expected calibration error (15 bins).",
    "With several tau a line for each; the passes are the same."})
final class EvaluateCommand implements Callable<Integer> {
  private static final double LEAST_TAU = 1e-100;
  private static final double MOST_TAU = 1e100;
  private static final int MOST_TAUS = 100;

  @Spec private CommandSpec spec;
  @Mixin private PassArguments arguments;
  @Mixin private DataArguments data;

  @Option(names = "--data", paramLabel = "TEST", required = true, description = "A table with inputs and target, named "
      + "in the header as in the training data (other columns do not matter), or IDX images.")
  private Path dataFile;

  @Option(names = "--tau", paramLabel = "V", split = ",", description = "Regression: the precision of the noise, in "
      + "1 / (target's unit)²; several as 1,10,100. Default: the model's own.")
  private List<Double> taus = List.of();

  @Option(names = "--tau-from", paramLabel = "VALID.csv", description = "Regression: fits tau on these data instead, "
      + "for each method by itself; after gaussian-nll the factor of --rescale-noise.")
  private Path tauFile;

  @Option(names = "--out", paramLabel = "metrics.json", required = true)
  private Path outFile;

  @Override public Integer call() {
    check();
    Model model = arguments.model();
    checkTau(model);
    Predictor predictor = arguments.predictor(model);
    Examples examples = read(dataFile, model);
    EvaluationFile file = evaluated(model, predictor, examples);
    Outputs.saving(outFile, () -> {
      try (Drafts drafts = new Drafts()) {
        drafts.add(outFile, file.text());
        drafts.commit();
      }
    });
    EvaluationTable.print(spec.commandLine().getOut(), file, dataFile);
    return DropoutLab.DONE;
  }

  private void check() {
    arguments.check();
    for (double tau : taus) checkTau(tau);
    if (taus.size() > MOST_TAUS)
      throw new CallerMistake("--tau: at most " + MOST_TAUS + " are taken at once, not " + taus.size() + ".");
    if (!taus.isEmpty() && tauFile != null)
      throw new CallerMistake("--tau and --tau-from both say where tau comes from; give one of them.");
    Outputs.requireFile("--out", outFile);
    Outputs.requireOther("--out", outFile, dataFile, arguments.modelFile());
    Outputs.requireOther("--out", outFile, data.files());
    if (tauFile != null) Outputs.requireOther("--out", outFile, tauFile);
  }

  private static void checkTau(double tau) {
    if (!(tau > 0)) throw new CallerMistake("--tau: must be a number greater than 0, but is " + tau + ".");
    if (!(tau >= LEAST_TAU && tau <= MOST_TAU))
      throw new CallerMistake("--tau: must be from " + LEAST_TAU + " to " + MOST_TAU + ", but is " + tau + ".");
  }

  private void checkTau(Model model) {
    boolean given = !taus.isEmpty(), asked = given || tauFile != null;
    String option = given ? "--tau" : "--tau-from";
    Path modelFile = arguments.modelFile();
    if (asked && model.isOfClasses())
      throw new CallerMistake(option + ": " + modelFile
          + " is a classifier, whose classes have no noise tau; leave it out.");
    if (given && model.learnsNoise())
      throw new CallerMistake("--tau: " + modelFile + " has learnt the noise of each input itself; leave it out.");
    if (tauFile != null && arguments.rescaled())
      throw new CallerMistake("--tau-from and --rescale-noise both rescale the noise; give one of them.");
    if (!asked && !model.isOfClasses() && model.noise().deterministic().sd() * model.noise().mcDropout().sd() == 0)
      throw new CallerMistake(modelFile
          + " has the noise 0, under which no target is likely; give --tau or --tau-from.");
    arguments.checkNoise(model);
  }

  private Examples read(Path file, Model model) { return data.examples(file, model).examples(); }

  private List<MethodNoise> noises(Model model) {
    if (tauFile != null) {
      MethodNoise fitted = MethodNoise.fitted(arguments.predictor(model), read(tauFile, model), arguments.held());
      if (!fitted.isFinite()) throw CallerMistake.outOfRange(tauFile, arguments.modelFile());
      return List.of(fitted);
    }
    return taus.isEmpty() ? List.of(arguments.noise(model))
        : taus.stream().map(tau -> MethodNoise.same(1 / Math.sqrt(tau))).toList();
  }

  private String tauFrom(Model model) {
    if (model.isOfClasses()) return null;
    if (tauFile != null) return "fitted";
    if (model.learnsNoise()) return arguments.rescaled() ? "rescaled" : "learnt";
    return taus.isEmpty() ? "model" : "given";
  }

  private EvaluationFile evaluated(Model model, Predictor predictor, Examples examples) {
    try (Stop stop = new Stop()) {
      List<Evaluation.Pair> pairs = Evaluation.of(predictor, examples, noises(model), arguments.passes(),
          arguments.held(), () -> {
            if (stop.asked()) throw new CallerMistake("Stopped: nothing was written.");
          });
      pairs.forEach(pair -> {
        requireFinite(pair.deterministic());
        requireFinite(pair.mcDropout());
      });
      return EvaluationFile.of(model, new EvaluationFile.Setting(examples.size(), arguments.passes(), arguments.held(),
          arguments.seed(model), tauFrom(model), tauFile == null ? null : tauFile.toString(), taus), pairs);
    }
  }

  private void requireFinite(Evaluation evaluation) {
    var s = evaluation.scores();
    boolean finite = evaluation.coverage()
        .map(level -> Double.isFinite(s.rmse() + s.logLikelihood() + level.meanWidth()))
        .orElseGet(() -> Double.isFinite(s.logLoss()));
    if (!finite) throw CallerMistake.outOfRange(dataFile, arguments.modelFile());
  }
}
