package dropoutlab.cli;

import dropoutlab.data.Examples;
import dropoutlab.export.Drafts;
import dropoutlab.export.EvaluationFile;
import dropoutlab.export.Model;
import dropoutlab.predict.Evaluation;
import dropoutlab.predict.MethodNoise;
import dropoutlab.predict.Predictor;
import dropoutlab.spec.Task;
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
    "Each pass is one thinned network for all rows."})
final class EvaluateCommand implements Callable<Integer> {
  private static final double LEAST_TAU = 1e-30;
  private static final double MOST_TAU = 1e30;

  @Spec private CommandSpec spec;
  @Mixin private PassArguments arguments;
  @Mixin private DataArguments data;

  @Option(names = "--data", paramLabel = "TEST", required = true, description = "A table with inputs and target, named "
      + "in the header as in the training data (other columns do not matter), or IDX images.")
  private Path dataFile;

  @Option(names = "--tau", paramLabel = "V", description = "Regression: the precision of the noise, in 1 / (target's "
      + "unit)². Default: the model's own.")
  private Double tau;

  @Option(names = "--tau-from", paramLabel = "VALID.csv", description = "Regression: fits tau on these data instead, "
      + "for each method by itself.")
  private Path tauFile;

  @Option(names = "--out", paramLabel = "metrics.json", required = true)
  private Path outFile;

  @Override public Integer call() {
    check();
    Model model = arguments.model();
    Predictor predictor = arguments.predictor(model);
    checkTau(model, predictor);
    Examples examples = read(dataFile, model);
    MethodNoise noise = noise(model);
    EvaluationFile file = evaluated(model, predictor, examples, noise);
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
    if (tau != null && !(tau > 0))
      throw new CallerMistake("--tau: must be a number greater than 0, but is " + tau + ".");
    if (tau != null && !(tau >= LEAST_TAU && tau <= MOST_TAU))
      throw new CallerMistake("--tau: must be from " + LEAST_TAU + " to " + MOST_TAU + ", but is " + tau + ".");
    if (tau != null && tauFile != null)
      throw new CallerMistake("--tau and --tau-from both say where tau comes from; give one of them.");
    Outputs.requireFile("--out", outFile);
    Outputs.requireOther("--out", outFile, dataFile, arguments.modelFile());
    Outputs.requireOther("--out", outFile, data.files());
    if (tauFile != null) Outputs.requireOther("--out", outFile, tauFile);
  }

  private void checkTau(Model model, Predictor predictor) {
    String option = tau != null ? "--tau" : "--tau-from";
    Path modelFile = arguments.modelFile();
    boolean asked = tau != null || tauFile != null;
    if (asked && model.schema().task() == Task.CLASSIFICATION)
      throw new CallerMistake(option + ": " + modelFile
          + " is a classifier, whose classes have no noise tau; leave it out.");
    if (asked && predictor.learnsVariance())
      throw new CallerMistake(option + ": " + modelFile + " has learnt the noise of each input itself; leave it out.");
    if (!asked && model.noiseSd() != null && model.noiseSd() == 0)
      throw new CallerMistake(modelFile
          + " has the noise 0, under which no target is likely; give --tau or --tau-from.");
  }

  private Examples read(Path file, Model model) { return data.examples(file, model).examples(); }

  private MethodNoise noise(Model model) {
    Predictor predictor = arguments.predictor(model);
    if (model.schema().task() == Task.CLASSIFICATION || predictor.learnsVariance()) return MethodNoise.NONE;
    if (tauFile != null) return MethodNoise.fitted(predictor, read(tauFile, model));
    return MethodNoise.same(tau == null ? model.noiseSd() : 1 / Math.sqrt(tau));
  }

  private String tauFrom(Model model, MethodNoise noise) {
    if (model.schema().task() == Task.CLASSIFICATION) return null;
    if (Double.isNaN(noise.mcDropout())) return "learnt";
    return tau != null ? "given" : tauFile != null ? "fitted" : "model";
  }

  private EvaluationFile evaluated(Model model, Predictor predictor, Examples examples, MethodNoise noise) {
    try (Stop stop = new Stop()) {
      List<Evaluation> evaluations = Evaluation.of(predictor, examples, noise, arguments.passes(), () -> {
        if (stop.asked()) throw new CallerMistake("Stopped: nothing was written.");
      });
      evaluations.forEach(this::requireFinite);
      return EvaluationFile.of(model, examples.size(), arguments.passes(), arguments.seed(model), tauFrom(model, noise),
          tauFile == null ? null : tauFile.toString(), noise, evaluations);
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
